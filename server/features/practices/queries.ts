import { businessAssociate } from "@/content/agreements/business-associate";
import { civilDate } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { type Lasting, noticeFor } from "../licences/policy";
import { staffViewerOf } from "../people/queries";
import { isThrough, type StartFacts, stepsOf } from "./policy";
import type { AgreementPage, Notices, SettingsPage, SignedAgreement, StartPage } from "./schema";

/** @throws AppError NOT_FOUND for whoever is no owner: to them the page is not there. */
export function ownerOf(actor: Member): Member {
  if (!actor.roles.includes("OWNER")) throw new AppError("NOT_FOUND");
  return actor;
}

type FactsRow = Omit<StartFacts, "roles" | "twoFactor"> & {
  hidden: boolean;
  signed: boolean;
  licences: Lasting[] | null;
};

/** What is done of somebody's first steps, in one statement; row-level security decides which rows count. */
async function factsOf(tx: Tx, { practiceId, personId }: Member): Promise<FactsRow> {
  const { kind, version } = businessAssociate;
  const [row] = await tx.$queryRaw<FactsRow[]>`
    SELECT pr.sender_chosen_at IS NOT NULL AS "senderChosen",
      (SELECT CASE WHEN bool_or(l.status = 'VERIFIED') THEN 'verified' WHEN bool_or(l.status = 'SUBMITTED') THEN 'submitted' ELSE 'none' END
        FROM licence l WHERE l.practice_id = pr.id AND l.person_id = ${personId}::uuid) AS licence,
      (SELECT json_agg(json_build_object('licenceId', l.id, 'replacesId', l.replaces_id, 'jurisdiction', l.jurisdiction, 'status', l.status, 'expiresOn', l.expires_on))
        FROM licence l WHERE l.practice_id = pr.id AND l.person_id = ${personId}::uuid AND l.status IN ('SUBMITTED', 'VERIFIED')) AS licences,
      EXISTS (SELECT 1 FROM couple c WHERE c.practice_id = pr.id) AS couple,
      EXISTS (SELECT 1 FROM assignment a WHERE a.practice_id = pr.id) AS homework,
      EXISTS (SELECT 1 FROM staff_role r WHERE r.practice_id = pr.id AND r.person_id <> ${personId}::uuid) AS colleague,
      EXISTS (SELECT 1 FROM person_private pp WHERE pp.practice_id = pr.id AND pp.person_id = ${personId}::uuid
        AND pp.start_hidden_at IS NOT NULL) AS hidden,
      EXISTS (SELECT 1 FROM agreement g WHERE g.practice_id = pr.id AND g.kind = ${kind}::agreement_kind AND g.version = ${version}) AS signed
    FROM practice pr WHERE pr.id = ${practiceId}::uuid`;
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/** The first steps of whoever looks, each known from rows. */
export async function startPage(tx: Tx, actor: Member): Promise<StartPage> {
  const { hidden, signed: _, licences: __, ...facts } = await factsOf(tx, actor);
  const { roles, twoFactor } = actor;
  return { viewer: staffViewerOf(actor), steps: stepsOf({ ...facts, roles, twoFactor }), hidden };
}

async function signedBy(tx: Tx, { practiceId }: Member): Promise<SignedAgreement[]> {
  const rows = await tx.agreement.findMany({
    where: { practiceId, kind: businessAssociate.kind },
    orderBy: { version: "desc" },
  });
  return rows.map(({ version, locale, signatory, acceptedAt }) => ({
    version,
    locale: locale === "es" ? "es" : "en",
    signatory,
    acceptedAt,
  }));
}

const dueAfter = (signed: readonly { version: string }[]) =>
  signed.some(({ version }) => version === businessAssociate.version) ? null : businessAssociate.version;

/** What the practice has signed, and what waits. @throws AppError NOT_FOUND for whoever is no owner. */
export async function agreementPage(tx: Tx, actor: Member): Promise<AgreementPage> {
  const signed = await signedBy(tx, ownerOf(actor));
  return { viewer: staffViewerOf(actor), signed, due: dueAfter(signed) };
}

/** The practice as its owner may change it. @throws AppError NOT_FOUND for whoever is no owner. */
export async function settingsPage(tx: Tx, actor: Member): Promise<SettingsPage> {
  const { practiceId: id } = ownerOf(actor);
  const { name, senderName, senderChosenAt, timeZone, country, requiresTwoFactor } =
    await tx.practice.findUniqueOrThrow({ where: { id } });
  const signed = await signedBy(tx, actor);
  return {
    viewer: staffViewerOf(actor),
    fields: { name, senderName, timeZone, country },
    senderChosen: senderChosenAt !== null,
    requiresTwoFactor,
    hasTwoFactor: actor.twoFactor,
    agreement: signed[0] ?? null,
    agreementDue: dueAfter(signed),
  };
}

/** What the frame tells whoever looks, in one statement: first steps to take, and to owners an agreement to sign. */
export async function noticesOf(tx: Tx, actor: Member): Promise<Notices> {
  const { hidden, signed, licences, ...facts } = await factsOf(tx, actor);
  const { roles, twoFactor, licensed } = actor;
  const today = civilDate(actor.at, actor.timeZone);
  return {
    agreementDue: roles.includes("OWNER") && !signed ? businessAssociate.version : null,
    licence: roles.includes("THERAPIST") ? noticeFor(licences ?? [], licensed, today) : null,
    firstSteps: !hidden && !isThrough(stepsOf({ ...facts, roles, twoFactor })),
  };
}
