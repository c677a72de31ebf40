"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { places } from "../places";

/** Why nothing can be assigned right now; a button may name it as its description. */
export function Unlicensed({ practiceId }: { practiceId: string }) {
  const words = useTranslations("staff.assign");
  const errors = useTranslations("errors.LICENCE_NEEDED");
  const licences = useTranslations("licences.notice");
  return (
    <Banner
      tone="attention"
      title={words("unlicensed")}
      action={
        <LinkButton href={places.licences(practiceId)} prefetch={false} size="small">
          {licences("open")}
        </LinkButton>
      }
    >
      <span id="unlicensed">{errors("text")}</span>
    </Banner>
  );
}
