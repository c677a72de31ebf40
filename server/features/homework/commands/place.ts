import { v4 as uuidv4 } from "uuid";
import type { Cadence, Mode } from "@/content/schema";
import { addDays, type CivilDate, civilDate, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { oweNewHomework } from "../../reminders/commands";
import { horizonDays, windowsOf } from "../policy";

/** In whose name homework is given, when, and on which clock. */
export type Assigner = Pick<Member, "practiceId" | "personId" | "at" | "timeZone">;

/** Who is asked, and who of them has joined: nobody gets mail before they did. */
export interface AskedPeople {
  asked: string[];
  joined: string[];
}

/** Homework as it is stored, its words sealed. */
export interface Placing {
  id: string;
  coupleId: string;
  /** The same again gives nothing more. */
  clientId: string;
  strategyVersionId: string;
  people: AskedPeople;
  mode: Mode;
  knownToBoth: boolean;
  cadence: Cadence;
  startsOn: CivilDate;
  endsOn: CivilDate | null;
  /** The day after which the next appointment ends it; null where it does not follow appointments. */
  untilAfter: CivilDate | null;
  note: Uint8Array<ArrayBuffer> | null;
  plan: Uint8Array<ArrayBuffer> | null;
}

/** Who of a couple is asked: both where nobody is named. @throws AppError NOT_FOUND for people who are not its partners */
export async function partnersAsked(
  tx: Tx,
  practiceId: string,
  { coupleId, personIds }: { coupleId: string; personIds?: readonly string[] },
): Promise<AskedPeople> {
  const partners = await tx.couplePartner.findMany({
    where: { practiceId, coupleId },
    select: { personId: true, joinedAt: true },
  });
  const known = new Set(partners.map((one) => one.personId));
  const asked = new Set(personIds ?? known);
  if (!asked.isSubsetOf(known)) throw new AppError("NOT_FOUND");
  const joined = partners.filter((one) => one.joinedAt && asked.has(one.personId)).map((one) => one.personId);
  return { asked: [...asked], joined };
}

async function insertOccurrences(tx: Tx, by: Assigner, input: Placing, assignmentId: string, asked: string[]) {
  const { practiceId } = by;
  const { coupleId } = input;
  await tx.assignmentPartner.createMany({
    data: asked.map((personId) => ({ practiceId, coupleId, assignmentId, personId })),
  });
  const today = civilDate(by.at, by.timeZone);
  const windows = windowsOf(input.cadence, input.startsOn, input.endsOn, addDays(today, horizonDays));
  const rows = asked.flatMap((personId) =>
    windows.map(({ ordinal, opensOn, dueOn }) => ({
      practiceId,
      id: uuidv4(),
      coupleId,
      assignmentId,
      personId,
      ordinal,
      opensOn: toColumn(opensOn),
      dueOn: toColumn(dueOn),
    })),
  );
  await tx.occurrence.createMany({ data: rows });
}

/**
 * Writes homework that may be given: the assignment, its occurrences eight weeks ahead, and the mail owed for it. The same
 * `clientId` again answers with the assignment that the first call made.
 */
export async function placeHomework(
  tx: Tx,
  by: Assigner,
  input: Placing,
): Promise<{ assignmentId: string; isNew: boolean }> {
  const { practiceId, personId: assignedById, at: createdAt } = by;
  const { id, people, startsOn, endsOn, untilAfter, ...columns } = input;
  const dates = {
    startsOn: toColumn(startsOn),
    endsOn: endsOn ? toColumn(endsOn) : null,
    untilAfter: untilAfter ? toColumn(untilAfter) : null,
  };
  const row = { practiceId, id, assignedById, state: "ACTIVE" as const, createdAt, ...columns, ...dates };
  const { count } = await tx.assignment.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) {
    const first = await tx.assignment.findUniqueOrThrow({
      where: { practiceId_assignedById_clientId: { practiceId, assignedById, clientId: input.clientId } },
      select: { id: true },
    });
    return { assignmentId: first.id, isNew: false };
  }
  await insertOccurrences(tx, by, input, id, people.asked);
  await oweNewHomework(tx, by, { assignmentId: id, personIds: people.joined, startsOn });
  return { assignmentId: id, isNew: true };
}
