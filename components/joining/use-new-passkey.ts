"use client";

import { useRef, useState } from "react";
import { useDeviceName } from "@/components/account/use-device-name";
import { makePasskey } from "@/components/auth/passkeys";
import { trpc } from "@/components/trpc/client";
import type { ErrorCode } from "@/server/errors";
import type { MadePasskey } from "./fields";

/** Faults after which the server has not used the device's answer up: the same one may be sent again. */
const unused: readonly (ErrorCode | "OFFLINE")[] = ["OFFLINE", "TOO_MANY", "CHANGED_MEANWHILE"];

/** Lets the device make the passkey that opens the new login. Nothing is stored by it: that comes with joining. */
export function useNewPasskey(token: string) {
  const begin = trpc.join.beginPasskey.useMutation({ networkMode: "always" });
  const nameOf = useDeviceName();
  const [pending, setPending] = useState(false);
  const [none, setNone] = useState(false);
  const kept = useRef<{ email: string; made: MadePasskey } | null>(null);
  /** @returns null when the person broke off; @throws what the server refuses */
  const make = async (email: string): Promise<MadePasskey | null> => {
    setNone(false);
    if (kept.current?.email === email) return kept.current.made;
    setPending(true);
    try {
      const answer = await makePasskey(await begin.mutateAsync({ token, email }));
      const made = answer && { ...answer, device: nameOf(window.navigator.userAgent) };
      kept.current = made && { email, made };
      setNone(made === null);
      return made;
    } finally {
      setPending(false);
    }
  };
  /** Keeps the answer for another try, unless the refusal has used it up. */
  const settle = (code: ErrorCode | "OFFLINE") => {
    if (!unused.includes(code)) kept.current = null;
  };
  const forget = () => {
    kept.current = null;
    setNone(false);
  };
  return { make, settle, forget, none, pending };
}
