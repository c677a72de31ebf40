import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PortalShell } from "@/components/couple/portal-shell";
import { RegisterWorker } from "@/components/couple/register-worker";
import { IdleGuard } from "@/components/session/idle-guard";
import { TrpcProvider } from "@/components/trpc/client";
import { ClientMessages } from "@/components/ui/client-messages";
import { env } from "@/server/env";

export const metadata: Metadata = { robots: { index: false } };

type LayoutProps = { children: ReactNode; params: Promise<{ coupleId: string }> };

/** The partners' side. Reads nothing itself: each page calls its one procedure. */
export default async function CoupleLayout({ children, params }: LayoutProps) {
  const { coupleId } = await params;
  return (
    <ClientMessages names={["couple", "blocks", "joining", "errors"]}>
      <TrpcProvider>
        <PortalShell coupleId={coupleId}>{children}</PortalShell>
        <IdleGuard signInPath="/unlock" />
        {env().NODE_ENV === "production" && <RegisterWorker />}
      </TrpcProvider>
    </ClientMessages>
  );
}
