import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import type { BillingPage } from "@/server/features/billing/schema";
import { ChoosePractice } from "./choose-practice";
import { Invoices } from "./invoices";
import { PaymentCard } from "./payment-card";
import { PlanCard } from "./plan-card";
import { Returned, type ReturnedFrom } from "./returned";
import { SoloCouples } from "./solo-couples";
import { Doubled, Mended, StripeSilent } from "./stripe-state";

/** What the practice has and pays, for its owners. */
export function BillingView({ page, from }: { page: BillingPage; from: ReturnedFrom | null }) {
  const words = useTranslations("billing");
  const { viewer, mode, customer } = page;
  const takesMoney = mode === "STRIPE";
  return (
    <div className="max-w-3xl">
      <PageHeader title={words("title")} text={<span className="measure block">{words("text")}</span>} />
      {takesMoney && <Returned practiceId={viewer.practiceId} from={from} />}
      {takesMoney && <StripeSilent page={page} />}
      {takesMoney && <Doubled page={page} />}
      <div className="@container grid gap-4.5">
        <PlanCard page={page} />
        {takesMoney && <Paying page={page} isPaid={from === "done"} />}
        {takesMoney && customer && <Invoices page={page} />}
        {takesMoney && <Mended page={page} />}
      </div>
    </div>
  );
}

/** `isPaid`: they have just paid, and whether it has arrived is being asked. */
function Paying({ page, isPaid }: { page: BillingPage; isPaid: boolean }) {
  const { viewer, subscription, standing, seats, solo } = page;
  const { practiceId } = viewer;
  const given = standing.reason === "GIVEN" && !standing.until;
  const inTrial = standing.reason === "TRIAL";
  return (
    <>
      {solo && <SoloCouples practiceId={practiceId} solo={solo} />}
      {subscription?.live && <PaymentCard page={page} subscription={subscription} />}
      {!subscription?.live && !given && !isPaid && (
        <ChoosePractice practiceId={practiceId} seats={Math.max(1, seats.therapists)} inTrial={inTrial} />
      )}
    </>
  );
}
