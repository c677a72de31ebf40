import { civilDate } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { staffViewerOf } from "../../people/queries";
import type { Partner } from "../../people/schema";
import { lastDay, mayEnd, phaseOf } from "../policy";
import type { AccessPage, AccessRow, ClinicianRole, EmergencyReason, Therapist } from "../schema";

interface StoredRow {
  coupleClinicianId: string;
  personId: string;
  name: string;
  role: ClinicianRole;
  startsAt: Date;
  endsAt: Date | null;
  addedBy: string | null;
  endedBy: string | null;
  absence: boolean;
  emergency: EmergencyReason | null;
  /** Here now, with a live role of therapist. */
  treats: boolean;
}

interface Frame {
  state: "ACTIVE" | "PAUSED" | "ENDED";
  partners: Partner[] | null;
  timeZone: string;
  manages: boolean;
  nobody: boolean;
  therapists: Therapist[] | null;
}

/** Everything about a couple's readers but the rows themselves, in one statement. */
async function frameOf(tx: Tx, actor: Member, coupleId: string): Promise<Frame | undefined> {
  const [frame] = await tx.$queryRaw<Frame[]>`
    SELECT c.state, pr.time_zone AS "timeZone", c.id = ANY (guard.app_managed_couples()) AS manages,
      c.id = ANY (guard.app_orphaned_couples()) AS nobody,
      (SELECT json_agg(json_build_object('personId', p.id, 'name', p.display_name, 'position', cp.position, 'joined', cp.joined_at IS NOT NULL) ORDER BY cp.position)
        FROM couple_partner cp JOIN person p ON p.practice_id = cp.practice_id AND p.id = cp.person_id
        WHERE cp.practice_id = c.practice_id AND cp.couple_id = c.id) AS partners,
      (SELECT json_agg(json_build_object('personId', p.id, 'name', p.display_name) ORDER BY lower(p.display_name), p.id)
        FROM person p WHERE p.practice_id = c.practice_id AND p.id = ANY ((SELECT guard.app_therapists())::uuid[])) AS therapists
    FROM couple c JOIN practice pr ON pr.id = c.practice_id
    WHERE c.practice_id = ${actor.practiceId}::uuid AND c.id = ${coupleId}::uuid`;
  return frame;
}

/** Every stretch of access to a couple, the present ones by weight, the others by time. */
async function storedRows(tx: Tx, actor: Member, coupleId: string): Promise<StoredRow[]> {
  return tx.$queryRaw<StoredRow[]>`
    SELECT cc.id AS "coupleClinicianId", cc.person_id AS "personId", p.display_name AS name, cc.role, cc.starts_at AS "startsAt", cc.ends_at AS "endsAt",
      a.display_name AS "addedBy", e.display_name AS "endedBy", cc.absence_id IS NOT NULL AS absence, b.reason AS emergency,
      cc.person_id = ANY ((SELECT guard.app_therapists())::uuid[]) AS treats
    FROM couple_clinician cc
    JOIN person p ON p.practice_id = cc.practice_id AND p.id = cc.person_id
    LEFT JOIN person a ON a.practice_id = cc.practice_id AND a.id = cc.added_by_id
    LEFT JOIN person e ON e.practice_id = cc.practice_id AND e.id = cc.ended_by_id
    LEFT JOIN break_glass b ON b.practice_id = cc.practice_id AND b.id = cc.break_glass_id
    WHERE cc.practice_id = ${actor.practiceId}::uuid AND cc.couple_id = ${coupleId}::uuid
    ORDER BY cc.role, cc.starts_at, cc.id`;
}

/** Whom an owner may let in by emergency access: others, and themself where there is nobody else. */
function othersFirst(therapists: Therapist[], { personId }: Member): Therapist[] {
  const others = therapists.filter((one) => one.personId !== personId);
  return others.length > 0 ? others : therapists;
}

/**
 * Who may read a couple, did, and will. For its clinicians, and for owners, who see names and dates and nothing of content.
 * @throws AppError NOT_FOUND for everyone else
 */
export async function accessPage(tx: Tx, actor: Member, coupleId: string): Promise<AccessPage> {
  const reads = actor.clinicianCouples.includes(coupleId);
  const owner = actor.roles.includes("OWNER");
  const frame = reads || owner ? await frameOf(tx, actor, coupleId) : undefined;
  if (!frame) throw new AppError("NOT_FOUND");
  const { state, partners, timeZone, manages, nobody, therapists } = frame;
  const stored = await storedRows(tx, actor, coupleId);
  const rowOf = (row: StoredRow): AccessRow => {
    const { treats: _, startsAt, endsAt, ...rest } = row;
    const self = row.personId === actor.personId;
    return {
      ...rest,
      self,
      from: civilDate(startsAt, timeZone),
      until: endsAt && lastDay(endsAt, timeZone),
      mayEnd: mayEnd({ role: row.role, self, emergency: row.emergency !== null }, { manages, owner }),
    };
  };
  const inPhase = (wanted: ReturnType<typeof phaseOf>) => stored.filter((row) => phaseOf(row, actor.at) === wanted);
  const now = inPhase("now");
  const gone = [...inPhase("past"), ...now.filter((row) => !row.treats)];
  return {
    viewer: staffViewerOf(actor),
    today: civilDate(actor.at, timeZone),
    couple: { coupleId, state, partners: partners ?? [] },
    reads,
    manages,
    primary: now.some((row) => row.role === "PRIMARY" && row.personId === actor.personId),
    mayOpen: owner && nobody,
    nobody,
    now: now.filter((row) => row.treats).map(rowOf),
    planned: inPhase("planned").map(rowOf),
    earlier: gone
      .sort((a, b) => (b.endsAt ?? actor.at).getTime() - (a.endsAt ?? actor.at).getTime())
      .map((row) => ({ ...rowOf(row), mayEnd: false })),
    therapists: owner && nobody ? othersFirst(therapists ?? [], actor) : (therapists ?? []),
  };
}
