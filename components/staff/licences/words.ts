import { useFormatter, useLocale, useTranslations } from "next-intl";
import { countries } from "@/content/countries";
import { usStates } from "@/content/us-states";
import type { LicenceCard, LicenceStatus } from "@/server/features/licences/schema";

/** The name of a jurisdiction in the reader's language: "New York", "Spain". */
export function usePlaceName(): (code: string) => string {
  const locale = useLocale();
  const names = new Intl.DisplayNames([locale], { type: "region" });
  return (code) => {
    const state = code.startsWith("US-") ? usStates[code.slice(3)] : undefined;
    return state ?? names.of(code) ?? code;
  };
}

/** Every place that a licence may be of: the states of the United States, then the other countries by their names. */
export function usePlaces(): { states: { code: string; name: string }[]; others: { code: string; name: string }[] } {
  const locale = useLocale();
  const placeName = usePlaceName();
  const named = (code: string) => ({ code, name: placeName(code) });
  const others = countries.filter((code) => code !== "US").map(named);
  return {
    states: Object.keys(usStates).map((code) => named(`US-${code}`)),
    others: others.sort((a, b) => a.name.localeCompare(b.name, locale)),
  };
}

/** A civil date in full: "12 December 2026". */
export function useFullDate(): (date: string) => string {
  const format = useFormatter();
  return (date) => format.dateTime(Date.parse(date), { dateStyle: "long", timeZone: "UTC" });
}

/** The day of an instant in a zone: "12 Dec 2026". */
export function useDayOf(timeZone: string): (at: Date) => string {
  const format = useFormatter();
  return (at) => format.dateTime(at, { dateStyle: "medium", timeZone });
}

/** What a licence is today: what was verified has ended as soon as its last day has passed. */
export function statusOn(
  { status, expiresOn }: Pick<LicenceCard, "status" | "expiresOn">,
  today: string,
): LicenceStatus {
  const over = expiresOn < today && (status === "VERIFIED" || status === "SUSPENDED");
  return over ? "EXPIRED" : status;
}

/** What became of a licence, in one sentence; nothing while it waits. */
export function useOutcome(timeZone: string): (licence: LicenceCard, today: string) => string | null {
  const words = useTranslations("licences");
  const dayOf = useDayOf(timeZone);
  const fullDate = useFullDate();
  return (licence, today) => {
    const { decidedAt, decidedBy, confirmation, rejection } = licence;
    const date = decidedAt ? dayOf(decidedAt) : "";
    const status = statusOn(licence, today);
    if (status === "EXPIRED") return words("statusText.EXPIRED", { date: fullDate(licence.expiresOn) });
    if (status === "REJECTED") return rejection && words(`rejected.${rejection}`);
    if (status === "SUSPENDED") return words("statusText.SUSPENDED", { name: decidedBy ?? "", date });
    if (status === "SUBMITTED") return null;
    if (!confirmation || !decidedBy) return words("confirmed.unknown", { date });
    return words(`confirmed.${confirmation}`, { name: decidedBy, date });
  };
}
