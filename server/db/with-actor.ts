import { now } from "../clock";
import { AppError } from "../errors";
import { appClient } from "./clients";
import type { Prisma } from "./generated/client";
import { KeyNotLoaded, loadPracticeKey } from "./keys";

export type Tx = Prisma.TransactionClient;

/** What a request claims: the secret of its session and where it wants to act. The database decides what is true. */
export interface Claim {
  secret: string;
  practiceId?: string;
  coupleId?: string;
}

/** Whoever a live session proves, and what rows say of them in the practice that was entered. */
export interface Actor {
  sessionId: string;
  userId: string;
  /** Null outside a practice, or where the user is no person of the one claimed. */
  practiceId: string | null;
  practiceName: string | null;
  personId: string | null;
  displayName: string | null;
  /** The person's own IANA zone. */
  timeZone: string;
  locale: string;
  roles: string[];
  clinicianCouples: string[];
  partnerCouples: string[];
  /** Works under a verified, current licence, their own or a supervisor's. */
  licensed: boolean;
  /** The session has proven more than a mailbox. */
  strong: boolean;
  /** A second factor was given for this session. */
  twoFactor: boolean;
  /** When more than the mailbox was last proven in this session. */
  unlockedAt: Date | null;
  /** What a member of staff must still prove here before any role counts. */
  owes: "UNLOCK" | "SECOND_FACTOR" | null;
  /** The instant at which the transaction entered: its only clock. */
  at: Date;
}

interface ActorRow {
  session_id: string;
  user_id: string;
  practice_id: string | null;
  practice_name: string | null;
  time_zone: string | null;
  person_id: string | null;
  display_name: string | null;
  locale: string | null;
  roles: string[] | null;
  clinician_couples: string[] | null;
  partner_couples: string[] | null;
  licensed: boolean;
  strong: boolean;
  two_factor: boolean;
  unlocked_at: Date | null;
  owes: Actor["owes"];
}

async function enter(tx: Tx, claim: Claim): Promise<Actor> {
  const at = now();
  const [row] = await tx.$queryRaw<ActorRow[]>`SELECT * FROM guard.enter(${claim.secret}, ${at}::timestamptz,
    ${claim.practiceId ?? null}::uuid, ${claim.coupleId ?? null}::uuid)`;
  if (!row) throw new AppError("SIGNED_OUT");
  return {
    sessionId: row.session_id,
    userId: row.user_id,
    practiceId: row.practice_id,
    practiceName: row.practice_name,
    personId: row.person_id,
    displayName: row.display_name,
    timeZone: row.time_zone ?? "UTC",
    locale: row.locale ?? "en",
    roles: row.roles ?? [],
    clinicianCouples: row.clinician_couples ?? [],
    partnerCouples: row.partner_couples ?? [],
    licensed: row.licensed,
    strong: row.strong,
    twoFactor: row.two_factor,
    unlockedAt: row.unlocked_at,
    owes: row.owes,
    at,
  };
}

/**
 * The only way to a tenant's rows: one transaction whose first statement proves the actor to the database.
 * @throws AppError SIGNED_OUT without a live session; whatever `work` throws, after rolling back.
 */
export async function withActor<T>(claim: Claim, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  const attempt = () => appClient().$transaction(async (tx) => work(tx, await enter(tx, claim)));
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof KeyNotLoaded)) throw error;
    await loadPracticeKey(error.practiceId);
    return attempt();
  }
}
