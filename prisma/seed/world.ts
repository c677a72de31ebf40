import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { businessAssociate } from "@/content/agreements/business-associate";
import { practice as practicePlan } from "@/content/plans";
import type { Cadence } from "@/content/schema";
import { addDays, type CivilDate, civilDate, toColumn } from "@/server/clock";
import { sealBytes } from "@/server/crypto";
import type { Client } from "@/server/db/clients";
import type { Prisma } from "@/server/db/generated/client";
import { makePersonKey, makePracticeKey } from "@/server/db/keys";
import { rhythmRows } from "@/server/features/appointments/commands";
import { horizonDays, windowsOf } from "@/server/features/homework/policy";
import { draftColumns, editionRow, libraryDraft, ownVersionRow, versionRow } from "@/server/features/strategies/policy";
import { insertWorld, type Rows } from "./insert";

export interface PracticeRef {
  id: string;
  timeZone: string;
  key: Buffer;
}
export interface PersonRef {
  id: string;
  userId: string;
  practice: PracticeRef;
  name: string;
  key: Buffer;
}
export interface CoupleRef {
  id: string;
  practice: PracticeRef;
  partners: PersonRef[];
  /** The open invitation of the one who has not joined. */
  invitationId?: string;
}
export interface AssignmentRef {
  id: string;
  couple: CoupleRef;
}
export interface OccurrenceRef {
  id: string;
  assignment: AssignmentRef;
  person: PersonRef;
  /** Counts from 0 over the life of the assignment. */
  ordinal: number;
  opensOn: CivilDate;
  dueOn: CivilDate;
}
export interface OwnStrategyRef {
  id: string;
  /** What was published of it; null for a draft. */
  editionId: string | null;
}
export interface CheckInRef {
  id: string;
  occurrence: OccurrenceRef;
}

/** What a seeded licence is, where it differs from the usual one. */
export interface LicenceFields {
  number?: string;
  jurisdiction?: string;
  /** Days from the present to the last day; 500 without it. */
  lastsDays?: number;
  npi?: string;
  status?: "VERIFIED" | "SUBMITTED";
}

type Role = "OWNER" | "THERAPIST" | "COORDINATOR";
type Visibility = "PRIVATE" | "THERAPIST" | "SHARED";

/** Gathers the rows of a practice's life in memory, as the product itself would write them, and saves them at once. */
export class World {
  readonly rows: Rows;
  private readonly users = new Map<string, string>();
  private readonly versions = new Map<string, string>();
  private readonly owners = new Map<string, string>();

  /** @param at the present of this world @param passwordHash the argon2id string that every login gets */
  constructor(
    readonly at: Date,
    private readonly passwordHash: string,
  ) {
    this.rows = {
      user: [],
      credential: [],
      membership: [],
      practice: [],
      practiceKey: [],
      billingAccount: [],
      entitlement: [],
      person: [],
      personPrivate: [],
      personKey: [],
      staffRole: [],
      licence: [],
      agreement: [],
      supervision: [],
      couple: [],
      couplePartner: [],
      absence: [],
      coupleClinician: [],
      invitation: [],
      intake: [],
      appointmentRhythm: [],
      appointment: [],
      strategy: [],
      strategyVersion: [],
      strategyEdition: [],
      assignment: [],
      assignmentPartner: [],
      occurrence: [],
      checkIn: [],
      entry: [],
      entryClearance: [],
      reply: [],
      review: [],
      pulse: [],
      disclosure: [],
      safetyRecord: [],
      privateWord: [],
      privateWordOpening: [],
      program: [],
      enrolment: [],
      enrolmentWeek: [],
      enrolmentHomework: [],
      transfer: [],
      release: [],
      reception: [],
    };
  }

  practice(fields: { name: string; senderName: string; timeZone: string }): PracticeRef {
    const id = uuidv7();
    const { key, ...wrapped } = makePracticeKey(id);
    const chosen = { requiresTwoFactor: false, senderChosenAt: this.at, verifiedAt: this.at };
    this.rows.practice.push({ ...fields, ...chosen, id, country: "US", createdAt: this.at });
    this.rows.practiceKey.push({ practiceId: id, ...wrapped });
    // Whoever plays with a seeded world is not asked to pay first.
    this.rows.billingAccount.push({ practiceId: id });
    const given = { reason: "GIVEN", subject: "", plan: "PRACTICE" } as const;
    this.rows.entitlement.push({ practiceId: id, ...given, startsAt: this.at });
    return { id, timeZone: fields.timeZone, key };
  }

  /** Takes back that a practice was given its plan: it is on trial, and has these hours left. */
  onTrial({ id: practiceId }: PracticeRef, hoursLeft: number): void {
    const endsAt = new Date(this.at.getTime() + hoursLeft * 3_600_000);
    const startsAt = new Date(endsAt.getTime() - practicePlan.trialDays * 86_400_000);
    const trial = { practiceId, reason: "TRIAL", subject: "", plan: "PRACTICE", startsAt, endsAt } as const;
    this.rows.entitlement = [...this.rows.entitlement.filter((one) => one.practiceId !== practiceId), trial];
  }

  private user(email: string): string {
    const known = this.users.get(email);
    if (known) return known;
    const id = uuidv7();
    this.users.set(email, id);
    this.rows.user.push({ id, email, createdAt: this.at });
    this.rows.credential.push({
      id: uuidv7(),
      userId: id,
      kind: "PASSWORD",
      secret: this.passwordHash,
      createdAt: this.at,
      updatedAt: this.at,
    });
    return id;
  }

  person(
    practice: PracticeRef,
    fields: { name: string; email: string; locale?: string; timeZone?: string; roles?: Role[]; licensed?: boolean },
  ): PersonRef {
    const {
      name,
      email,
      locale = "en",
      timeZone = practice.timeZone,
      roles = [],
      licensed = roles.includes("THERAPIST"),
    } = fields;
    const id = uuidv7();
    const practiceId = practice.id;
    const userId = this.user(email);
    const { key, wrapped } = makePersonKey(practice.key, practiceId, id);
    this.rows.membership.push({ userId, practiceId, personId: id, staff: roles.length > 0 });
    this.rows.person.push({ practiceId, id, userId, displayName: name, createdAt: this.at });
    this.rows.personPrivate.push({ practiceId, personId: id, contactEmail: email, locale, timeZone, reminderHour: 9 });
    this.rows.personKey.push({ practiceId, personId: id, wrapped });
    for (const role of roles) this.rows.staffRole.push({ practiceId, personId: id, role });
    if (roles.includes("OWNER")) this.owners.set(practiceId, id);
    if (roles.includes("OWNER")) this.agreement(practiceId, id, name);
    const person = { id, userId, practice, name, key };
    if (licensed) this.licence(person);
    return person;
  }

  /** Signed by the first owner, as at sign-up. */
  private agreement(practiceId: string, personId: string, signatory: string): void {
    if (this.rows.agreement.some((row) => row.practiceId === practiceId)) return;
    const { kind, version } = businessAssociate;
    const signed = { kind, version, locale: "en", personId, signatory, acceptedAt: this.at };
    this.rows.agreement.push({ practiceId, id: uuidv7(), ...signed });
  }

  /** A licence, by default verified: by the practice's owner at the board, or attested where the holder is the owner. */
  licence(holder: PersonRef, fields: LicenceFields = {}): string {
    const { number = "LMFT-10482", jurisdiction = "US-NY", lastsDays = 500, npi = null, status = "VERIFIED" } = fields;
    const id = uuidv7();
    const practiceId = holder.practice.id;
    const owner = this.owners.get(practiceId) ?? null;
    const verified = status === "VERIFIED";
    this.rows.licence.push({
      ...{ practiceId, id, personId: holder.id, kind: "LMFT", number, jurisdiction, npi, status, clientId: uuidv4() },
      expiresOn: toColumn(addDays(civilDate(this.at, holder.practice.timeZone), lastsDays)),
      submittedAt: this.at,
      decidedAt: verified ? this.at : null,
      decidedById: verified ? owner : null,
      confirmation: verified ? (owner === holder.id ? "ATTESTED" : "BOARD_WEBSITE") : null,
      boardReference: verified ? "Active, no discipline on record" : null,
      registryStatus: npi ? "PENDING" : "NONE",
      registryDueAt: npi ? this.at : null,
    });
    return id;
  }

  /** `associate` assigns under the licence of `supervisor`, from today on. */
  supervision(associate: PersonRef, supervisor: PersonRef): string {
    const id = uuidv7();
    const practiceId = associate.practice.id;
    this.rows.supervision.push({
      ...{ practiceId, id, associateId: associate.id, supervisorId: supervisor.id },
      from: toColumn(civilDate(this.at, associate.practice.timeZone)),
      setById: this.owners.get(practiceId) ?? supervisor.id,
      createdAt: this.at,
    });
    return id;
  }

  couple(fields: {
    partners: [PersonRef, ...PersonRef[]];
    clinicians: PersonRef[];
    startedOn: CivilDate;
    state?: "ACTIVE" | "PAUSED" | "ENDED";
    waiting?: PersonRef;
    /** The states that the two live in; New York without it. */
    regions?: [string, string] | undefined;
    /** False: nobody has recorded yet that each was asked alone. */
    screened?: boolean | undefined;
  }): CoupleRef {
    const { partners, clinicians, startedOn, state = "ACTIVE", waiting, regions, screened = true } = fields;
    const id = uuidv7();
    const practice = partners[0].practice;
    const practiceId = practice.id;
    this.rows.couple.push({ practiceId, id, state, startedOn: toColumn(startedOn), createdAt: this.at });
    for (const [index, person] of partners.entries()) {
      const joinedAt = person === waiting ? null : toColumn(startedOn);
      this.rows.couplePartner.push({ practiceId, coupleId: id, personId: person.id, position: index + 1, joinedAt });
      if (joinedAt) this.intake(person, id, joinedAt, regions?.[index] ?? "NY");
    }
    for (const [index, person] of clinicians.entries()) {
      const role = index === 0 ? ("PRIMARY" as const) : ("SUPERVISOR" as const);
      this.rows.coupleClinician.push({
        practiceId,
        coupleId: id,
        personId: person.id,
        role,
        startsAt: toColumn(startedOn),
      });
    }
    const [primary] = clinicians;
    if (primary && screened) this.safety(id, primary, startedOn);
    const invitationId = waiting && clinicians[0] && this.waitFor(waiting, { coupleId: id }, clinicians[0]);
    return { id, practice, partners, invitationId };
  }

  /** Each was asked alone at the start, and is asked again in a year. */
  private safety(coupleId: string, by: PersonRef, startedOn: CivilDate): void {
    const { id: practiceId, timeZone } = by.practice;
    this.rows.safetyRecord.push({
      ...{ practiceId, id: uuidv7(), coupleId, standing: "JOINT", eachAlone: true, recordedById: by.id },
      ...{ lookAgainOn: toColumn(addDays(civilDate(this.at, timeZone), 365)), clientId: uuidv4() },
      createdAt: toColumn(startedOn),
    });
  }

  /** What a partner says on joining. */
  private intake({ id: personId, practice }: PersonRef, coupleId: string, at: Date, region: string): void {
    const accepted = { adultAt: at, consentVersion: "2026-11", consentAt: at, secretsPolicy: "CONFIDENTIAL" as const };
    const place = { country: "US", region };
    const base = { practiceId: practice.id, coupleId, personId };
    this.rows.intake.push({ ...base, ...place, ...accepted, secretsAt: at, updatedAt: at });
  }

  /** Somebody who was invited three days ago and has no login yet. */
  waitFor({ id: personId, practice }: PersonRef, aim: { coupleId: string } | { roles: Role[] }, by: PersonRef): string {
    const practiceId = practice.id;
    const { rows } = this;
    const mine = (row: { personId: string }) => row.personId === personId;
    const [hidden] = rows.personPrivate.filter(mine);
    const [member] = rows.membership.filter(mine);
    const email = hidden?.contactEmail ?? null;
    for (const row of rows.person) if (row.id === personId) row.userId = null;
    if (hidden) hidden.contactEmail = null;
    rows.membership = rows.membership.filter((row) => !mine(row));
    rows.personKey = rows.personKey.filter((row) => !mine(row));
    rows.user = rows.user.filter((row) => row.id !== member?.userId);
    rows.credential = rows.credential.filter((row) => row.userId !== member?.userId);
    const day = 86_400_000;
    const sentAt = new Date(this.at.getTime() - 3 * day);
    const times = { createdAt: sentAt, sentAt, expiresAt: new Date(sentAt.getTime() + 7 * day) };
    const id = uuidv4();
    rows.invitation.push({
      practiceId,
      id,
      personId,
      createdById: by.id,
      roles: [],
      ...aim,
      email,
      sends: 1,
      ...times,
    });
    return id;
  }

  /** A therapist's time away; cover is a row of its own. */
  absence(person: PersonRef, days: { startsOn: CivilDate; endsOn: CivilDate; homeworkRests?: boolean }): string {
    const id = uuidv7();
    const { startsOn, endsOn, homeworkRests = true } = days;
    const dates = { startsOn: toColumn(startsOn), endsOn: toColumn(endsOn) };
    const row = {
      practiceId: person.practice.id,
      id,
      personId: person.id,
      ...dates,
      homeworkRests,
      createdAt: this.at,
    };
    this.rows.absence.push(row);
    return id;
  }

  /** A couple that a therapist of another practice has taken on, and nobody has answered. */
  transfer(couple: CoupleRef, fields: { by: PersonRef; to: PersonRef; toName: string; fromName: string }): string {
    const id = uuidv4();
    const { by, to, toName, fromName } = fields;
    const { at } = this;
    const expiresAt = new Date(at.getTime() + 30 * 86_400_000);
    const secretsPolicy = "CONFIDENTIAL" as const;
    this.rows.transfer.push({
      ...{ practiceId: couple.practice.id, id, coupleId: couple.id, startedById: by.id, createdAt: at, takenAt: at },
      ...{ expiresAt, toPracticeId: to.practice.id, toPracticeName: toName, toTherapistName: to.name, secretsPolicy },
    });
    this.rows.reception.push({
      ...{
        practiceId: to.practice.id,
        id,
        coupleId: uuidv4(),
        takenById: to.id,
        takenAt: at,
        expiresAt,
        secretsPolicy,
      },
      ...{ fromPracticeName: fromName, fromTherapistName: by.name },
    });
    return id;
  }

  /** A partner's own answer to a transfer. What had gone, went two days before. */
  release(
    couple: CoupleRef,
    person: PersonRef,
    transferId: string,
    answer: "AUTHORIZED" | "DECLINED",
    copied = false,
  ): void {
    const { at } = this;
    const day = 86_400_000;
    const answeredAt = new Date(at.getTime() - 3 * day);
    const base = { practiceId: couple.practice.id, id: uuidv4(), coupleId: couple.id, transferId, personId: person.id };
    const signed = {
      ...{ signedAs: person.name, textVersion: "2026-11", consentVersion: "2026-11" },
      ...{ secretsPolicy: "CONFIDENTIAL" as const, goesAt: new Date(answeredAt.getTime() + day) },
    };
    const rest = answer === "AUTHORIZED" ? signed : {};
    const copiedAt = copied ? new Date(at.getTime() - 2 * day) : null;
    this.rows.release.push({ ...base, answer, answeredAt, ...rest, checkInIds: [], entryIds: [], weeks: [], copiedAt });
  }

  appointment(couple: CoupleRef, startsAt: Date): string {
    const id = uuidv7();
    this.rows.appointment.push({ practiceId: couple.practice.id, id, coupleId: couple.id, startsAt, minutes: 50 });
    return id;
  }

  /** A standing rhythm with its appointments, as far ahead as they exist. */
  rhythm(couple: CoupleRef, fields: { startsOn: CivilDate; time: string; weeks: number }): string {
    const { startsOn, ...clock } = fields;
    const row = { practiceId: couple.practice.id, id: uuidv7(), coupleId: couple.id, ...clock, minutes: 50 };
    this.rows.appointmentRhythm.push({ ...row, startsOn: toColumn(startsOn), createdAt: this.at });
    this.rows.appointment.push(...rhythmRows({ ...row, startsOn }, this.at, couple.practice.timeZone));
    return row.id;
  }

  /** An own strategy, published once unless it is a draft: what the library has under `like`, with a title of its own. */
  ownStrategy(
    author: PersonRef,
    fields: { like: string; title: { en: string; es: string }; state?: "DRAFT" | "ARCHIVED"; shared?: boolean },
  ): OwnStrategyRef {
    const { id: practiceId } = author.practice;
    const id = uuidv7();
    const draft = libraryDraft(fields.like);
    draft.text.title = fields.title;
    const at = { createdAt: this.at, updatedAt: this.at };
    const state = fields.state ?? ("PUBLISHED" as const);
    const head = { practiceId, id, authorId: author.id, state, shared: fields.shared ?? false, revision: 1 };
    this.rows.strategy.push({ ...head, ...draftColumns(draft), ...at });
    if (state === "DRAFT") return { id, editionId: null };
    const version = ownVersionRow(practiceId, id, draft, this.at);
    this.rows.strategyVersion.push(version);
    const edition = editionRow({ strategyId: id, number: 1, authorId: author.id }, version, draft);
    this.rows.strategyEdition.push(edition);
    return { id, editionId: edition.id };
  }

  /** The practice's copy of a library strategy, made on first use. */
  version(practice: PracticeRef, key: string): string {
    const known = this.versions.get(practice.id + key);
    if (known) return known;
    const row = versionRow(practice.id, key, this.at);
    this.versions.set(practice.id + key, row.id);
    this.rows.strategyVersion.push(row);
    return row.id;
  }

  assign(
    couple: CoupleRef,
    fields: {
      key: string;
      by: PersonRef;
      cadence: Cadence;
      startsOn: CivilDate;
      endsOn?: CivilDate;
      /** It ends with the first appointment after this day, which `endsOn` names. */
      untilAfter?: CivilDate;
      ended?: boolean;
      note?: string;
      only?: PersonRef;
      mode?: "EACH" | "TOGETHER";
      knownToBoth?: boolean;
    },
  ): { assignment: AssignmentRef; occurrences: OccurrenceRef[] } {
    const { key, by, cadence, startsOn, endsOn, ended = false, note, only } = fields;
    const id = uuidv7();
    const practiceId = couple.practice.id;
    const base = { practiceId, coupleId: couple.id };
    const place = { table: "assignment", column: "note", practiceId, rowId: id };
    this.rows.assignment.push({
      ...base,
      id,
      strategyVersionId: this.version(couple.practice, key),
      assignedById: by.id,
      mode: only ? "JUST_YOU" : (fields.mode ?? "EACH"),
      knownToBoth: only ? (fields.knownToBoth ?? false) : true,
      cadence,
      startsOn: toColumn(startsOn),
      endsOn: endsOn ? toColumn(endsOn) : null,
      untilAfter: fields.untilAfter ? toColumn(fields.untilAfter) : null,
      state: ended ? "ENDED" : "ACTIVE",
      note: note ? sealBytes(by.key, Buffer.from(note), place) : null,
      clientId: uuidv4(),
      createdAt: toColumn(startsOn),
      endedAt: ended && endsOn ? toColumn(endsOn) : null,
    });
    const assignment = { id, couple };
    const until = ended && endsOn ? endsOn : addDays(civilDate(this.at, couple.practice.timeZone), horizonDays);
    const people = only ? [only] : couple.partners;
    const occurrences = people.flatMap((person) => {
      this.rows.assignmentPartner.push({ ...base, assignmentId: id, personId: person.id });
      return windowsOf(cadence, startsOn, endsOn ?? null, until).map(({ ordinal, opensOn, dueOn }) => {
        const occurrence = { id: uuidv4(), assignment, person, ordinal, opensOn, dueOn };
        const dates = { opensOn: toColumn(opensOn), dueOn: toColumn(dueOn) };
        this.rows.occurrence.push({
          ...base,
          id: occurrence.id,
          assignmentId: id,
          personId: person.id,
          ordinal,
          ...dates,
        });
        return occurrence;
      });
    });
    return { assignment, occurrences };
  }

  checkIn(
    occurrence: OccurrenceRef,
    fields: {
      result?: "DONE" | "PARTLY" | "NOT_THIS_TIME";
      difficulty?: number;
      usefulness?: number;
      visibility?: Visibility;
      words?: string;
      at?: Date;
      reviewedBy?: PersonRef;
    },
  ): CheckInRef {
    const {
      result = "DONE",
      difficulty = null,
      usefulness = null,
      visibility = "THERAPIST",
      words,
      at = this.at,
      reviewedBy,
    } = fields;
    const { couple, id: assignmentId } = occurrence.assignment;
    const base = { practiceId: couple.practice.id, coupleId: couple.id };
    const id = uuidv4();
    const sharedAt = visibility === "SHARED" ? at : null;
    const times = { createdAt: at, updatedAt: at };
    const author = occurrence.person;
    const answer = {
      assignmentId,
      occurrenceId: occurrence.id,
      authorId: author.id,
      clientId: uuidv4(),
      result,
      difficulty,
      usefulness,
    };
    this.rows.checkIn.push({ ...base, id, ...answer, sharedAt, ...times });
    if (words)
      this.rows.entry.push({ ...base, ...this.words(author, words), checkInId: id, visibility, sharedAt, ...times });
    if (reviewedBy)
      this.rows.review.push({ ...base, checkInId: id, reviewedById: reviewedBy.id, version: 1, reviewedAt: at });
    return { id, occurrence };
  }

  /** What a partner stored with a tool of their homework. */
  toolEntry(
    occurrence: OccurrenceRef,
    fields: {
      block: string;
      kind: string;
      body: unknown;
      visibility: "PRIVATE" | "THERAPIST" | "SHARED";
      slot?: string;
      once?: string;
      gate?: "MUTUAL" | "CONSENT";
      /** When it reached the partner, or will. */
      sharedAt?: Date;
      /** When its gate opened. */
      revealedAt?: Date;
      at?: Date;
      /** When it was changed last, which makes it its second version. */
      updatedAt?: Date;
    },
  ): string {
    const { body, revealedAt = null, visibility, at = this.at, sharedAt = at, updatedAt, ...rest } = fields;
    const { couple, id: assignmentId } = occurrence.assignment;
    const sealed = this.words(occurrence.person, JSON.stringify(body));
    this.rows.entry.push({
      ...{ practiceId: couple.practice.id, coupleId: couple.id, assignmentId, ordinal: occurrence.ordinal },
      ...{ ...sealed, ...rest, visibility, sharedAt: visibility === "SHARED" ? sharedAt : null },
      ...{ revealedAt, createdAt: at, updatedAt: updatedAt ?? at, version: updatedAt ? 2 : 1 },
    });
    return sealed.id;
  }

  /** A clinician has read words behind CONSENT in their first version. */
  clearance(couple: CoupleRef, entryId: string, clearedById: string, clearedAt: Date): void {
    const { id: practiceId } = couple.practice;
    this.rows.entryClearance.push({ practiceId, entryId, version: 1, coupleId: couple.id, clearedById, clearedAt });
  }

  private words(author: PersonRef, text: string) {
    const id = uuidv4();
    const body = sealBytes(author.key, Buffer.from(text), {
      table: "entry",
      column: "body",
      practiceId: author.practice.id,
      rowId: id,
    });
    return { id, authorId: author.id, block: "check-in", kind: "words", body };
  }

  reply(
    checkIn: CheckInRef,
    fields: { by: PersonRef; words: string; audience?: "AUTHOR" | "SAME_READERS"; at?: Date },
  ): string {
    const { by, words, audience = "AUTHOR", at = this.at } = fields;
    const { couple } = checkIn.occurrence.assignment;
    const practiceId = couple.practice.id;
    const id = uuidv4();
    const body = sealBytes(by.key, Buffer.from(words), { table: "reply", column: "body", practiceId, rowId: id });
    const row = {
      practiceId,
      coupleId: couple.id,
      id,
      checkInId: checkIn.id,
      authorId: by.id,
      audience,
      body,
      clientId: uuidv4(),
      createdAt: at,
    };
    this.rows.reply.push(row);
    return id;
  }

  pulse(
    couple: CoupleRef,
    person: PersonRef,
    weekOf: CivilDate,
    ratings: Partial<Record<"trust" | "communication" | "intimacy" | "connection", number>>,
  ): void {
    const key = { practiceId: couple.practice.id, coupleId: couple.id, personId: person.id };
    this.rows.pulse.push({
      ...key,
      weekOf: toColumn(weekOf),
      createdAt: this.at,
      ...ratings,
    } satisfies Prisma.PulseCreateManyInput);
  }

  /** What a partner wrote to the clinicians alone; whoever is named has opened it. */
  privateWord(couple: CoupleRef, sender: PersonRef, words: string, openedBy: PersonRef[] = []): string {
    const { id: coupleId, practice } = couple;
    const id = uuidv4();
    const place = { table: "private_word", column: "body", practiceId: practice.id, rowId: id };
    const body = sealBytes(sender.key, Buffer.from(words), place);
    const base = { practiceId: practice.id, coupleId };
    const row = { ...base, id, senderId: sender.id, clientId: uuidv4(), body, proven: true, createdAt: this.at };
    this.rows.privateWord.push(row);
    for (const { id: personId } of openedBy)
      this.rows.privateWordOpening.push({ ...base, privateWordId: id, personId, openedAt: this.at });
    return id;
  }

  /** What a clinician recorded as disclosed about one partner. */
  disclosure(
    couple: CoupleRef,
    about: PersonRef,
    fields: { by: PersonRef; on: CivilDate; recipient: string; what: string; why: string },
  ): string {
    const { by, on, ...said } = fields;
    const practiceId = couple.practice.id;
    const id = uuidv7();
    const place = { table: "disclosure", column: "words", practiceId, rowId: id };
    this.rows.disclosure.push({
      practiceId,
      id,
      coupleId: couple.id,
      personId: about.id,
      recordedById: by.id,
      clientId: uuidv4(),
      disclosedOn: toColumn(on),
      withdrawn: false,
      words: sealBytes(by.key, Buffer.from(JSON.stringify({ ...said, address: "" })), place),
      createdAt: this.at,
    });
    return id;
  }

  /** Writes everything in one transaction, as the owner role. */
  save(owner: Client): Promise<void> {
    return insertWorld(owner, this.rows);
  }
}
