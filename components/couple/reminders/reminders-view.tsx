import { useTranslations } from "next-intl";
import { Ledger } from "@/components/reminders/ledger";
import { StoppedAddress } from "@/components/reminders/stopped-address";
import type { RemindersPage } from "@/server/features/reminders/schema";
import { BackLink } from "../back-link";
import { PageTitle } from "../page-title";
import { CalendarFeed } from "./calendar-feed";
import { SettingsForm } from "./settings-form";

/** Reminders: what I want by email and when, and what I was sent and why. Only its owner sees this page. */
export function RemindersView({ page, zones }: { page: RemindersPage; zones: string[] }) {
  const words = useTranslations("reminders");
  const { coupleId, today, timeZone } = page.viewer;
  return (
    <>
      <BackLink href={`/couple/${coupleId}/me`} label={words("back")} />
      <PageTitle
        title={words("title")}
        text={page.address ? words("text", { address: page.address }) : words("noAddress")}
      />
      {page.stopped && <StoppedAddress coupleId={coupleId} cause={page.stopped} />}
      <SettingsForm coupleId={coupleId} settings={page.settings} zones={zones} today={today} />
      <CalendarFeed coupleId={coupleId} address={page.calendar} />
      <section className="mt-12">
        <h2 className="display text-24">{words("ledger.title")}</h2>
        <p className="text-ink-soft">{words("ledger.text")}</p>
        <Ledger rows={page.rows} timeZone={timeZone} reader="own" />
      </section>
    </>
  );
}
