import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import type { WordsPlace } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { couplePeople, partnerViewerOf, staffViewerOf } from "../people/queries";
import type { SecretsPolicy } from "../people/schema";
import { daysOf } from "../staff/policy";
import type { AlonePage, FormPage } from "./schema";

/** Where a private word lies. */
export const wordPlace = (rowId: string): WordsPlace => ({ table: "private_word", column: "body", rowId });

/** SQL: whether a couple has a word that the acting clinician has not opened. */
export const waitsToBeOpened = ({ practiceId, personId }: Member, coupleId: Prisma.Sql) => Prisma.sql`
  EXISTS (SELECT 1 FROM private_word w WHERE w.practice_id = ${practiceId}::uuid AND w.couple_id = ${coupleId} AND NOT EXISTS (
    SELECT 1 FROM private_word_opening o WHERE o.practice_id = w.practice_id AND o.private_word_id = w.id AND o.person_id = ${personId}::uuid))`;

interface FormRow {
  country: string;
  policy: SecretsPolicy;
  hasSafeContact: boolean;
  readers: { personId: string; name: string; bits: number | null }[] | null;
}

/** What a partner reads before they write: whom to call, who will read it and when, how an answer comes. @throws AppError NOT_FOUND */
export async function wordForm(tx: Tx, actor: Member, coupleId: string): Promise<FormPage> {
  const { practiceId, personId } = actor;
  const [people] = await couplePeople(tx, actor, [coupleId]);
  const [row] = await tx.$queryRaw<FormRow[]>`
    SELECT i.country, i.secrets_policy AS policy, i.safe_contact IS NOT NULL AS "hasSafeContact",
      (SELECT json_agg(json_build_object('personId', p.id, 'name', p.display_name, 'bits', p.reading_days) ORDER BY p.display_name, p.id)
        FROM person p WHERE p.practice_id = i.practice_id AND p.id = ANY ((SELECT guard.app_couple_readers())::uuid[])) AS readers
    FROM intake i
    WHERE i.practice_id = ${practiceId}::uuid AND i.couple_id = ${coupleId}::uuid AND i.person_id = ${personId}::uuid`;
  if (!people || !row) throw new AppError("NOT_FOUND");
  const { readers, ...said } = row;
  return {
    viewer: partnerViewerOf(actor, people),
    ...said,
    readers: (readers ?? []).map(({ bits, ...one }) => ({ ...one, readingDays: daysOf(bits) })),
  };
}

/** Whether a couple has anything to open alone, and whether some of it is new to whoever asks. */
export async function alonePage(tx: Tx, actor: Member, coupleId: string): Promise<AlonePage> {
  const [row] = await tx.$queryRaw<{ any: boolean; waits: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM private_word w WHERE w.practice_id = ${actor.practiceId}::uuid AND w.couple_id = ${coupleId}::uuid) AS any,
      ${waitsToBeOpened(actor, Prisma.sql`${coupleId}::uuid`)} AS waits`;
  return { viewer: staffViewerOf(actor), any: row?.any ?? false, waits: row?.waits ?? false };
}
