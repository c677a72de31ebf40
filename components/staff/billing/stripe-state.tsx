import { useFormatter, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { BillingPage } from "@/server/features/billing/schema";

/** Above the page while Stripe does not answer: since when, and that nothing waits for it. */
export function StripeSilent({ page }: { page: BillingPage }) {
  const words = useTranslations("billing.stripe");
  const when = useWhen(page);
  const { at, fault } = page.synced;
  if (!fault) return null;
  return (
    <Banner title={words("silent")} className="mb-4.5">
      {at ? words("silentSince", { at: when(at) }) : words("never")}
    </Banner>
  );
}

/** A second subscription that was found running and was ended: nobody pays twice without being told. */
export function Doubled({ page }: { page: BillingPage }) {
  const words = useTranslations("billing.stripe");
  const when = useWhen(page);
  if (!page.mended?.what.includes("doubled")) return null;
  return (
    <Banner title={words("doubled")} className="mb-4.5">
      {words("doubledText", { at: when(page.mended.at) })}
    </Banner>
  );
}

/** Below it: what the nightly comparison last had to mend. */
export function Mended({ page }: { page: BillingPage }) {
  const words = useTranslations("billing.stripe");
  const format = useFormatter();
  const when = useWhen(page);
  const { at, what } = page.mended ?? { what: [] };
  const names = new Set(what.filter((one) => one !== "doubled").map((one) => words(`what.${one}`)));
  if (!at || names.size === 0) return null;
  return <p className="px-1 text-13 text-ink-soft">{words("mended", { at: when(at), what: format.list(names) })}</p>;
}

function useWhen({ viewer: { timeZone } }: BillingPage): (at: Date) => string {
  const format = useFormatter();
  return (at) => format.dateTime(at, { dateStyle: "long", timeStyle: "short", timeZone });
}
