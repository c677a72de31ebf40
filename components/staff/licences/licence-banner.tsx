import { useTranslations } from "next-intl";
import { places } from "@/components/staff/places";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import type { LicenceNotice } from "@/server/features/licences/schema";
import { ElsewhereThan } from "./elsewhere-than";

type LicenceBannerProps = {
  practiceId: string;
  notice: LicenceNotice;
  /** Whether the first steps, which name the licence too, are still shown. */
  firstSteps: boolean;
};

const lastWeek = 7;

/** Tells a therapist above every page that a licence is missing, waits, or ends; nothing that runs waits for it. */
export function LicenceBanner({ practiceId, notice, firstSteps }: LicenceBannerProps) {
  const words = useTranslations("licences.notice");
  const page = places.licences(practiceId);
  const ends = notice.kind === "expiring";
  const urgent = ends ? notice.days <= lastWeek && !notice.renewing : notice.kind === "none" && !firstSteps;
  const action = (
    <LinkButton href={page} prefetch={false} variant="ghost" size="small">
      {words(ends && !notice.renewing ? "renew" : "open")}
    </LinkButton>
  );
  return (
    <ElsewhereThan path={page}>
      <Banner tone={urgent ? "attention" : "info"} action={action} className="mb-6">
        {ends ? words(notice.renewing ? "renewing" : "expiring", { days: notice.days }) : words(notice.kind)}
      </Banner>
    </ElsewhereThan>
  );
}
