"use client";

import { useArrive } from "@/components/auth/use-arrive";
import { Card } from "@/components/ui/card";
import { ToastProvider } from "@/components/ui/toast";
import { UnlockProvider } from "@/components/unlock/unlock-dialog";
import { UnlockPanel } from "@/components/unlock/unlock-panel";
import type { UnlockWays } from "@/server/features/sessions/schema";
import { FactorSetup } from "./factor-setup";

/** Gives the second step where there is one, or sets it up; then back to where it was asked for. */
export function TwoFactorPage({ ways, setUp, next }: { ways: UnlockWays; setUp: boolean; next: string }) {
  const arrive = useArrive(next);
  return (
    <ToastProvider>
      <UnlockProvider>
        <Card className="p-5 sm:p-7">
          {setUp ? (
            <FactorSetup onReady={() => void arrive()} />
          ) : (
            <UnlockPanel ways={ways} only={["passkey", "code"]} onUnlocked={() => arrive()} />
          )}
        </Card>
      </UnlockProvider>
    </ToastProvider>
  );
}
