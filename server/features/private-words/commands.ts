import { v4 as uuidv4 } from "uuid";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { spend } from "@/server/throttle";
import type { Member } from "@/server/trpc/ladder";
import { safeContactPlace } from "../joining/queries";
import { cautionsOf } from "./policy";
import { wordPlace } from "./queries";
import type { OpenedWord } from "./schema";

type Sending = { coupleId: string; clientId: string; words: string };

/**
 * A partner writes to their clinicians alone; with one `clientId` it is stored once. The database owes each of them a mail in this
 * very transaction. Nobody's licence, plan or the couple's state matters, nor how well the session is proven: that is told with it.
 * @throws AppError NOBODY_READS where no clinician is left; TOO_MANY after thirty in an hour; CLOSED once the sender's key was destroyed.
 */
export async function sendWord(tx: Tx, actor: Member, { coupleId, clientId, words }: Sending): Promise<void> {
  const { practiceId, personId: senderId, at: createdAt, strong: proven } = actor;
  await spend("privateWord.sender", `${practiceId} ${senderId}`);
  const id = uuidv4();
  const body = (await wordsOf(tx, practiceId, [senderId])).seal(senderId, words, wordPlace(id));
  const row = { practiceId, id, coupleId, senderId, clientId, body, proven, createdAt };
  await tx.privateWord.createMany({ data: [row], skipDuplicates: true });
}

interface WordRow extends Pick<OpenedWord, "wordId" | "name" | "position" | "at" | "policy"> {
  proven: boolean;
  senderId: string;
  body: Uint8Array;
  contact: Uint8Array | null;
  contactAt: Date | null;
  openings: { personId: string; name: string }[] | null;
}

function wordRows(tx: Tx, { practiceId }: Member, coupleId: string): Promise<WordRow[]> {
  return tx.$queryRaw<WordRow[]>`
    SELECT w.id AS "wordId", w.sender_id AS "senderId", p.display_name AS name, cp.position, w.created_at AS at, w.proven, w.body,
      i.safe_contact AS contact, i.updated_at AS "contactAt", i.secrets_policy AS policy,
      (SELECT json_agg(json_build_object('personId', o.person_id, 'name', op.display_name) ORDER BY o.opened_at, op.display_name)
        FROM private_word_opening o JOIN person op ON op.practice_id = o.practice_id AND op.id = o.person_id
        WHERE o.practice_id = w.practice_id AND o.private_word_id = w.id) AS openings
    FROM private_word w
    JOIN couple_partner cp ON cp.practice_id = w.practice_id AND cp.couple_id = w.couple_id AND cp.person_id = w.sender_id
    JOIN person p ON p.practice_id = w.practice_id AND p.id = w.sender_id
    LEFT JOIN intake i ON i.practice_id = w.practice_id AND i.couple_id = w.couple_id AND i.person_id = w.sender_id
    WHERE w.practice_id = ${practiceId}::uuid AND w.couple_id = ${coupleId}::uuid ORDER BY w.created_at DESC, w.id`;
}

/**
 * Opens everything that the two wrote to their clinicians alone, and records for each word that this clinician has it now. Each
 * reading again is a call of its own, so that the access log holds it.
 */
export async function openWords(tx: Tx, actor: Member, coupleId: string): Promise<{ words: OpenedWord[] }> {
  const { practiceId, personId, at: openedAt } = actor;
  const rows = await wordRows(tx, actor, coupleId);
  const fresh = rows.filter(({ openings }) => !openings?.some((one) => one.personId === personId));
  await tx.privateWordOpening.createMany({
    data: fresh.map(({ wordId }) => ({ practiceId, privateWordId: wordId, personId, coupleId, openedAt })),
    skipDuplicates: true,
  });
  const keys = await wordsOf(
    tx,
    practiceId,
    rows.map((row) => row.senderId),
  );
  return {
    words: rows.map(({ senderId, body, contact, contactAt, openings, proven, ...row }) => ({
      ...row,
      cautions: cautionsOf({ proven, hasSafeContact: contact !== null, policy: row.policy }),
      words: keys.open(senderId, body, wordPlace(row.wordId)),
      safeContact:
        contact && contactAt
          ? { words: keys.open(senderId, contact, safeContactPlace(coupleId)), since: contactAt }
          : null,
      openedBy: (openings ?? []).filter((one) => one.personId !== personId).map((one) => one.name),
    })),
  };
}
