import { randomBytes } from "node:crypto";
import pLimit from "p-limit";
import { v7 as uuidv7 } from "uuid";
import { systemClient } from "../db/clients";
import { Prisma } from "../db/generated/client";
import { inPractice } from "../db/in-practice";
import type { Tx } from "../db/with-actor";
import { type Owed, type PlanSettings, planPartner } from "../features/reminders/policy.plan";
import { planStaff } from "../features/reminders/policy.plan-staff";
import { asJson, partnerDrafts } from "./plan-partners";
import { staffDrafts } from "./plan-staff";

interface SettingsRow extends Omit<PlanSettings, "stopped"> {
  personId: string;
  stopped: PlanSettings["stopped"] | null;
  lastAnswerAt: string | null;
  lastMissedAt: string | null;
}

/** While the database reads one, the next is planned. */
const practicesAtOnce = 2;
const instant = (text: string | null) => (text === null ? null : new Date(text));

/** Everybody for whom something may be owed, with what they want and when they last answered. */
function settingsOf(tx: Tx, practiceId: string, personIds: string[]): Promise<SettingsRow[]> {
  return asJson<SettingsRow>(
    tx,
    Prisma.sql`
    SELECT pp.person_id AS "personId", pp.time_zone AS "timeZone", pp.reminder_hour AS "reminderHour", pp.quiet_from AS "quietFrom",
      pp.quiet_to AS "quietTo", pp.reminder_days AS days,
      (SELECT json_agg(json_build_object('kind', o.kind, 'until', o.until)) FROM reminder_opt_out o
        WHERE o.practice_id = pp.practice_id AND o.person_id = pp.person_id) AS stopped,
      (SELECT max(ci.created_at) FROM check_in ci WHERE ci.practice_id = pp.practice_id AND ci.author_id = pp.person_id) AS "lastAnswerAt",
      (SELECT max(r.due_at) FROM reminder r WHERE r.practice_id = pp.practice_id AND r.person_id = pp.person_id
        AND r.kind = 'HOMEWORK_MISSED' AND r.reason IS DISTINCT FROM 'STALE') AS "lastMissedAt"
    FROM person_private pp JOIN person p ON p.practice_id = pp.practice_id AND p.id = pp.person_id AND p.ended_at IS NULL
    WHERE pp.practice_id = ${practiceId}::uuid AND pp.person_id = ANY (${personIds}::uuid[])`,
  );
}

type Row = Owed & { personId: string };

/** So many ids, each later than the one before, with one draw of chance for all. */
function idsFor(count: number): string[] {
  const chance = randomBytes(16 * count);
  return Array.from({ length: count }, (_, place) => uuidv7({ random: chance.subarray(16 * place, 16 * place + 16) }));
}

/** Writes rows under the ledger's key: those that are there already stay as they are. @returns how many are new. */
async function write(tx: Tx, practiceId: string, at: Date, rows: readonly Row[]): Promise<number> {
  if (rows.length === 0) return 0;
  const ids = idsFor(rows.length);
  const all = JSON.stringify(
    rows.map(({ personId, kind, subject, dueAt, reason }, place) => [
      ids[place],
      personId,
      kind,
      subject,
      dueAt,
      reason,
    ]),
  );
  return tx.$executeRaw`
    INSERT INTO reminder (practice_id, id, person_id, kind, subject, due_at, state, reason, created_at, settled_at)
    SELECT ${practiceId}::uuid, (u->>0)::uuid, (u->>1)::uuid, (u->>2)::reminder_kind, u->>3, (u->>4)::timestamptz,
      CASE WHEN u->>5 IS NULL THEN 'OWED' ELSE 'SKIPPED' END::reminder_state, (u->>5)::reminder_reason, ${at}::timestamptz,
      CASE WHEN u->>5 IS NOT NULL THEN ${at}::timestamptz END
    FROM jsonb_array_elements(${all}::jsonb) AS e (u)
    ON CONFLICT DO NOTHING`;
}

/** Writes to the ledger what is owed now in one practice: one row for each person, kind and subject, however often it runs. */
async function sweepPractice(practiceId: string): Promise<number> {
  return inPractice(practiceId, async (tx, at) => {
    // Short statements over many rows: compiling them takes longer than running them.
    await tx.$queryRaw`SELECT set_config('jit', 'off', true)`;
    const partners = await partnerDrafts(tx, practiceId, at);
    const staff = await staffDrafts(tx, practiceId, at);
    if (partners.size + staff.size === 0) return 0;
    const people = await settingsOf(tx, practiceId, [...partners.keys(), ...staff.keys()]);
    const rows = people.flatMap(({ personId, stopped, lastAnswerAt, lastMissedAt, ...times }): Row[] => {
      const settings = { ...times, stopped: stopped ?? [] };
      const answered = { lastAnswerAt: instant(lastAnswerAt), lastMissedAt: instant(lastMissedAt) };
      const partner = partners.get(personId);
      const member = staff.get(personId);
      const owed = [
        ...(partner ? planPartner({ ...partner, ...answered }, settings, at) : []),
        ...(member ? planStaff(member, settings, at) : []),
      ];
      return owed.map((one) => ({ ...one, personId }));
    });
    return write(tx, practiceId, at, rows);
  });
}

/** The ids of every practice of the installation. */
export async function practiceIds(): Promise<string[]> {
  return (await systemClient().practice.findMany({ select: { id: true } })).map((practice) => practice.id);
}

/** Plans the reminders that are owed now, practice by practice. @returns how many rows are new. */
export async function sweepReminders(): Promise<number> {
  const one = pLimit(practicesAtOnce);
  const owed = await Promise.all((await practiceIds()).map((id) => one(() => sweepPractice(id))));
  return owed.reduce((sum, rows) => sum + rows, 0);
}
