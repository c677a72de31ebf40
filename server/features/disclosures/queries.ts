import { civilDate, fromColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { couplePeople, staffViewerOf } from "../people/queries";
import { coversFrom, histories, standing } from "./policy";
import { type DisclosureRow, type DisclosuresPage, disclosureFields, type Statement } from "./schema";

/** What is sealed of a disclosure, as one JSON text. */
export const sealedFields = disclosureFields.pick({ recipient: true, address: true, what: true, why: true });
/** Where it lies. */
export const wordsPlace = (rowId: string) => ({ table: "disclosure", column: "words", rowId });

/** Sealed words read back; those of a destroyed key stand in place of each field. */
function fieldsOf(text: string) {
  if (!text.startsWith("{")) return { recipient: text, address: "", what: text, why: text };
  return sealedFields.parse(JSON.parse(text));
}

/** All rows of a couple, or of one of its partners, latest disclosure first. */
async function rowsOf(tx: Tx, actor: Member, coupleId: string, personId?: string): Promise<DisclosureRow[]> {
  const { practiceId } = actor;
  const rows = await tx.disclosure.findMany({
    where: { practiceId, coupleId, ...(personId && { personId }) },
    orderBy: [{ disclosedOn: "desc" }, { createdAt: "asc" }, { id: "asc" }],
    include: { recordedBy: { select: { displayName: true } } },
  });
  const words = await wordsOf(
    tx,
    practiceId,
    rows.map((row) => row.recordedById),
  );
  return rows.map((row) => ({
    disclosureId: row.id,
    supersedesId: row.supersedesId,
    personId: row.personId,
    disclosedOn: fromColumn(row.disclosedOn),
    ...fieldsOf(words.open(row.recordedById, row.words, wordsPlace(row.id))),
    withdrawn: row.withdrawn,
    recordedBy: row.recordedBy.displayName,
    recordedAt: row.createdAt,
  }));
}

/** Everything that was entered for a couple. Six statements. @throws AppError NOT_FOUND */
export async function disclosuresOf(tx: Tx, actor: Member, coupleId: string): Promise<DisclosuresPage> {
  const [couple] = await couplePeople(tx, actor, [coupleId]);
  if (!couple) throw new AppError("NOT_FOUND");
  const rows = await rowsOf(tx, actor, coupleId);
  return { viewer: staffViewerOf(actor), coupleId, partners: couple.partners, histories: histories(rows) };
}

/** What one partner may be handed: the last six years as they stand. @throws AppError NOT_FOUND */
export async function statementOf(tx: Tx, actor: Member, coupleId: string, personId: string): Promise<Statement> {
  const [couple] = await couplePeople(tx, actor, [coupleId]);
  const person = couple?.partners.find((one) => one.personId === personId);
  if (!person) throw new AppError("NOT_FOUND");
  const to = civilDate(actor.at, actor.timeZone);
  const from = coversFrom(to);
  const rows = standing(await rowsOf(tx, actor, coupleId, personId))
    .filter((row) => row.disclosedOn >= from)
    .map(({ supersedesId: _, withdrawn: __, personId: ___, ...row }) => row);
  return { viewer: staffViewerOf(actor), coupleId, personName: person.name, from, to, rows };
}
