import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { IdleGuard } from "@/components/session/idle-guard";
import { AgreementBanner } from "@/components/staff/agreement/agreement-banner";
import { BillingBanner } from "@/components/staff/billing/billing-banner";
import { needsAttention } from "@/components/staff/caseload/views";
import { LicenceBanner } from "@/components/staff/licences/licence-banner";
import { OwnedPracticeProvider } from "@/components/staff/owner-context";
import { owns } from "@/components/staff/places";
import { Shell } from "@/components/staff/shell";
import { TrpcProvider } from "@/components/trpc/client";
import { ClientMessages } from "@/components/ui/client-messages";
import { ToastProvider } from "@/components/ui/toast";
import { loadBillingBanner, loadCaseload } from "./_load";

type PracticeLayoutProps = { children: ReactNode; params: Promise<{ practiceId: string }> };

/** The frame of a practice for its staff. It locks nothing: every page asks its own procedure. */
export default async function PracticeLayout({ children, params }: PracticeLayoutProps) {
  const { practiceId } = await params;
  const [{ viewer, notices, couples }, banner] = await Promise.all([
    loadCaseload(practiceId),
    loadBillingBanner(practiceId),
  ]);
  const putAway = (await cookies()).get("put-away")?.value;
  return (
    <ClientMessages names={["staff", "practice", "invitations", "people", "billing", "errors"]}>
      <TrpcProvider>
        <ToastProvider>
          <OwnedPracticeProvider practiceId={owns(viewer) ? practiceId : null}>
            <Shell viewer={viewer} attention={couples.filter(needsAttention).length} firstSteps={notices.firstSteps}>
              {notices.agreementDue && <AgreementBanner practiceId={practiceId} />}
              {notices.licence && (
                <LicenceBanner practiceId={practiceId} notice={notices.licence} firstSteps={notices.firstSteps} />
              )}
              {banner && <BillingBanner {...{ practiceId, banner, putAway }} timeZone={viewer.timeZone} />}
              {children}
            </Shell>
          </OwnedPracticeProvider>
        </ToastProvider>
        <IdleGuard signInPath="/sign-in" />
      </TrpcProvider>
    </ClientMessages>
  );
}
