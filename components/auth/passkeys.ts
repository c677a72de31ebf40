"use client";

import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import type { inferRouterOutputs } from "@trpc/server";
import { useEffect, useState } from "react";
import type { AppRouter } from "@/server/trpc/root";

type Outputs = inferRouterOutputs<AppRouter>;
type Question = Outputs["session"]["passkeyOptions"];
type NewQuestion = Outputs["account"]["beginPasskey"];

/** What a procedure takes as the authenticator's answer. */
export interface PasskeyAnswer {
  challenge: string;
  response: Record<string, unknown>;
}

/** Whether this browser knows passkeys at all; null until the page has come alive. */
export function usePasskeysHere(): boolean | null {
  const [here, setHere] = useState<boolean | null>(null);
  useEffect(() => setHere(browserSupportsWebAuthn()), []);
  return here;
}

async function answered(challenge: string, ask: Promise<object>): Promise<PasskeyAnswer | null> {
  try {
    return { challenge, response: { ...(await ask) } };
  } catch {
    return null; // broken off, timed out, or there is none here: the browser has said so itself
  }
}

/** Asks the browser for a passkey. @returns null when the person broke off */
export async function askPasskey({ challenge, options }: Question): Promise<PasskeyAnswer | null> {
  return answered(challenge, startAuthentication({ optionsJSON: options }));
}

/** Offers passkeys in the address field's own suggestions; settles when one is chosen. @returns null where the browser cannot */
export async function offerPasskeys(ask: () => Promise<Question>): Promise<PasskeyAnswer | null> {
  if (!(await browserSupportsWebAuthnAutofill())) return null;
  const { challenge, options } = await ask();
  return answered(challenge, startAuthentication({ optionsJSON: options, useBrowserAutofill: true }));
}

/** Lets the browser make a passkey. @returns null when the person broke off */
export async function makePasskey({ challenge, options }: NewQuestion): Promise<PasskeyAnswer | null> {
  return answered(challenge, startRegistration({ optionsJSON: options }));
}
