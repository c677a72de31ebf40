"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ErrorWords } from "@/components/session/error-words";
import { type Fault, useFault } from "@/components/session/fault";
import type { SignInStep } from "@/server/features/sessions/schema";
import { redeemTicket } from "./next-auth";

/** A proof on its way: what was refused, whether it is being looked at, and the second step that is asked for. */
export interface Proof {
  fault: Fault | null;
  pending: boolean;
  /** The open question for the second step; null while none is asked. */
  challenge: string | null;
  /**
   * Gives a proof; null from `work` means that the person broke off. `wrong` are other words than those of an email and a
   * password that do not go together. @returns whether it was taken
   */
  run: (work: () => Promise<SignInStep | null>, wrong?: ErrorWords) => Promise<boolean>;
  /** Back to the first step, with nothing said. */
  startOver: () => void;
}

/** Gives proofs until there is a session: asks for the second step in place, redeems the ticket, and calls `finish`. */
export function useProof(finish: () => Promise<void> | void): Proof {
  const words = useTranslations("auth.signIn");
  const faultOf = useFault();
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState(false);
  const [challenge, setChallenge] = useState<string | null>(null);
  const take = async (step: SignInStep): Promise<boolean> => {
    if (step.step === "secondFactor") {
      setChallenge(step.challenge);
      setPending(false);
      return true;
    }
    if (await redeemTicket(step.ticket)) {
      await finish();
      return true; // still pending: the page is on its way
    }
    setFault({ code: null, title: words("ticketLost"), text: words("ticketLostText") });
    return false;
  };
  const run: Proof["run"] = async (work, wrong) => {
    setPending(true);
    setFault(null);
    try {
      const step = await work();
      if (step && (await take(step))) return true;
    } catch (error) {
      const found = faultOf(error);
      setFault(wrong && found.code === "WRONG_SIGN_IN" ? { ...found, ...wrong } : found);
    }
    setPending(false);
    return false;
  };
  const startOver = () => {
    setChallenge(null);
    setFault(null);
    setPending(false);
  };
  return { fault, pending, challenge, run, startOver };
}
