"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { places } from "../places";

/** Asks an owner to sign, above every page but the one where that is done. Nothing waits for it. */
export function AgreementBanner({ practiceId }: { practiceId: string }) {
  const words = useTranslations("practice.agreement");
  const page = places.agreement(practiceId);
  if (usePathname() === page) return null;
  const action = (
    <LinkButton href={page} prefetch={false} variant="ghost" size="small">
      {words("bannerAction")}
    </LinkButton>
  );
  return (
    <Banner title={words("banner")} action={action} className="mb-6">
      {words("bannerText")}
    </Banner>
  );
}
