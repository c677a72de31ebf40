import { v5 as uuidv5 } from "uuid";
import { type Block, entryRule } from "@/blocks/registry";
import type { EntryRule } from "@/blocks/spec";
import { isKnown } from "@/blocks/stand-in";
import { decks } from "@/content/decks";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { onceOf, sharedAtOf } from "./policy";
import { type EntryRow, entryRows, openEntry, type ToolPlace, toolPlace } from "./queries";
import type { AddInput, ChangeInput, EntryFields, StoredEntry } from "./schema";

type Within<Input> = Input & { coupleId: string };
type Ruled = { place: ToolPlace; block: Block; rule: EntryRule<Block> };

/** The block and the rule that an entry falls under. @throws AppError NOT_FOUND, CLOSED, INVALID */
function ruled(place: ToolPlace, input: EntryFields): Ruled {
  const block = place.blocks.find((one) => one.id === input.block);
  const rule = block && isKnown(block) ? entryRule(block, input.kind) : undefined;
  if (!block || !isKnown(block) || !rule) throw new AppError("NOT_FOUND");
  const allowed = rule.readers(block);
  if (!place.writable || (input.readers === "SHARED" && !place.delivers)) throw new AppError("CLOSED");
  if (!allowed.includes(input.readers) || !rule.body.safeParse(input.body).success) throw new AppError("INVALID");
  return { place, block, rule };
}

const hasCard = (block: Block, key: string): boolean =>
  block.kind === "deck" && decks[block.deck].some((card) => card.key === key);

/** The slot as it is stored. What it names is loaded as its reader may see it. @throws AppError NOT_FOUND, INVALID */
async function slotOf(
  tx: Tx,
  actor: Member,
  input: Within<AddInput>,
  { place, block, rule }: Ruled,
): Promise<string | null> {
  const { slot, coupleId } = input;
  if (rule.slot === "none") return null;
  if (rule.slot === "occurrence") return String(place.ordinal);
  if (slot === undefined) throw new AppError("INVALID");
  if (rule.slot === "card") {
    if (!hasCard(block, slot)) throw new AppError("NOT_FOUND");
    return slot;
  }
  if (!/^[0-9a-f-]{36}$/.test(slot)) throw new AppError("NOT_FOUND");
  const [named] = await entryRows(tx, actor, coupleId, place, slot);
  const own = named?.authorId === actor.personId;
  if (!named || named.block !== block.id || own !== (rule.slot === "own-entry")) throw new AppError("NOT_FOUND");
  return slot;
}

async function stored(tx: Tx, actor: Member, coupleId: string, place: ToolPlace, entryId: string) {
  const [row] = await entryRows(tx, actor, coupleId, place, entryId);
  return row?.authorId === actor.personId ? row : null;
}

async function opened(tx: Tx, actor: Member, row: EntryRow): Promise<StoredEntry> {
  return openEntry(await wordsOf(tx, actor.practiceId, [actor.personId]), row, actor.personId);
}

/** The columns of a new entry that follow from its rule. */
function columnsOf(input: Within<AddInput>, { place, block, rule }: Ruled, at: Date) {
  const { coupleId, kind, readers: visibility, deliverAt } = input;
  const { assignmentId, ordinal } = place;
  const sharedAt = sharedAtOf({ rule, block, readers: visibility }, { at, deliverAt, before: null });
  const gate = rule.gate?.(block) ?? null;
  return {
    coupleId,
    assignmentId,
    ordinal,
    block: block.id,
    kind,
    visibility,
    sharedAt,
    gate,
    createdAt: at,
    updatedAt: at,
  };
}

/**
 * Stores a new entry of a tool. Sent twice it is stored once.
 * @throws AppError NOT_FOUND, INVALID, CLOSED (window over, nothing reaches the partner now), CONFLICT with the stored one.
 */
export async function addEntry(tx: Tx, actor: Member, input: Within<AddInput>): Promise<StoredEntry> {
  const { practiceId, personId: authorId, at } = actor;
  const { coupleId, kind } = input;
  const found = ruled(await toolPlace(tx, actor, coupleId, input.occurrenceId), input);
  // The same try of the same person is the same row, and nobody's id can meet another's.
  const id = uuidv5(input.clientId, authorId);
  const { block, place } = found;
  const slot = await slotOf(tx, actor, input, found);
  const once = onceOf(found.rule, block, place.ordinal, slot);
  const words = await wordsOf(tx, practiceId, [authorId]);
  const body = words.seal(authorId, JSON.stringify(input.body), { table: "entry", column: "body", rowId: id });
  const { assignmentId } = place;
  const row = { practiceId, id, authorId, slot, once, body, ...columnsOf(input, found, at) };
  await tx.entry.createMany({ data: [row], skipDuplicates: true });
  const mine = await stored(tx, actor, coupleId, place, id);
  if (mine) return await opened(tx, actor, mine);
  // Another device was first.
  const first = await tx.entry.findFirst({
    where: { practiceId, assignmentId, authorId, block: block.id, kind, once: once ?? "" },
    select: { id: true },
  });
  const there = first && (await stored(tx, actor, coupleId, place, first.id));
  throw new AppError("CONFLICT", there ? { stored: await opened(tx, actor, there) } : {});
}

/**
 * Changes an own entry in the version that was seen.
 * @throws AppError NOT_FOUND, INVALID, CLOSED (as `addEntry`, or revealed and frozen), CHANGED_MEANWHILE with the stored one.
 */
export async function changeEntry(tx: Tx, actor: Member, input: Within<ChangeInput>): Promise<StoredEntry> {
  const { practiceId, personId, at } = actor;
  const { coupleId, entryId, version, readers: visibility } = input;
  const { place, block, rule } = ruled(await toolPlace(tx, actor, coupleId, input.occurrenceId), input);
  const before = await stored(tx, actor, coupleId, place, entryId);
  if (!before || before.block !== block.id || before.kind !== input.kind) throw new AppError("NOT_FOUND");
  if (before.revealedAt) throw new AppError("CLOSED");
  const offering = rule.gate?.(block) === "CONSENT" && visibility === "SHARED";
  if (offering && !before.clearedAt) throw new AppError("CLOSED");
  const words = await wordsOf(tx, practiceId, [personId]);
  const sealedIn = { table: "entry", column: "body", rowId: entryId };
  // What is offered goes out exactly as the clinician read it: its words are not sealed again.
  const body = offering ? {} : { body: words.seal(personId, JSON.stringify(input.body), sealedIn) };
  const sharedAt = sharedAtOf(
    { rule, block, readers: visibility },
    { at, deliverAt: input.deliverAt, before: before.sharedAt },
  );
  const changed = await tx.entry.updateMany({
    where: { practiceId, id: entryId, version },
    data: { ...body, visibility, sharedAt, updatedAt: at, version: { increment: 1 } },
  });
  const after = await stored(tx, actor, coupleId, place, entryId);
  if (!after) throw new AppError("NOT_FOUND");
  if (changed.count === 0) throw new AppError("CHANGED_MEANWHILE", { stored: await opened(tx, actor, after) });
  return await opened(tx, actor, after);
}

/**
 * Takes an own entry back: from then on only its author can read it, and tools leave it out. Always possible, except for
 * words that both have opened to each other.
 * @throws AppError NOT_FOUND, CLOSED once revealed, CHANGED_MEANWHILE with the stored one.
 */
export async function takeBack(
  tx: Tx,
  actor: Member,
  { coupleId, entryId, version }: { coupleId: string; entryId: string; version: number },
): Promise<void> {
  const { practiceId, personId: authorId, at } = actor;
  const where = { practiceId, coupleId, id: entryId, authorId, assignmentId: { not: null } };
  const before = await tx.entry.findFirst({ where, select: { revealedAt: true, withdrawnAt: true } });
  if (!before) throw new AppError("NOT_FOUND");
  if (before.withdrawnAt) return;
  if (before.revealedAt) throw new AppError("CLOSED");
  const { count } = await tx.entry.updateMany({
    where: { ...where, version },
    data: {
      visibility: "PRIVATE",
      sharedAt: null,
      once: null,
      withdrawnAt: at,
      updatedAt: at,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("CHANGED_MEANWHILE");
}

/** A clinician has read words behind CONSENT and says that they may be offered. @throws AppError NOT_FOUND */
export async function clearEntry(
  tx: Tx,
  actor: Member,
  { coupleId, entryId, version }: { coupleId: string; entryId: string; version: number },
): Promise<void> {
  const { practiceId, personId: clearedById, at: clearedAt } = actor;
  const entry = await tx.entry.findFirst({
    where: { practiceId, coupleId, id: entryId, version, gate: "CONSENT", withdrawnAt: null },
    select: { id: true },
  });
  if (!entry) throw new AppError("NOT_FOUND");
  const row = { practiceId, entryId, version, coupleId, clearedById, clearedAt };
  await tx.entryClearance.createMany({ data: [row], skipDuplicates: true });
}

/** Whether tools may carry anything from one partner to the other. Partners are never told which it is. */
export async function setDelivery(tx: Tx, actor: Member, coupleId: string, on: boolean): Promise<void> {
  await tx.couple.updateMany({ where: { practiceId: actor.practiceId, id: coupleId }, data: { partnerDelivery: on } });
}
