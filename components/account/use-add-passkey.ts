"use client";

import { redeemTicket } from "@/components/auth/next-auth";
import { makePasskey } from "@/components/auth/passkeys";
import { trpc } from "@/components/trpc/client";
import { type Action, useAction } from "./use-action";
import { useDeviceName } from "./use-device-name";

/**
 * Makes a passkey on this device, named after it, and goes on in a session that has it as second step.
 * `onDone` gets the recovery codes that came with it, none where there were some already; it is not called when the person broke off.
 */
export function useAddPasskey(
  onDone: (recoveryCodes: string[]) => void,
): Action & { add: (said?: string) => Promise<boolean> } {
  const begin = trpc.account.beginPasskey.useMutation();
  const store = trpc.account.addPasskey.useMutation();
  const nameOf = useDeviceName();
  const action = useAction({ refresh: false });
  const add = (said?: string) =>
    action.run(async () => {
      const answer = await makePasskey(await begin.mutateAsync());
      if (!answer) return;
      const name = nameOf(window.navigator.userAgent);
      const { ticket, recoveryCodes } = await store.mutateAsync({ ...answer, name });
      await redeemTicket(ticket);
      onDone(recoveryCodes);
    }, said);
  return { ...action, add };
}
