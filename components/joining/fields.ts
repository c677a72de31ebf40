import { z } from "zod";
import type { PasskeyAnswer } from "@/components/auth/passkeys";
import type { Acceptance, JoinAccount, OpenInvitation } from "@/server/features/joining/schema";
import { newLogin, place, safeContact } from "@/server/features/joining/schema";
import { personName } from "@/server/features/people/schema";
import { mailHours } from "@/server/features/reminders/schema";
import type { StepName } from "./steps";

/** Everything that the steps ask, as it is typed. */
export interface JoinFields {
  how: "new" | "passkey" | "session";
  email: string;
  password: string;
  name: string;
  pronouns: string;
  adult: boolean;
  country: string;
  region: string;
  safeContact: string;
  hour: number;
  quietFrom: number | null;
  quietTo: number | null;
  timeZone: string;
  locale: "en" | "es";
  consent: boolean;
  policyAccepted: boolean;
}

/** A passkey that the device has made, and what the device is called. */
export type MadePasskey = PasskeyAnswer & { device: string };

const agreed = z.literal(true, "mustAgree");

/** What must hold before a step may be left. */
export const stepSchemas: Record<StepName, z.ZodType> = {
  login: newLogin,
  you: z.object({ name: personName, pronouns: z.string().max(40, "tooLong") }),
  place: z.object({ adult: z.literal(true, "mustBeAdult") }).and(place),
  contact: z.object({ safeContact }),
  hours: mailHours,
  agree: z.object({ consent: agreed, policyAccepted: agreed }),
};

/** The hours that most people keep, until they say otherwise. */
const usual = { hour: 9, quietFrom: 21, quietTo: 7 };

/** A form as it begins: what the invitation knows, and what the device tells of its place. */
export function emptyFields(invitation: OpenInvitation, locale: "en" | "es", timeZone: string): JoinFields {
  const { name, email, country, signedInAs } = invitation;
  return {
    how: signedInAs ? "session" : "new",
    email: email ?? "",
    password: "",
    name,
    pronouns: "",
    adult: false,
    country,
    region: "",
    safeContact: "",
    ...usual,
    timeZone,
    locale,
    consent: false,
    policyAccepted: false,
  };
}

/** What must hold of a login that a passkey will open. */
export const passkeyLoginSchema = newLogin.pick({ email: true });

/** What is sent in the end; with the device's answer where a passkey is to open the login. */
export function acceptanceOf(
  invitation: OpenInvitation,
  fields: JoinFields,
  consentVersion: string,
  made: MadePasskey | null,
): Acceptance {
  const { token, kind, policy } = invitation;
  const { how, email, password, name, pronouns, locale, timeZone, adult, country, region } = fields;
  const account: JoinAccount =
    how === "session" ? { how } : made ? { how: "passkey", email, ...made } : { how: "new", email, password };
  const base = { token, account, name, pronouns, locale, timeZone };
  if (kind === "staff" || !policy || !adult) return { ...base, partner: null };
  const { hour, quietFrom, quietTo, safeContact: words } = fields;
  const said = { adult, country, region: country === "US" ? region : "", safeContact: words, hour, quietFrom, quietTo };
  return { ...base, partner: { ...said, consentVersion, policy } };
}
