import { v7 as uuidv7 } from "uuid";
import { addDays, civilDate, fromColumn, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError, type ErrorDetails } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { isCurrent, mayDecide, mayGo, recordedConfirmation } from "./policy";
import { assignStanding } from "./queries";
import type { Decision, LicenceFields, OverrideFields, OverrideReason, SupervisionFields } from "./schema";

const fault = (fields: ErrorDetails["fields"]) => new AppError("INVALID", { fields });

/** Whether the form was sent before: then nothing more is to be done. */
async function sentBefore(tx: Tx, actor: Member, clientId: string): Promise<boolean> {
  const { practiceId, personId } = actor;
  return (await tx.licence.count({ where: { practiceId, personId, clientId } })) > 0;
}

async function checkSubmission(tx: Tx, actor: Member, input: LicenceFields & { replacesId: string | null }) {
  const { practiceId, personId, at } = actor;
  const { kind, number, jurisdiction, expiresOn, replacesId } = input;
  if (expiresOn < civilDate(at, actor.timeZone)) throw fault({ expiresOn: "licenceOver" });
  const own = await tx.licence.findMany({
    where: { practiceId, personId },
    select: { id: true, status: true, kind: true, number: true, jurisdiction: true, expiresOn: true },
  });
  const replaced = own.find((one) => one.id === replacesId);
  if (replacesId && !replaced) throw new AppError("NOT_FOUND");
  const same = own.some(
    (one) =>
      (one.status === "SUBMITTED" || one.status === "VERIFIED") &&
      one.kind === kind &&
      one.number === number &&
      one.jurisdiction === jurisdiction &&
      fromColumn(one.expiresOn) === expiresOn,
  );
  if (same) throw fault({ [replaced?.status === "VERIFIED" ? "expiresOn" : "number"]: "licenceKnown" });
}

/**
 * A therapist submits a licence of their own. A renewal or a correction is a row of its own, so that what is verified
 * holds until its last day whatever becomes of the new one. The same `clientId` again changes nothing.
 * @throws AppError INVALID with the field's fault; NOT_FOUND for who is no therapist, or replaces another's.
 */
export async function submitLicence(
  tx: Tx,
  actor: Member,
  input: LicenceFields & { clientId: string; replacesId: string | null },
): Promise<void> {
  if (!actor.roles.includes("THERAPIST")) throw new AppError("NOT_FOUND");
  if (await sentBefore(tx, actor, input.clientId)) return;
  await checkSubmission(tx, actor, input);
  const { practiceId, personId, at } = actor;
  const { kind, number, jurisdiction, clientId, replacesId } = input;
  const npi = input.npi || null;
  await tx.licence.createMany({
    data: [
      {
        ...{ practiceId, id: uuidv7(), personId, kind, number, jurisdiction, npi, replacesId, clientId },
        expiresOn: toColumn(input.expiresOn),
        submittedAt: at,
        status: "SUBMITTED",
        registryStatus: npi ? "PENDING" : "NONE",
        registryDueAt: npi ? at : null,
      },
    ],
    skipDuplicates: true,
  });
}

/** Takes back what nobody has decided yet. @throws AppError NOT_FOUND; CHANGED_MEANWHILE once it is decided. */
export async function withdrawLicence(tx: Tx, actor: Member, licenceId: string): Promise<void> {
  const { practiceId, personId } = actor;
  const own = { practiceId, personId, id: licenceId };
  const { count } = await tx.licence.deleteMany({ where: { ...own, status: "SUBMITTED" } });
  if (count > 0) return;
  throw new AppError((await tx.licence.count({ where: own })) > 0 ? "CHANGED_MEANWHILE" : "NOT_FOUND");
}

async function isSole(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ sole: boolean }[]>`SELECT guard.app_is_sole_practitioner() AS sole`;
  return row?.sole ?? false;
}

/** What a decision writes, its faults beside their fields. */
function columnsOf(decision: Decision, actor: Member, licence: { personId: string; expiresOn: Date }) {
  const base = { decidedAt: actor.at, decidedById: actor.personId };
  if (decision.verdict === "SUSPENDED") return { ...base, status: decision.verdict };
  if (decision.verdict === "REJECTED") return { ...base, status: decision.verdict, rejection: decision.reason };
  const deciding = { deciderId: actor.personId, holderId: licence.personId };
  const confirmation = recordedConfirmation(deciding, decision.confirmation);
  if (!confirmation) throw fault({ confirmation: "chooseConfirmation" });
  if (confirmation !== "DOCUMENT" && !decision.reference) throw fault({ reference: "enterReference" });
  if (fromColumn(licence.expiresOn) < civilDate(actor.at, actor.timeZone))
    throw fault({ confirmation: "licenceOverDecide" });
  return { ...base, status: decision.verdict, confirmation, boardReference: decision.reference || null };
}

/**
 * An owner decides of a licence: verified with how it was confirmed, rejected with a reason, or suspended. Nobody decides
 * of their own but the only owner who is the only therapist; the database refuses it too.
 * @throws AppError NOT_FOUND for who may not; CHANGED_MEANWHILE when it was decided or withdrawn meanwhile; INVALID.
 */
export async function decideLicence(tx: Tx, actor: Member, decision: Decision): Promise<void> {
  const { practiceId } = actor;
  const where = { practiceId, id: decision.licenceId };
  const licence = await tx.licence.findFirst({ where, select: { personId: true, status: true, expiresOn: true } });
  const owner = actor.roles.includes("OWNER");
  if (!licence || !owner) throw new AppError("NOT_FOUND");
  const own = licence.personId === actor.personId;
  const deciding = { deciderId: actor.personId, holderId: licence.personId, owner, sole: own && (await isSole(tx)) };
  if (!mayDecide(deciding)) throw new AppError("NOT_FOUND");
  if (!mayGo(licence.status, decision.verdict)) throw new AppError("CHANGED_MEANWHILE");
  const data = columnsOf(decision, actor, licence);
  const { count } = await tx.licence.updateMany({ where: { ...where, status: licence.status }, data });
  if (count === 0) throw new AppError("CHANGED_MEANWHILE");
}

/** Ends what an associate has as supervision from a day on, that day not included any more. */
async function endEarlier(tx: Tx, actor: Member, associateId: string, from: string): Promise<void> {
  const { practiceId } = actor;
  const last = toColumn(addDays(from, -1));
  await tx.supervision.updateMany({
    where: { practiceId, associateId, from: { lt: toColumn(from) }, OR: [{ until: null }, { until: { gt: last } }] },
    data: { until: last },
  });
}

/**
 * An owner names an associate's supervisor; an earlier one's time ends the day before.
 * @throws AppError NOT_FOUND for who is no owner or names themselves as associate; INVALID with the field's fault.
 */
export async function supervise(tx: Tx, actor: Member, fields: SupervisionFields): Promise<void> {
  const { practiceId, personId, at } = actor;
  const { associateId, supervisorId, from, until } = fields;
  if (!actor.roles.includes("OWNER") || associateId === personId) throw new AppError("NOT_FOUND");
  const today = civilDate(at, actor.timeZone);
  if (from < today) throw fault({ from: "fromTodayOn" });
  const therapists = await tx.staffRole.findMany({
    where: { practiceId, role: "THERAPIST", endedAt: null, personId: { in: [associateId, supervisorId] } },
    select: { personId: true, person: { select: { licences: { select: { status: true, expiresOn: true } } } } },
  });
  const supervisor = therapists.find((one) => one.personId === supervisorId);
  if (!supervisor || therapists.length !== 2) throw new AppError("NOT_FOUND");
  const held = supervisor.person.licences.map(({ status, expiresOn }) => ({
    status,
    expiresOn: fromColumn(expiresOn),
  }));
  if (!held.some((licence) => isCurrent(licence, today))) throw fault({ supervisorId: "supervisorUnlicensed" });
  await endEarlier(tx, actor, associateId, from);
  const dates = { from: toColumn(from), until: until ? toColumn(until) : null };
  const setBy = { setById: personId, createdAt: at };
  await tx.supervision.createMany({
    data: [{ practiceId, id: uuidv7(), associateId, supervisorId, ...dates, ...setBy }],
  });
}

/** An owner ends a supervision with yesterday: from now on it covers nothing. @throws AppError NOT_FOUND */
export async function endSupervision(tx: Tx, actor: Member, supervisionId: string): Promise<void> {
  const { practiceId } = actor;
  if (!actor.roles.includes("OWNER")) throw new AppError("NOT_FOUND");
  const found = await tx.supervision.findFirst({ where: { practiceId, id: supervisionId } });
  if (!found) throw new AppError("NOT_FOUND");
  const yesterday = addDays(civilDate(actor.at, actor.timeZone), -1);
  const first = addDays(fromColumn(found.from), -1);
  const [, latest = first] = [first, yesterday].sort();
  const until = toColumn(latest);
  if (found.until && found.until <= until) return;
  const { count } = await tx.supervision.updateMany({ where: { practiceId, id: supervisionId }, data: { until } });
  if (count === 0) throw new AppError("NOT_FOUND");
}

/**
 * Brings the supervisors under whose licence an associate assigns into the couple that was entered: they co-review, and
 * are told of it. Where they are clinicians of it already nothing happens.
 */
export async function bringSupervisors(tx: Tx, actor: Member): Promise<void> {
  const { practiceId, at } = actor;
  const brought = await tx.$queryRaw<{ id: string; personId: string }[]>`
    SELECT id, person_id AS "personId" FROM guard.app_bring_supervisors()`;
  if (brought.length === 0) return;
  const kind = "ACCESS_NOTICE" as const;
  await tx.reminder.createMany({
    data: brought.map(({ id, personId }) => ({
      ...{ practiceId, id: uuidv7(), personId, kind, subject: `${id}:added` },
      dueAt: at,
      createdAt: at,
    })),
    skipDuplicates: true,
  });
}

/**
 * Records why a clinician may work with partners who live where no licence at hand reaches; each place asks once.
 * @throws AppError INVALID with the field's fault where a reason is missing or not one that these licences allow.
 */
export async function recordOverrides(
  tx: Tx,
  actor: Member,
  coupleId: string,
  asked: { personIds: readonly string[]; overrides?: Partial<Record<string, OverrideReason>> | undefined },
): Promise<void> {
  const { places, reasons } = await assignStanding(tx, actor, coupleId);
  const missing = places.filter((one) => one.outside && !one.recorded && asked.personIds.includes(one.personId));
  const { practiceId, personId: clinicianId, at } = actor;
  const data = missing.flatMap(({ personId: partnerId, jurisdiction }) => {
    const reason = asked.overrides?.[partnerId];
    if (!jurisdiction || !reason || !reasons.includes(reason))
      throw fault({ [`overrides.${partnerId}`]: "chooseOverride" });
    return [{ practiceId, coupleId, partnerId, clinicianId, jurisdiction, reason, at }];
  });
  await tx.jurisdictionOverride.createMany({ data, skipDuplicates: true });
}

/**
 * Records why a clinician may work with a partner who lives where no licence at hand reaches, before anything is assigned.
 * Once for each place: said before, or not needed, it changes nothing.
 * @throws AppError NOT_FOUND for who is no partner of the couple; INVALID beside `reason` for one that these licences do not allow.
 */
export async function recordOverride(
  tx: Tx,
  actor: Member,
  { coupleId, personId, reason }: OverrideFields & { coupleId: string },
): Promise<void> {
  const { places, reasons } = await assignStanding(tx, actor, coupleId);
  const place = places.find((one) => one.personId === personId);
  if (!place) throw new AppError("NOT_FOUND");
  if (!place.outside || place.recorded || !place.jurisdiction) return;
  if (!reasons.includes(reason)) throw fault({ reason: "chooseOverride" });
  const { practiceId, personId: clinicianId, at } = actor;
  const row = { practiceId, coupleId, partnerId: personId, clinicianId, jurisdiction: place.jurisdiction, reason, at };
  await tx.jurisdictionOverride.createMany({ data: [row], skipDuplicates: true });
}
