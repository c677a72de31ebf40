import { useTranslations } from "next-intl";
import { Ledger } from "@/components/reminders/ledger";
import { Banner } from "@/components/ui/banner";
import { SectionCard } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import type { StaffRemindersPage } from "@/server/features/reminders/schema";
import { StaffSettingsForm } from "./staff-settings";

/** What one of the staff wants by email and when, and what they were sent and why. */
export function StaffReminders({ page, zones }: { page: StaffRemindersPage; zones: string[] }) {
  const words = useTranslations("reminders");
  const { practiceId, today, timeZone } = page.viewer;
  return (
    <>
      <PageHeader
        title={words("title")}
        text={
          <span className="measure block">
            {page.address ? words("text", { address: page.address }) : words("noAddress")}
          </span>
        }
      />
      {page.stopped && (
        <Banner tone="attention" title={words("stopped.title")} className="mb-5">
          {words(`stopped.${page.stopped}`)} {words("stopped.askOwner")}
        </Banner>
      )}
      <div className="grid items-start gap-4.5 @4xl:grid-cols-2">
        <SectionCard title={words("settings.title")}>
          <StaffSettingsForm practiceId={practiceId} settings={page.settings} zones={zones} today={today} />
        </SectionCard>
        <SectionCard title={words("ledger.title")} text={words("ledger.text")}>
          <Ledger rows={page.rows} timeZone={timeZone} reader="own" />
        </SectionCard>
      </div>
    </>
  );
}
