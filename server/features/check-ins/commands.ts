import { v4 as uuidv4 } from "uuid";
import { civilDate } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import type { ReplyShape } from "../couples/schema";
import { isEditable, isOpen } from "../homework/policy";
import type { OwnCheckIn } from "../homework/schema";
import { answerable, ownCheckIn } from "./queries";
import type { CheckInFields } from "./schema";

type Submitting = CheckInFields & { coupleId: string; occurrenceId: string; clientId: string };
type Editing = CheckInFields & { coupleId: string; checkInId: string; version: number };

/** When the partner may read it: now, or never. */
const sharedAtOf = (fields: CheckInFields, at: Date) => (fields.visibility === "SHARED" ? at : null);

async function insertWords(
  tx: Tx,
  actor: Member,
  fields: CheckInFields,
  coupleId: string,
  checkInId: string,
): Promise<void> {
  const { practiceId, personId, at } = actor;
  const id = uuidv4();
  const words = await wordsOf(tx, practiceId, [personId]);
  const body = words.seal(personId, fields.words, { table: "entry", column: "body", rowId: id });
  const { visibility } = fields;
  await tx.entry.createMany({
    data: [
      {
        practiceId,
        id,
        coupleId,
        checkInId,
        authorId: personId,
        block: "check-in",
        kind: "words",
        visibility,
        sharedAt: sharedAtOf(fields, at),
        body,
        createdAt: at,
        updatedAt: at,
      },
    ],
  });
}

/**
 * Stores a check-in once. The same `clientId` again answers with the first.
 * @throws AppError NOT_FOUND, CLOSED, or CONFLICT with the stored one when another `clientId` answered before.
 */
export async function submitCheckIn(tx: Tx, actor: Member, input: Submitting): Promise<OwnCheckIn> {
  const { practiceId, personId, at } = actor;
  const { coupleId, occurrenceId, clientId, result, difficulty, usefulness } = input;
  const window = await answerable(tx, actor, coupleId, { occurrenceId });
  if (!window.answeredAt && !(window.live && isOpen(window, civilDate(at, actor.timeZone))))
    throw new AppError("CLOSED");
  const id = uuidv4();
  const sharedAt = sharedAtOf(input, at);
  const { assignmentId } = window;
  const row = {
    practiceId,
    id,
    coupleId,
    assignmentId,
    occurrenceId,
    authorId: personId,
    clientId,
    result,
    difficulty,
    usefulness,
    sharedAt,
  };
  const stored = window.answeredAt
    ? { count: 0 }
    : await tx.checkIn.createMany({ data: [{ ...row, createdAt: at, updatedAt: at }], skipDuplicates: true });
  if (stored.count === 1) {
    if (input.words) await insertWords(tx, actor, input, coupleId, id);
    const { visibility } = input;
    return {
      checkInId: id,
      clientId,
      result,
      difficulty,
      usefulness,
      visibility,
      words: input.words || null,
      version: 1,
      at,
    };
  }
  const first = await ownCheckIn(tx, actor, coupleId, { occurrenceId });
  if (first.clientId === clientId) return first;
  throw new AppError("CONFLICT", { stored: first });
}

async function editWords(tx: Tx, actor: Member, input: Editing): Promise<void> {
  const { practiceId, personId: authorId, at } = actor;
  const { checkInId, visibility } = input;
  const entry = await tx.entry.findFirst({
    where: { practiceId, checkInId, authorId },
    select: { id: true, sharedAt: true },
  });
  if (!entry) {
    if (input.words) await insertWords(tx, actor, input, input.coupleId, checkInId);
    return;
  }
  const words = await wordsOf(tx, practiceId, [authorId]);
  const body = words.seal(authorId, input.words, { table: "entry", column: "body", rowId: entry.id });
  const sharedAt = visibility === "SHARED" ? (entry.sharedAt ?? at) : null;
  await tx.entry.updateMany({
    where: { practiceId, id: entry.id },
    data: { body, visibility, sharedAt, updatedAt: at, version: { increment: 1 } },
  });
}

/**
 * Changes an answer while it may still be changed. After a couple has ended nothing new is shared; taking back goes on.
 * @throws AppError NOT_FOUND, CLOSED, or CHANGED_MEANWHILE with the stored one when `version` is not the stored version.
 */
export async function editCheckIn(tx: Tx, actor: Member, input: Editing): Promise<OwnCheckIn> {
  const { practiceId, at } = actor;
  const { coupleId, checkInId, result, difficulty, usefulness } = input;
  const window = await answerable(tx, actor, coupleId, { checkInId });
  const today = civilDate(at, actor.timeZone);
  if (!window.answeredAt) throw new AppError("NOT_FOUND");
  if (!isEditable(window, civilDate(window.answeredAt, actor.timeZone), today)) throw new AppError("CLOSED");
  if (input.visibility === "SHARED" && !window.together) throw new AppError("CLOSED");
  const changed = await tx.checkIn.updateMany({
    where: { practiceId, id: checkInId, version: input.version },
    data: { result, difficulty, usefulness, sharedAt: sharedAtOf(input, at), updatedAt: at, version: { increment: 1 } },
  });
  if (changed.count === 1) await editWords(tx, actor, input);
  const stored = await ownCheckIn(tx, actor, coupleId, { checkInId });
  if (changed.count === 0) throw new AppError("CHANGED_MEANWHILE", { stored });
  return stored;
}

type Replying = {
  coupleId: string;
  checkInId: string;
  clientId: string;
  body: string;
  audience: ReplyShape["audience"];
};

async function hasEnded(tx: Tx, practiceId: string, id: string): Promise<boolean> {
  return (await tx.couple.count({ where: { practiceId, id, state: "ENDED" } })) > 0;
}

/**
 * A clinician answers a check-in; sent twice with one `clientId` it is stored once.
 * @throws AppError NOT_FOUND; INVALID when it would have more readers than what it answers; COUPLE_ENDED when both would read
 *   it after the couple has ended.
 */
export async function reply(tx: Tx, actor: Member, input: Replying): Promise<ReplyShape> {
  const { practiceId, personId: authorId, at } = actor;
  const { coupleId, checkInId, clientId, audience, body } = input;
  const answered = await tx.checkIn.findFirst({
    where: { practiceId, coupleId, id: checkInId },
    select: { sharedAt: true },
  });
  if (!answered) throw new AppError("NOT_FOUND");
  if (audience === "SAME_READERS" && !answered.sharedAt) throw new AppError("INVALID");
  if (audience === "SAME_READERS" && (await hasEnded(tx, practiceId, coupleId))) throw new AppError("COUPLE_ENDED");
  const words = await wordsOf(tx, practiceId, [authorId]);
  const id = uuidv4();
  const place = (rowId: string) => ({ table: "reply", column: "body", rowId });
  const sealed = words.seal(authorId, body, place(id));
  const row = { practiceId, id, coupleId, checkInId, authorId, audience, body: sealed, clientId, createdAt: at };
  await tx.reply.createMany({ data: [row], skipDuplicates: true });
  const stored = await tx.reply.findUniqueOrThrow({
    where: { practiceId_authorId_clientId: { practiceId, authorId, clientId } },
  });
  return {
    replyId: stored.id,
    authorName: actor.displayName,
    mine: true,
    audience: stored.audience,
    body: words.open(authorId, stored.body, place(stored.id)),
    at: stored.createdAt,
  };
}

/** A clinician has read this version of a check-in; a later edit asks to be read again. @throws AppError NOT_FOUND */
export async function review(
  tx: Tx,
  actor: Member,
  input: { coupleId: string; checkInId: string; version: number },
): Promise<void> {
  const { practiceId, personId: reviewedById, at: reviewedAt } = actor;
  const { coupleId, checkInId, version } = input;
  const where = { practiceId, coupleId, id: checkInId };
  if (!(await tx.checkIn.findFirst({ where, select: { id: true } }))) throw new AppError("NOT_FOUND");
  await tx.review.createMany({
    data: [{ practiceId, coupleId, checkInId, reviewedById, version, reviewedAt }],
    skipDuplicates: true,
  });
  await tx.review.updateMany({ where: { practiceId, checkInId }, data: { reviewedById, version, reviewedAt } });
}

/** Undoes `review`: the check-in asks to be read again. @throws AppError NOT_FOUND */
export async function unreview(tx: Tx, actor: Member, coupleId: string, checkInId: string): Promise<void> {
  const { practiceId, personId: reviewedById } = actor;
  const undone = await tx.review.updateMany({
    where: { practiceId, coupleId, checkInId },
    data: { version: 0, reviewedById },
  });
  if (undone.count === 0) throw new AppError("NOT_FOUND");
}
