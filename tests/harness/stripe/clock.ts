import { attempt, settleFree } from "./collection";
import { change, emit } from "./events";
import { finalize } from "./invoices";
import { endTrial, expireIncomplete, renew } from "./lifecycle";
import { announceTrialEnd } from "./subscribing";
import { all, get, type World } from "./world";

const day = 86_400;

/** Something that happens by itself at an instant. */
interface Due {
  at: number;
  happen(): void;
}

function dueOfSubscriptions(world: World): Due[] {
  return all(world, "subscription").flatMap((sub): Due[] => {
    const periodEnd = Math.max(...sub.items.data.map((item) => item.current_period_end));
    if (sub.status === "trialing" && sub.trial_end !== null) {
      const ends = { at: sub.trial_end, happen: () => endTrial(world, sub.id) };
      const warns = { at: sub.trial_end - 3 * day, happen: () => announceTrialEnd(world, sub.id) };
      return world.state.announced.includes(sub.id) ? [ends] : [warns, ends];
    }
    if (sub.status === "incomplete")
      return [{ at: sub.created + 23 * 3_600, happen: () => expireIncomplete(world, sub.id) }];
    if (!["active", "past_due", "unpaid"].includes(sub.status)) return [];
    return [{ at: Math.min(periodEnd, sub.cancel_at ?? periodEnd), happen: () => renew(world, sub.id) }];
  });
}

function finalizeDraft(world: World, id: string): void {
  if (finalize(world, id).status === "open") attempt(world, id);
  else settleFree(world, id);
}

function dueOfInvoices(world: World): Due[] {
  return all(world, "invoice").flatMap((invoice): Due[] => {
    const { id, status, automatically_finalizes_at: finalizes, next_payment_attempt: retries } = invoice;
    if (status === "draft" && finalizes) return [{ at: finalizes, happen: () => finalizeDraft(world, id) }];
    if (status === "open" && retries) return [{ at: retries, happen: () => void attempt(world, id) }];
    return [];
  });
}

function expireSession(world: World, id: string): void {
  emit(
    world,
    "checkout.session.expired",
    change(world, "checkout.session", id, null, { status: "expired", url: null }),
  );
}

function dueOfSessions(world: World): Due[] {
  return all(world, "checkout.session")
    .filter((session) => session.status === "open")
    .map((session) => ({ at: session.expires_at, happen: () => expireSession(world, session.id) }));
}

/** The earliest of what is due. */
function next(world: World): Due | undefined {
  const due = [...dueOfSubscriptions(world), ...dueOfInvoices(world), ...dueOfSessions(world)];
  return due.reduce<Due | undefined>((first, one) => (first && first.at <= one.at ? first : one), undefined);
}

/** True when something is due that has not happened. */
export function isDue(world: World): boolean {
  const due = next(world);
  return due !== undefined && due.at <= world.now();
}

/** Makes everything happen that is due by now, in the order of its instants. */
export function settle(world: World, until = world.now()): void {
  for (let due = next(world); due && due.at <= until; due = next(world)) {
    world.at = Math.max(due.at, world.state.settled);
    world.state.settled = world.at;
    due.happen();
  }
  world.at = null;
  world.state.settled = Math.max(world.state.settled, until);
}

/** When a subscription is next invoiced; null when never. */
export function nextInvoiceAt(world: World, subscription: string): number | null {
  const sub = get(world, "subscription", subscription);
  if (sub.status === "trialing") return sub.trial_end;
  if (!["active", "past_due", "unpaid"].includes(sub.status)) return null;
  return Math.max(...sub.items.data.map((item) => item.current_period_end));
}
