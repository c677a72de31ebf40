import { type Block, entryRule } from "@/blocks/registry";
import type { EntryRule, Readers } from "@/blocks/spec";
import { strategyByKey } from "@/content/strategies";
import { addDays, type CivilDate, instantAt } from "@/server/clock";
import { onceOf, sharedAtOf } from "@/server/features/tools/policy";
import type { CoupleRef, OccurrenceRef, PersonRef, World } from "./world";

/** One thing that somebody did with a tool, told from today. */
export interface Step {
  by: 1 | 2;
  /** Days ago, and the hour and minute of that day. */
  days: number;
  time?: [hour: number, minute: number];
  block: string;
  kind: string;
  /** SHARED without it. */
  readers?: Readers;
  body: Record<string, unknown>;
  /** A card's key. */
  slot?: string;
  /** A name by which later steps answer this one. */
  name?: string;
  /** The name of what it answers. */
  to?: string;
  /** For words with an hour of arrival. */
  arrives?: { inDays: number; hour: number };
  /** Days ago on which it was changed, offered or marked. */
  changed?: number;
  /** Days ago on which the therapist read it, for words that wait for that. */
  cleared?: number;
}

interface Place {
  couple: CoupleRef;
  therapist: PersonRef;
  strategy: string;
  occurrences: OccurrenceRef[];
  today: CivilDate;
}

/** The kind of entry by the library's own rule; a seed that breaks it is a mistake in the seed. */
function ruled(strategy: string, step: Step): { block: Block; rule: EntryRule<Block> } {
  const block = strategyByKey(strategy)?.blocks.find(({ id }) => id === step.block);
  const rule = block && entryRule(block, step.kind);
  if (!block || !rule) throw new Error(`${strategy} has no ${step.block}.${step.kind}`);
  rule.body.parse({ v: 1, ...step.body });
  if (!rule.readers(block).includes(step.readers ?? "SHARED")) throw new Error(`${step.block} has no such readers`);
  return { block, rule };
}

/** The window of a person that was open on a day, or the latest before it. */
function windowOn(occurrences: OccurrenceRef[], person: PersonRef | undefined, day: CivilDate): OccurrenceRef {
  const own = occurrences.filter((one) => one.person === person && one.opensOn <= day);
  const found = own.find(({ dueOn }) => dueOn >= day) ?? own.at(-1);
  if (!found) throw new Error(`Nobody was asked for anything by ${day}`);
  return found;
}

/** Stores what partners did with the tools of a homework as the product would have: by the same rules, holds and gates. */
export function seedTools(world: World, place: Place, steps: readonly Step[]): void {
  const { couple, therapist, today } = place;
  const ids = new Map<string, string>();
  const rowOf = (id: string | undefined) => world.rows.entry.find((row) => row.id === id);
  const instant = (days: number, [hour, minute]: [number, number] = [19, 30]) =>
    new Date(instantAt(addDays(today, -days), hour, couple.practice.timeZone).getTime() + minute * 60_000);
  for (const step of steps) {
    const id = store(world, place, step, { at: instant(step.days, step.time), ids, instant });
    if (step.name) ids.set(step.name, id);
    if (step.cleared !== undefined) world.clearance(couple, id, therapist.id, instant(step.cleared, [9, 0]));
    // What the other said yes to opens, as the database does it.
    const offer = step.kind === "consent" ? rowOf(ids.get(step.to ?? "")) : undefined;
    const opened = rowOf(offer?.slot ?? undefined);
    if (opened) opened.revealedAt = instant(step.days, step.time);
  }
}

interface Moment {
  at: Date;
  ids: ReadonlyMap<string, string>;
  instant: (days: number, time?: [number, number]) => Date;
}

function store(world: World, place: Place, step: Step, { at, ids, instant }: Moment): string {
  const { couple, strategy, occurrences, today } = place;
  const { block, rule } = ruled(strategy, step);
  const person = couple.partners[step.by - 1];
  const window = windowOn(occurrences, person, addDays(today, -step.days));
  const answered = step.to === undefined ? undefined : ids.get(step.to);
  const slot = rule.slot === "occurrence" ? String(window.ordinal) : (answered ?? step.slot ?? null);
  const once = onceOf(rule, block, window.ordinal, slot);
  const gate = rule.gate?.(block) ?? null;
  const changedAt = step.changed === undefined ? undefined : instant(step.changed);
  const deliverAt = step.arrives && instant(-step.arrives.inDays, [step.arrives.hour, 0]);
  const readers = step.readers ?? "SHARED";
  // Words behind CONSENT are written for the therapist first, and shared by being offered.
  const from = gate === "CONSENT" ? (changedAt ?? at) : at;
  const sharedAt = sharedAtOf({ rule, block, readers }, { at: from, deliverAt, before: null });
  // The other's in the same place: both open when the second is confirmed.
  const met =
    gate === "MUTUAL"
      ? world.rows.entry.find(
          ({ assignmentId, block: of, kind, once: one, authorId }) =>
            assignmentId === window.assignment.id &&
            of === block.id &&
            kind === step.kind &&
            one === once &&
            authorId !== window.person.id,
        )
      : undefined;
  if (met) met.revealedAt = at;
  return world.toolEntry(window, {
    ...{ block: block.id, kind: step.kind, body: { v: 1, ...step.body }, visibility: readers, at },
    ...(slot === null ? {} : { slot }),
    ...(once === null ? {} : { once }),
    ...(gate ? { gate } : {}),
    ...(sharedAt ? { sharedAt } : {}),
    ...(met ? { revealedAt: at } : {}),
    ...(changedAt ? { updatedAt: changedAt } : {}),
  });
}
