import { v7 as uuidv7 } from "uuid";
import { civilDate, fromColumn, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { wordsPlace } from "./queries";
import type { DisclosureFields } from "./schema";

type Entering = DisclosureFields & { coupleId: string; clientId: string };
type Correcting = Omit<Entering, "personId"> & { disclosureId: string; withdrawn: boolean };

/** Writes one row; the same `clientId` again writes none. @throws AppError INVALID for a day that has not come. */
async function enter(
  tx: Tx,
  actor: Member,
  fields: Entering,
  { supersedesId, withdrawn }: { supersedesId: string | null; withdrawn: boolean },
): Promise<void> {
  const { practiceId, personId: recordedById, at } = actor;
  const { coupleId, clientId, personId, disclosedOn, recipient, address, what, why } = fields;
  if (disclosedOn > civilDate(at, actor.timeZone)) throw new AppError("INVALID");
  const id = uuidv7();
  const words = await wordsOf(tx, practiceId, [recordedById]);
  const sealed = words.seal(recordedById, JSON.stringify({ recipient, address, what, why }), wordsPlace(id));
  const row = { practiceId, id, coupleId, personId, recordedById, clientId, supersedesId, withdrawn };
  await tx.disclosure.createMany({
    data: [{ ...row, disclosedOn: toColumn(disclosedOn), words: sealed, createdAt: at }],
  });
}

/** Whether this very form arrived before. */
async function arrived(tx: Tx, { practiceId, personId: recordedById }: Member, clientId: string): Promise<boolean> {
  return (await tx.disclosure.count({ where: { practiceId, recordedById, clientId } })) > 0;
}

/** A clinician records what was disclosed about one partner. @throws AppError NOT_FOUND, INVALID */
export async function recordDisclosure(tx: Tx, actor: Member, fields: Entering): Promise<void> {
  if (await arrived(tx, actor, fields.clientId)) return;
  await enter(tx, actor, fields, { supersedesId: null, withdrawn: false });
}

/**
 * A clinician corrects what was entered, or says that it never took place: a row of its own, what it corrects stays.
 * @throws AppError NOT_FOUND, INVALID, CHANGED_MEANWHILE when somebody corrected it before.
 */
export async function correctDisclosure(tx: Tx, actor: Member, fields: Correcting): Promise<void> {
  const { practiceId } = actor;
  const { coupleId, disclosureId, withdrawn } = fields;
  if (await arrived(tx, actor, fields.clientId)) return;
  const corrected = await tx.disclosure.findFirst({
    where: { practiceId, coupleId, id: disclosureId },
    select: { personId: true, withdrawn: true, disclosedOn: true },
  });
  if (!corrected) throw new AppError("NOT_FOUND");
  const later = await tx.disclosure.count({ where: { practiceId, coupleId, supersedesId: disclosureId } });
  if (later > 0 || corrected.withdrawn) throw new AppError("CHANGED_MEANWHILE");
  const disclosedOn = withdrawn ? fromColumn(corrected.disclosedOn) : fields.disclosedOn;
  const entry = { ...fields, disclosedOn, personId: corrected.personId };
  await enter(tx, actor, entry, { supersedesId: disclosureId, withdrawn });
}
