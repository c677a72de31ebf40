import { type CivilDate, civilDate } from "@/server/clock";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { staffViewerOf } from "../people/queries";
import { type Covering, type Lasting, type Located, placesOf, reasonsFor, warningStands } from "./policy";
import type { AssignStanding, LicenceCard, LicencesPage, SupervisionRow, Therapist } from "./schema";

const isOwner = (actor: Member) => actor.roles.includes("OWNER");

/** Licences as row-level security shows them: one's own, and for owners everybody's; the latest first. */
async function licenceCards(tx: Tx, actor: Member): Promise<LicenceCard[]> {
  return tx.$queryRaw<LicenceCard[]>`
    SELECT l.id AS "licenceId", l.person_id AS "personId", p.display_name AS name, l.kind, l.number, l.jurisdiction,
      l.expires_on::text AS "expiresOn", l.npi, l.replaces_id AS "replacesId", l.submitted_at AS "submittedAt", l.status,
      l.decided_at AS "decidedAt", d.display_name AS "decidedBy", l.confirmation, l.board_reference AS "boardReference", l.rejection,
      l.registry_status AS "registryStatus", l.registry_facts AS "registryFacts", coalesce(l.mismatches::text[], '{}') AS mismatches,
      l.registry_at AS "registryAt"
    FROM licence l
    JOIN person p ON p.practice_id = l.practice_id AND p.id = l.person_id
    LEFT JOIN person d ON d.practice_id = l.practice_id AND d.id = l.decided_by_id
    WHERE l.practice_id = ${actor.practiceId}::uuid AND (l.person_id = ${actor.personId}::uuid OR p.ended_at IS NULL)
    ORDER BY l.submitted_at DESC, l.id DESC`;
}

/** Who supervises whom from today on, as far as the viewer may know. */
async function supervisions(tx: Tx, actor: Member): Promise<SupervisionRow[]> {
  const today = civilDate(actor.at, actor.timeZone);
  return tx.$queryRaw<SupervisionRow[]>`
    SELECT s.id AS "supervisionId", s.associate_id AS "associateId", a.display_name AS associate, s.supervisor_id AS "supervisorId",
      v.display_name AS supervisor, s.starts_on::text AS "from", s.ends_on::text AS until, s.supervisor_id = ANY (guard.app_licensed_therapists()) AS covered
    FROM supervision s
    JOIN person a ON a.practice_id = s.practice_id AND a.id = s.associate_id AND a.ended_at IS NULL
    JOIN person v ON v.practice_id = s.practice_id AND v.id = s.supervisor_id AND v.ended_at IS NULL
    WHERE s.practice_id = ${actor.practiceId}::uuid AND (s.ends_on IS NULL OR s.ends_on >= ${today}::date)
    ORDER BY a.display_name, s.starts_on`;
}

interface PracticeRow {
  country: string;
  sole: boolean;
  therapists: Therapist[] | null;
}

/** The practice's therapists with their standing (for owners), and whether the viewer is alone in it. */
async function practiceFacts(tx: Tx, actor: Member): Promise<PracticeRow> {
  const today = civilDate(actor.at, actor.timeZone);
  const [row] = await tx.$queryRaw<PracticeRow[]>`
    SELECT pr.country, guard.app_is_sole_practitioner() AS sole,
      (SELECT json_agg(json_build_object('personId', p.id, 'name', p.display_name, 'licensed', p.id = ANY (g.licensed),
          'ownLicence', EXISTS (SELECT 1 FROM licence l WHERE l.practice_id = p.practice_id AND l.person_id = p.id AND l.status = 'VERIFIED'
            AND l.expires_on >= ${today}::date)) ORDER BY p.display_name)
        FROM (SELECT guard.app_licensed_therapists() AS licensed) g, staff_role r
        JOIN person p ON p.practice_id = r.practice_id AND p.id = r.person_id AND p.ended_at IS NULL
        WHERE r.practice_id = pr.id AND r.role = 'THERAPIST' AND r.ended_at IS NULL AND ${isOwner(actor)}::boolean) AS therapists
    FROM practice pr WHERE pr.id = ${actor.practiceId}::uuid`;
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/** One's own licences, and for owners everybody's. @throws AppError NOT_FOUND for who is neither therapist nor owner. */
export async function licencesPage(tx: Tx, actor: Member): Promise<LicencesPage> {
  if (!isOwner(actor) && !actor.roles.includes("THERAPIST")) throw new AppError("NOT_FOUND");
  const cards = await licenceCards(tx, actor);
  const facts = await practiceFacts(tx, actor);
  return {
    viewer: staffViewerOf(actor),
    personId: actor.personId,
    country: facts.country,
    licensed: actor.licensed,
    sole: facts.sole,
    mine: cards.filter((card) => card.personId === actor.personId),
    others: cards.filter((card) => card.personId !== actor.personId),
    supervisions: await supervisions(tx, actor),
    therapists: facts.therapists ?? [],
  };
}

/**
 * The therapists of the practice who may take couples on and assign today: own licence, or a supervisor's.
 * For whoever enrols a couple in another's name.
 */
export async function licensedTherapists(tx: Tx): Promise<string[]> {
  const [row] = await tx.$queryRaw<{ ids: string[] }[]>`SELECT guard.app_licensed_therapists() AS ids`;
  return row?.ids ?? [];
}

/** What a mail about a licence that ends would speak of, as it is now; for the worker, who reads one practice. */
export async function warningPremise(
  tx: Tx,
  { practiceId, personId, subject }: { practiceId: string; personId: string; subject: string },
  today: CivilDate,
): Promise<{ running: number; open: number }> {
  const all = await tx.$queryRaw<Lasting[]>`
    SELECT id AS "licenceId", replaces_id AS "replacesId", jurisdiction, status, expires_on::text AS "expiresOn"
    FROM licence WHERE practice_id = ${practiceId}::uuid AND person_id = ${personId}::uuid`;
  const licence = all.find((one) => subject.startsWith(`${one.licenceId}:`));
  const running = licence?.status === "VERIFIED" ? 1 : 0;
  return { running, open: licence && warningStands(licence, all, today) ? 1 : 0 };
}

/** SQL: where the partners of a couple live, as JSON, each with the reasons that the viewer recorded for places of theirs. */
export const locatedJson = ({ practiceId, personId }: Member, coupleId: Prisma.Sql) => Prisma.sql`
  (SELECT json_agg(json_build_object('personId', cp.person_id, 'country', i.country, 'region', i.region, 'overrides', coalesce(
      (SELECT json_agg(json_build_object('jurisdiction', o.jurisdiction, 'reason', o.reason)) FROM jurisdiction_override o
        WHERE o.practice_id = cp.practice_id AND o.couple_id = cp.couple_id AND o.partner_id = cp.person_id
          AND o.clinician_id = ${personId}::uuid), '[]')) ORDER BY cp.position)
    FROM couple_partner cp
    LEFT JOIN intake i ON i.practice_id = cp.practice_id AND i.couple_id = cp.couple_id AND i.person_id = cp.person_id
    WHERE cp.practice_id = ${practiceId}::uuid AND cp.couple_id = ${coupleId})`;

/** SQL: the licences under which the viewer works today, their own and their supervisors', as JSON. */
export const coveringJson = Prisma.sql`
  (SELECT json_agg(json_build_object('kind', l.kind, 'jurisdiction', l.jurisdiction)) FROM guard.app_covering_licences() l)`;

/** What `locatedJson` and `coveringJson` answer. */
export interface PlaceFacts {
  located: Located[] | null;
  covering: Covering[] | null;
}

interface StandingRow {
  located: Located[] | null;
  licences: (Covering & { holderId: string; name: string; present: boolean })[] | null;
}

/** Under whose licence a clinician assigns to a couple, and which partner lives where none of them reaches. */
export async function assignStanding(tx: Tx, actor: Member, coupleId: string): Promise<AssignStanding> {
  const [row] = await tx.$queryRaw<StandingRow[]>`
    SELECT ${locatedJson(actor, Prisma.sql`${coupleId}::uuid`)} AS located,
      (SELECT json_agg(json_build_object('kind', l.kind, 'jurisdiction', l.jurisdiction, 'holderId', l.holder_id, 'name', p.display_name,
          'present', EXISTS (SELECT 1 FROM couple_clinician cc WHERE cc.practice_id = p.practice_id AND cc.couple_id = ${coupleId}::uuid
            AND cc.person_id = l.holder_id AND (cc.ends_at IS NULL OR cc.ends_at > ${actor.at}::timestamptz))))
        FROM guard.app_covering_licences() l JOIN person p ON p.practice_id = ${actor.practiceId}::uuid AND p.id = l.holder_id) AS licences`;
  const licences = row?.licences ?? [];
  const supervisor = licences.find((one) => one.holderId !== actor.personId);
  return {
    supervisor: supervisor ? { name: supervisor.name, present: supervisor.present } : null,
    places: placesOf(
      row?.located ?? [],
      licences.map((one) => one.jurisdiction),
    ),
    reasons: reasonsFor(licences.map((one) => one.kind)),
  };
}
