import { v7 as uuidv7 } from "uuid";
import { programByKey } from "@/content/programs";
import { copyOf, emptyProgram, type OwnProgram } from "@/content/programs/own";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { allWeekStrategies, contentOf } from "../queries";

function asTherapist(actor: Member): void {
  if (!actor.roles.includes("THERAPIST")) throw new AppError("NOT_FOUND");
}

/** What a new program begins with. @throws AppError NOT_FOUND for a program that the actor may not read */
async function beginning(tx: Tx, actor: Member, from: string | null): Promise<OwnProgram> {
  if (from === null) return emptyProgram(uuidv7);
  const known = programByKey(from);
  if (known) return copyOf(known, uuidv7);
  const id = /^[0-9a-f-]{36}$/.test(from) ? from : null;
  const own =
    id && (await tx.program.findFirst({ where: { practiceId: actor.practiceId, id }, select: { content: true } }));
  if (!own) throw new AppError("NOT_FOUND");
  return contentOf(own.content);
}

/**
 * A therapist begins a program of their own: empty, or as a copy. The same id again begins nothing more.
 * @throws AppError NOT_FOUND for who is no therapist, or may not read what is copied
 */
export async function createProgram(
  tx: Tx,
  actor: Member,
  { programId: id, from }: { programId: string; from: string | null },
): Promise<void> {
  asTherapist(actor);
  const { practiceId, personId: authorId, at } = actor;
  const content = await beginning(tx, actor, from);
  const row = { practiceId, id, authorId, shared: false, content, revision: 1, createdAt: at, updatedAt: at };
  const { count } = await tx.program.createMany({ data: [row], skipDuplicates: true });
  const mine = count > 0 || (await tx.program.count({ where: { practiceId, id, authorId } })) > 0;
  if (!mine) throw new AppError("NOT_FOUND");
}

/** The author's own program. @throws AppError NOT_FOUND */
async function ownProgram(tx: Tx, actor: Member, id: string) {
  const { practiceId, personId: authorId } = actor;
  const program = await tx.program.findFirst({
    where: { practiceId, id, authorId },
    select: { revision: true, content: true },
  });
  if (!program) throw new AppError("NOT_FOUND");
  return program;
}

/** A week that no date may begin waits for the therapist's word, whatever was chosen. */
async function gated(tx: Tx, actor: Member, content: OwnProgram): Promise<OwnProgram> {
  const byWord = new Set((await allWeekStrategies(tx, actor)).filter((one) => one.byWord).map((one) => one.key));
  const weeks = content.weeks.map((week) =>
    week.strategies.some((key) => byWord.has(key)) ? { ...week, opens: "therapist" as const } : week,
  );
  return { ...content, weeks };
}

/**
 * Saves a program as it is now; couples that are in it keep what they began. Saving the same again changes nothing.
 * @throws AppError NOT_FOUND for who is not its author; CHANGED_MEANWHILE where it was saved elsewhere since
 */
export async function saveProgram(
  tx: Tx,
  actor: Member,
  input: { programId: string; revision: number; content: OwnProgram },
): Promise<{ revision: number }> {
  asTherapist(actor);
  const { practiceId, personId: authorId, at: updatedAt } = actor;
  const { programId: id, revision } = input;
  const stored = await ownProgram(tx, actor, id);
  const content = await gated(tx, actor, input.content);
  if (JSON.stringify(contentOf(stored.content)) === JSON.stringify(content)) return { revision: stored.revision };
  const { count } = await tx.program.updateMany({
    where: { practiceId, id, authorId, revision },
    data: { content, revision: revision + 1, updatedAt },
  });
  if (count === 0) throw new AppError("CHANGED_MEANWHILE");
  return { revision: revision + 1 };
}

/** Shares a program with the practice's therapists, or keeps it to oneself again. @throws AppError NOT_FOUND */
export async function shareProgram(
  tx: Tx,
  actor: Member,
  { programId: id, shared }: { programId: string; shared: boolean },
): Promise<void> {
  asTherapist(actor);
  await ownProgram(tx, actor, id);
  await tx.program.updateMany({ where: { practiceId: actor.practiceId, id }, data: { shared } });
}

/** Puts a program away, or takes it out again; couples that are in it go on. @throws AppError NOT_FOUND */
export async function archiveProgram(
  tx: Tx,
  actor: Member,
  { programId: id, archived }: { programId: string; archived: boolean },
): Promise<void> {
  asTherapist(actor);
  await ownProgram(tx, actor, id);
  const data = { archivedAt: archived ? actor.at : null };
  await tx.program.updateMany({ where: { practiceId: actor.practiceId, id }, data });
}
