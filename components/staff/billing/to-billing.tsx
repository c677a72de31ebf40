"use client";

import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { useOwnedPractice } from "../owner-context";
import { places } from "../places";

/** The way to billing from the middle of something: in a tab of its own, so that nothing typed is lost. For owners only. */
export function ToBilling() {
  const practiceId = useOwnedPractice();
  return practiceId ? <Away href={places.billing(practiceId)} /> : null;
}

function Away({ href }: { href: string }) {
  const words = useTranslations("errors");
  return (
    <LinkButton href={href} prefetch={false} target="_blank" size="small" variant="ghost">
      {words("seeBilling")}
    </LinkButton>
  );
}
