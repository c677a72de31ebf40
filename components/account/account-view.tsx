"use client";

import { ToastProvider } from "@/components/ui/toast";
import { UnlockProvider } from "@/components/unlock/unlock-dialog";
import type { AccountPage } from "@/server/features/account/schema";
import { AddressSection } from "./address-section";
import { DeviceSection } from "./device-section";
import { FactorSection } from "./factor-section";
import { PasskeysSection } from "./passkeys-section";
import { PasswordSection } from "./password-section";
import { SessionsSection } from "./sessions-section";

/** How one signs in, part by part. What needs a fresh proof asks for it in place. */
export function AccountView({ page }: { page: AccountPage }) {
  return (
    <ToastProvider>
      <UnlockProvider>
        <div className="grid gap-5">
          <AddressSection email={page.email} disowned={page.emailDisowned} />
          <PasswordSection email={page.email ?? ""} password={page.password} />
          <FactorSection
            totp={page.totp}
            recoveryCodesLeft={page.recoveryCodesLeft}
            passkeys={page.passkeys}
            twoFactorRequired={page.twoFactorRequired}
          />
          <PasskeysSection passkeys={page.passkeys} />
          {!page.staff && <DeviceSection device={page.device} />}
          <SessionsSection sessions={page.sessions} at={page.at} />
        </div>
      </UnlockProvider>
    </ToastProvider>
  );
}
