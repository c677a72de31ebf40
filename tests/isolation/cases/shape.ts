import type { ActorName, TwoPractices } from "../../factories/two-practices";

/** What an actor gets: through, or refused with this code. */
export type Outcome = "ok" | "SIGNED_OUT" | "NOT_FOUND" | "WRONG_SIGN_IN";
type Caller = ReturnType<TwoPractices["as"]>;

export interface IsolationCase {
  call: (api: Caller, world: TwoPractices) => Promise<unknown>;
  /** The actors who get through; everyone else is refused. */
  allowed: ActorName[];
  /** What the refused get when it is not NOT_FOUND. Anonymous and revoked always get SIGNED_OUT. */
  open?: true;
}

/** The couple that the tests aim at, as clinicians name it. */
export const atCouple = (world: TwoPractices) => ({ practiceId: world.practiceId, coupleId: world.couple.id });
export const signedInEveryone: ActorName[] = [
  "alex",
  "sam",
  "therapist",
  "second",
  "owner",
  "coordinator",
  "formerPartner",
  "otherTherapist",
  "otherPartner",
];
export const staffOfHarbor: ActorName[] = ["therapist", "second", "owner", "coordinator"];
