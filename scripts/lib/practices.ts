import type { Client } from "pg";
import { inTransaction, logInPractice } from "./keys/rotation";
import { PlainError } from "./steps.mjs";

/** What an operator looks at before they vouch for a practice. All but the dates was said by the practice itself. */
export interface PracticeFacts {
  id: string;
  name: string;
  country: string;
  createdAt: Date;
  verifiedAt: Date | null;
  /** People with a login who work there. */
  staff: number;
  /** Verified licences, and how many of them an NPI record of the same name stands behind. */
  licences: number;
  matched: number;
  /** Invitation mails of the last 24 hours, and partners who have joined. */
  mails: number;
  joined: number;
}

/** The facts of the practice with that id, of those with that name, or of all that nobody has verified; oldest first. */
export async function practiceFacts(owner: Client, named: string | null): Promise<PracticeFacts[]> {
  const { rows } = await owner.query<PracticeFacts>(
    `SELECT pr.id, pr.name, pr.country, pr.created_at AS "createdAt", pr.verified_at AS "verifiedAt",
       (SELECT count(DISTINCT p.id)::int FROM person p JOIN staff_role r ON r.practice_id = p.practice_id AND r.person_id = p.id
         WHERE p.practice_id = pr.id AND p.user_id IS NOT NULL AND p.ended_at IS NULL AND r.ended_at IS NULL) AS staff,
       (SELECT count(*)::int FROM licence l WHERE l.practice_id = pr.id AND l.status = 'VERIFIED') AS licences,
       (SELECT count(*)::int FROM licence l WHERE l.practice_id = pr.id AND l.status = 'VERIFIED' AND l.registry_status = 'MATCHED') AS matched,
       (SELECT count(*)::int FROM reminder m WHERE m.practice_id = pr.id AND m.kind = 'INVITATION'
         AND m.created_at > clock_timestamp() - interval '24 hours') AS mails,
       (SELECT count(*)::int FROM couple_partner cp WHERE cp.practice_id = pr.id AND cp.joined_at IS NOT NULL) AS joined
     FROM practice pr
     WHERE CASE WHEN $1::text IS NULL THEN pr.verified_at IS NULL ELSE pr.id::text = lower($1) OR lower(pr.name) = lower($1) END
     ORDER BY pr.created_at, pr.id`,
    [named],
  );
  return rows;
}

/** The one practice that is meant. @throws PlainError when there is none, or more than one has the name */
export async function meantPractice(owner: Client, named: string): Promise<PracticeFacts> {
  const found = await practiceFacts(owner, named);
  const [only] = found;
  if (!only) throw new PlainError(`There is no practice with the id or name ${JSON.stringify(named)}.`);
  if (found.length > 1)
    throw new PlainError(
      `More than one practice has that name. Say which:\n${found.map(({ id }) => `  ${id}`).join("\n")}`,
    );
  return only;
}

/**
 * Lifts the limits of a practice that nobody had verified, or lays them on it again. It stands in the practice's access log.
 * Doing it twice changes nothing. @returns whether something changed
 */
export async function setVerified(owner: Client, practiceId: string, verified: boolean): Promise<boolean> {
  let changed = false;
  await inTransaction(owner, async () => {
    const { rowCount } = await owner.query(
      `UPDATE practice SET verified_at = CASE WHEN $2 THEN clock_timestamp() END WHERE id = $1 AND (verified_at IS NULL) = $2`,
      [practiceId, verified],
    );
    changed = rowCount === 1;
    if (changed)
      await logInPractice(owner, practiceId, verified ? "practice.verify" : "practice.unverify", "ADMINISTRATION");
  });
  return changed;
}
