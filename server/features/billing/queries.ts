import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import { takesMoney } from "@/server/stripe/client";
import type { Member } from "@/server/trpc/ladder";
import { bannerOf, type Entitled, mayAddTherapist, mayAssign, mayEnrol, standingOf } from "./policy";
import type { BillingBanner, Standing } from "./schema";

interface StandingRow {
  entitlements: (Omit<Entitled, "startsAt" | "endsAt"> & { startsAt: string; endsAt: string | null })[];
  failingSince: Date | null;
  seatWaiting: boolean;
  syncFailing: boolean;
  customer: boolean;
  therapists: number;
  invited: number;
  couples: string[];
}

/** What the practice has now, and what its plan counts. */
export interface PlanFacts extends Omit<StandingRow, "entitlements" | "failingSince"> {
  standing: Standing;
}

/** The plan of the practice that was entered, for any of its staff, in one statement. @throws AppError NOT_FOUND for others */
export async function planFacts(tx: Tx, { at }: Member): Promise<PlanFacts> {
  const [row] = await tx.$queryRaw<StandingRow[]>`
    SELECT entitlements, failing_since AS "failingSince", seat_waiting AS "seatWaiting", sync_failing AS "syncFailing", customer,
      therapists, invited, couples FROM guard.app_standing()`;
  if (!row) throw new AppError("NOT_FOUND");
  const { entitlements: stored, failingSince, ...counts } = row;
  const entitlements = stored.map(({ startsAt, endsAt, ...one }) => ({
    ...one,
    startsAt: new Date(startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
  }));
  return { standing: standingOf({ takesMoney: takesMoney(), entitlements, failingSince }, at), ...counts };
}

/**
 * Whether a couple may get new homework or a program. Where nobody pays nothing is asked.
 * @throws AppError PLAN_NEEDED
 */
export async function ensureMayAssign(tx: Tx, actor: Member, coupleId: string): Promise<void> {
  if (!takesMoney()) return;
  const { standing, couples } = await planFacts(tx, actor);
  if (!mayAssign(standing, coupleId, couples)) throw new AppError("PLAN_NEEDED");
}

/** Whether one more couple may begin. @throws AppError PLAN_NEEDED */
export async function ensureMayEnrol(tx: Tx, actor: Member): Promise<void> {
  if (!takesMoney()) return;
  const { standing, couples } = await planFacts(tx, actor);
  if (!mayEnrol(standing, couples.length)) throw new AppError("PLAN_NEEDED");
}

/** Whether one more therapist may come; those who are invited count. @throws AppError PLAN_NEEDED */
export async function ensureMayAddTherapist(tx: Tx, actor: Member): Promise<void> {
  if (!takesMoney()) return;
  const { standing, therapists, invited } = await planFacts(tx, actor);
  if (!mayAddTherapist(standing, therapists + invited)) throw new AppError("PLAN_NEEDED");
}

/** What the frame tells whoever works here; null: nothing. */
export async function billingBanner(tx: Tx, actor: Member): Promise<BillingBanner> {
  if (!takesMoney()) return null;
  const { standing, couples, seatWaiting, syncFailing } = await planFacts(tx, actor);
  const owner = actor.roles.includes("OWNER");
  return bannerOf({ standing, running: couples.length, owner, behind: seatWaiting || syncFailing }, actor.at);
}
