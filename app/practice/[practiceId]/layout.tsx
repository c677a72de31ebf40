import type { ReactNode } from "react";
import { IdleGuard } from "@/components/session/idle-guard";
import { AgreementBanner } from "@/components/staff/agreement/agreement-banner";
import { needsAttention } from "@/components/staff/caseload/views";
import { LicenceBanner } from "@/components/staff/licences/licence-banner";
import { Shell } from "@/components/staff/shell";
import { TrpcProvider } from "@/components/trpc/client";
import { ClientMessages } from "@/components/ui/client-messages";
import { ToastProvider } from "@/components/ui/toast";
import { loadCaseload } from "./_load";

type PracticeLayoutProps = { children: ReactNode; params: Promise<{ practiceId: string }> };

/** The frame of a practice for its staff. It locks nothing: every page asks its own procedure. */
export default async function PracticeLayout({ children, params }: PracticeLayoutProps) {
  const { practiceId } = await params;
  const { viewer, notices, couples } = await loadCaseload(practiceId);
  return (
    <ClientMessages names={["staff", "practice", "invitations", "people", "errors"]}>
      <TrpcProvider>
        <ToastProvider>
          <Shell viewer={viewer} attention={couples.filter(needsAttention).length} firstSteps={notices.firstSteps}>
            {notices.agreementDue && <AgreementBanner practiceId={practiceId} />}
            {notices.licence && (
              <LicenceBanner practiceId={practiceId} notice={notices.licence} firstSteps={notices.firstSteps} />
            )}
            {children}
          </Shell>
        </ToastProvider>
        <IdleGuard signInPath="/sign-in" />
      </TrpcProvider>
    </ClientMessages>
  );
}
