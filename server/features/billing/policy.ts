import { practice, solo } from "@/content/plans";
import type { BillingBanner, PaymentTrouble, Plan, PlanReason, Standing } from "./schema";

const day = 86_400_000;

/** A row of what a practice is entitled to. */
export interface Entitled {
  plan: Plan;
  reason: "TRIAL" | "SUBSCRIPTION" | "GIVEN";
  startsAt: Date;
  /** The first instant at which it no longer holds; null: until something happens. */
  endsAt: Date | null;
}

/** What is known of a practice's plan. */
export interface StandingFacts {
  takesMoney: boolean;
  entitlements: readonly Entitled[];
  /** Since when a payment is due that failed. */
  failingSince: Date | null;
}

/** Everything is on in an installation that takes no money. */
const selfHosted: Standing = { plan: "PRACTICE", reason: "SELF_HOSTED", until: null, trouble: null };
const onSolo: Standing = { plan: "SOLO", reason: "NONE", until: null, trouble: null };

/** What was given holds before what is paid, and that before the trial. */
const order: readonly PlanReason[] = ["GIVEN", "SUBSCRIPTION", "TRIAL"];

/** Whether a row holds at an instant. */
const holds = ({ startsAt, endsAt }: Entitled, at: Date) => startsAt <= at && (endsAt === null || endsAt > at);

/** The grace of a payment that failed: fourteen days from the first failure on, whatever was tried since. */
export function troubleOf(failingSince: Date | null, at: Date): PaymentTrouble | null {
  if (!failingSince) return null;
  const until = new Date(failingSince.getTime() + practice.graceDays * day);
  return { state: at < until ? "GRACE" : "OVERDUE", since: failingSince, until };
}

/**
 * What a practice has at an instant. A failed payment counts only where the subscription is what holds: who has Practice for
 * another reason, or has gone back to Solo, owes new work to no payment.
 */
export function standingOf({ takesMoney, entitlements, failingSince }: StandingFacts, at: Date): Standing {
  if (!takesMoney) return selfHosted;
  const [best] = entitlements
    .filter((one) => one.plan === "PRACTICE" && holds(one, at))
    .sort((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason));
  if (!best) return onSolo;
  const trouble = best.reason === "SUBSCRIPTION" ? troubleOf(failingSince, at) : null;
  const trial = entitlements.find((one) => one.reason === "TRIAL" && holds(one, at));
  if (trouble?.state === "OVERDUE" && trial)
    return { plan: "PRACTICE", reason: "TRIAL", until: trial.endsAt, trouble: null };
  return { plan: best.plan, reason: best.reason, until: best.endsAt, trouble };
}

/** Whether a running couple may get new homework and programs. @param couples the running ones, as Solo goes on with them */
export function mayAssign({ plan, trouble }: Standing, coupleId: string, couples: readonly string[]): boolean {
  if (trouble?.state === "OVERDUE") return false;
  return plan === "PRACTICE" || couples.slice(0, solo.couples).includes(coupleId);
}

/** Whether one more couple may begin. */
export function mayEnrol({ plan, trouble }: Standing, running: number): boolean {
  if (trouble?.state === "OVERDUE") return false;
  return plan === "PRACTICE" || running < solo.couples;
}

/** Whether one more therapist may come. @param therapists those who are there or invited */
export function mayAddTherapist({ plan }: Standing, therapists: number): boolean {
  return plan === "PRACTICE" || therapists < solo.therapists;
}

// ── What is told, and when ────────────────────────────────────────────────────────────────────────────────────

/** Days before the end of a trial, and after a payment that failed, on which owners get a mail. */
export const trialSteps = [7, 3, 1] as const;
export const paymentSteps = [0, 3, 7, 13] as const;

const daysUntil = (until: Date, at: Date) => Math.max(0, Math.floor((until.getTime() - at.getTime()) / day));

/** The step of a trial's end that is owed now: the last one that was reached; null before the first and after the end. */
export function trialStep(endsAt: Date, at: Date): (typeof trialSteps)[number] | null {
  const left = (endsAt.getTime() - at.getTime()) / day;
  return left <= 0 ? null : (trialSteps.findLast((step) => left <= step) ?? null);
}

/** The step of a payment that failed that is owed now; null once grace is over. */
export function paymentStep(failingSince: Date, at: Date): (typeof paymentSteps)[number] | null {
  const passed = (at.getTime() - failingSince.getTime()) / day;
  return passed < 0 || passed >= practice.graceDays ? null : (paymentSteps.findLast((step) => step <= passed) ?? null);
}

/** What the frame has to say of a standing. */
export interface BannerFacts {
  standing: Standing;
  running: number;
  owner: boolean;
  /** Stripe does not answer, or a change of seats does not go through. */
  behind: boolean;
}

const soonDays = trialSteps[0];

/** What the frame tells whoever works in a practice; null: nothing. The weightiest only. */
export function bannerOf({ standing, running, owner, behind }: BannerFacts, at: Date): BillingBanner {
  const { plan, reason, until, trouble } = standing;
  const say = (kind: NonNullable<BillingBanner>["kind"], end: Date | null = null) => ({
    ...{ kind, owner, until: end },
    days: end && end > at ? daysUntil(end, at) : null,
  });
  if (trouble) return say(trouble.state === "GRACE" ? "PAYMENT_GRACE" : "PAYMENT_OVERDUE", trouble.until);
  if (plan === "SOLO" && running > solo.couples) return say("SOLO_FULL");
  if (until && owner && daysUntil(until, at) <= soonDays)
    return say(reason === "TRIAL" ? "TRIAL_ENDING" : "ENDING", until);
  return behind && owner ? say("BEHIND") : null;
}
