import type { OpenInvitation } from "@/server/features/joining/schema";
import type { JoinFields } from "./fields";
import type { StepName } from "./steps";

const key = "joining";

/** What outlives a reload in this tab: the way in, the step, and what was said; never the password or the words of safe contact. */
export interface Kept {
  token: string;
  step?: StepName | "welcome";
  fields?: Partial<JoinFields>;
}

/** What this tab kept; null for nothing, or for what is no longer readable. */
export function takeKept(): Kept | null {
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(key) ?? "null") as Kept | null;
    return kept && typeof kept.token === "string" ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps the way in, and what was said so far. */
export function keep(token: string, step?: Kept["step"], fields?: JoinFields): void {
  const { password: _password, safeContact: _safeContact, ...rest } = fields ?? { password: "", safeContact: "" };
  const kept: Kept = { token, step, fields: fields && rest };
  try {
    window.sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing still lets one join, without a reload.
  }
}

/** Forgets everything. */
export function forgetKept(): void {
  window.sessionStorage.removeItem(key);
}

const addressKey = "address";

/** Keeps the link that confirms an address while its reader signs in. */
export function keepAddressToken(token: string): void {
  try {
    window.sessionStorage.setItem(addressKey, token);
  } catch {
    // Then the link in the mail is opened once more.
  }
}

/** The link that was kept; null when there is none. */
export function takeAddressToken(): string | null {
  try {
    return window.sessionStorage.getItem(addressKey);
  } catch {
    return null;
  }
}

/** Forgets it. */
export function forgetAddressToken(): void {
  window.sessionStorage.removeItem(addressKey);
}

/** Moves a token out of the address bar at once, so that it stays in no history and no shared screen. */
export function takeFragment(): string | null {
  const token = window.location.hash.slice(1);
  if (!token) return null;
  window.history.replaceState(window.history.state, "", window.location.pathname);
  return token;
}

/** The step to go on with after a reload: what was not kept is asked for again. */
export function resumeAt(kept: Kept | null, invitation: OpenInvitation): StepName | "welcome" {
  if (!kept?.step || kept.step === "welcome") return "welcome";
  return invitation.signedInAs && kept.fields?.how === "session" ? kept.step : "login";
}
