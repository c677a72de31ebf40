import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button-class";
import type { BillingPage } from "@/server/features/billing/schema";
import { useDay } from "./amounts";
import { PortalButton } from "./portal-button";

/** A payment that failed: what it means, until when, and the one click that settles it. */
export function Trouble({ page }: { page: BillingPage }) {
  const words = useTranslations("billing.trouble");
  const day = useDay();
  const { viewer, standing, invoices } = page;
  if (!standing.trouble) return null;
  const { state, since, until } = standing.trouble;
  const open = invoices.find((one) => one.status === "open" && one.page);
  const action = open?.page ? (
    <a href={open.page} rel="noreferrer" className={buttonClass()}>
      {words("pay")}
    </a>
  ) : (
    <PortalButton practiceId={viewer.practiceId} variant="primary">
      {words("portal")}
    </PortalButton>
  );
  return (
    <Banner tone="attention" title={words(state === "GRACE" ? "grace" : "overdue")} action={action} className="mt-4">
      {state === "GRACE"
        ? words("graceText", { since: day(since, viewer), until: day(until, viewer) })
        : words("overdueText", { since: day(since, viewer) })}
    </Banner>
  );
}
