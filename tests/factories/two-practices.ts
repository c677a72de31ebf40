import { ownerClient } from "@/prisma/seed/owner";
import { type EnrolmentRef, enrolled, ownProgram } from "@/prisma/seed/programs";
import {
  type CheckInRef,
  type CoupleRef,
  type OccurrenceRef,
  type OwnStrategyRef,
  type PersonRef,
  World,
} from "@/prisma/seed/world";
import { hashPassword } from "@/server/auth/passwords";
import { createSession, revokeSession } from "@/server/auth/sessions";
import { addDays, type CivilDate, civilDate, mondayOf, now } from "@/server/clock";
import { closeClients } from "@/server/db/clients";
import { createCaller } from "@/server/trpc/root";
import { ownDatabase } from "./own-database";
import { type Staffing, staffing } from "./staffing";

/** Everyone of the world by the part they play. */
const parts = [
  "alex",
  "sam",
  "therapist",
  "second",
  "endedClinician",
  "removedStaff",
  "owner",
  "coordinator",
  "formerPartner",
  "otherOwner",
  "otherTherapist",
  "otherPartner",
] as const;
type Part = (typeof parts)[number];

/** `revoked` is the therapist with a session that was ended. */
export type ActorName = Part | "anonymous" | "revoked";
/** Everyone who may call: the order of the columns in docs/security/isolation.md. */
export const actorNames: ActorName[] = [
  "anonymous",
  "revoked",
  "otherOwner",
  "otherTherapist",
  "otherPartner",
  "coordinator",
  "owner",
  "second",
  "endedClinician",
  "removedStaff",
  "formerPartner",
  "sam",
  "alex",
  "therapist",
];

export const testPassword = "a long enough password";

type ToolRefs = Record<"promise" | "privatePromise" | "apology" | "mutual", string>;

/** Two practices, four couples: everything that a test of access asks of a world. */
export interface TwoPractices {
  practiceId: string;
  otherPracticeId: string;
  couple: CoupleRef;
  /** Treated by `second` in the same practice. */
  secondCouple: CoupleRef;
  endedCouple: CoupleRef;
  /** What the ended couple did while it was together, the former partner's first, and what it left open. */
  ended: { assignmentId: string; answers: CheckInRef[]; open: OccurrenceRef[]; tools: ToolRefs };
  otherCouple: CoupleRef;
  /** What the couple of the other practice did, its first partner first, and what is open. */
  other: { assignmentId: string; answers: CheckInRef[]; open: OccurrenceRef[]; tools: ToolRefs };
  staffing: Staffing;
  /** `endedClinician` treated the couple until yesterday; `removedStaff` was its supervisor, and left the practice. */
  people: Record<Part, PersonRef>;
  /** A couple of which one partner is still invited, a couple of one, and an invitation onto the staff. */
  invited: { couple: CoupleRef; person: PersonRef; invitationId: string; staffInvitationId: string; lone: CoupleRef };
  /** Open windows of Alex and of Sam, not answered; several, so that tests do not meet. */
  open: { alex: OccurrenceRef[]; sam: OccurrenceRef[] };
  /** A homework of Alex alone that Sam may not know of. */
  hidden: { assignmentId: string; open: OccurrenceRef[] };
  assignmentId: string;
  /** The couple's next appointment, and the rhythm of those after it. */
  appointmentId: string;
  rhythmId: string;
  /** Entries of Alex in the tools of that homework. */
  tools: ToolRefs;
  /** Submitted and not decided. */
  licences: { waiting: string; own: string };
  /** `second` is supervised by `therapist`. */
  supervision: string;
  answered: Record<"alexPrivate" | "alexTherapist" | "samShared" | "samPrivate", CheckInRef>;
  replies: { toAlex: string; toBoth: string };
  /**
   * Own strategies of `therapist` (published for colleagues and for themself alone, a draft, put away), of `second` for
   * colleagues, and of the other practice.
   */
  strategies: Record<"shared" | "kept" | "draft" | "archived" | "ofSecond" | "elsewhere", OwnStrategyRef>;
  /** The couple's transfer to `otherTherapist`, which nobody has answered; and of a couple there, to `therapist`. */
  transfers: { transferId: string; receptionId: string };
  /** The couple is in its second week of a program; own programs of `therapist`, of `second` and of the other practice. */
  programs: Record<"couple" | "secondCouple" | "otherCouple", EnrolmentRef> &
    Record<"shared" | "kept" | "ofSecond" | "elsewhere", string>;
  /** The day on which the couple's record of joint work is to be looked at again. */
  safety: { lookAgainOn: string };
  /** What was disclosed about each. */
  disclosures: { alex: string; sam: string };
  words: {
    disclosed: string;
    disclosedOfSam: string;
    alexPrivate: string;
    alexTherapist: string;
    samShared: string;
    samPrivate: string;
    toAlex: string;
    toBoth: string;
    note: string;
    promise: string;
    privatePromise: string;
    apology: string;
    mutual: string;
    privateWord: string;
  };
  ownerUrl: string;
  appUrl: string;
  secrets: Record<Exclude<ActorName, "anonymous">, string>;
  /** The procedures as one of the actors calls them. */
  as(name: ActorName): ReturnType<typeof createCaller>;
  close(): Promise<void>;
}

const disclosed = (name: string, what: string) => ({
  recipient: `Doctor of ${name}`,
  what,
  why: "Asked for by a court",
});

const words = {
  disclosed: "A summary: canary-disclosed-alex",
  disclosedOfSam: "A summary: canary-disclosed-sam",
  alexPrivate: "Only for me: canary-alex-private",
  alexTherapist: "For the therapist: canary-alex-therapist",
  samShared: "For everyone: canary-sam-shared",
  samPrivate: "Only for Sam: canary-sam-private",
  toAlex: "To you alone: canary-reply-author",
  toBoth: "To both of you: canary-reply-both",
  note: "Take it slowly: canary-note",
  promise: "To call at noon: canary-promise",
  privatePromise: "To myself: canary-promise-private",
  apology: "I raised my voice: canary-apology",
  mutual: "Not yet for both: canary-mutual",
  privateWord: "Please do not tell: canary-private-word",
};

function people(world: World) {
  const harbor = world.practice({ name: "Harbor", senderName: "Harbor", timeZone: "America/New_York" });
  const northside = world.practice({ name: "Northside", senderName: "Northside", timeZone: "Asia/Kathmandu" });
  const person = (name: string, roles: ("OWNER" | "THERAPIST" | "COORDINATOR")[] = [], practice = harbor) =>
    world.person(practice, { name, email: `${name.toLowerCase()}@test.example`, roles });
  return {
    harbor,
    northside,
    person,
    all: {
      alex: person("Alex"),
      sam: person("Sam"),
      therapist: person("Therapist", ["THERAPIST"]),
      second: person("Second", ["THERAPIST"]),
      endedClinician: person("Ended", ["THERAPIST"]),
      removedStaff: person("Removed", ["THERAPIST"]),
      owner: person("Owner", ["OWNER"]),
      coordinator: person("Coordinator", ["COORDINATOR"]),
      formerPartner: person("Former"),
      otherOwner: person("Otherowner", ["OWNER"], northside),
      otherTherapist: person("Other", ["THERAPIST"], northside),
      otherPartner: person("Rio", [], northside),
    },
  };
}

/** Two who treated the couple: one until yesterday, one until they left the practice. */
function formerClinicians({ rows, at }: World, couple: CoupleRef, ended: PersonRef, removed: PersonRef): void {
  const yesterday = new Date(at.getTime() - 86_400_000);
  const startsAt = new Date(at.getTime() - 30 * 86_400_000);
  const base = { practiceId: couple.practice.id, coupleId: couple.id, startsAt };
  rows.coupleClinician.push({ ...base, personId: ended.id, role: "COVERING", endsAt: yesterday });
  rows.coupleClinician.push({ ...base, personId: removed.id, role: "SUPERVISOR" });
  for (const person of rows.person) if (person.id === removed.id) person.endedAt = yesterday;
  for (const role of rows.staffRole) if (role.personId === removed.id) role.endedAt = yesterday;
}

/** What another couple did: one answered window, with a reply, a reading and a pulse, so that there is something to hide. */
function pastOf(world: World, couple: CoupleRef, by: PersonRef, startsOn: CivilDate, name: string) {
  const { assignment, occurrences } = world.assign(couple, {
    key: "be-curious",
    by,
    cadence: { every: "week", times: 1 },
    startsOn,
    endsOn: addDays(startsOn, 6),
    ended: true,
  });
  const answers = occurrences.map((occurrence, index) => {
    const visibility = index === 0 ? ("SHARED" as const) : ("THERAPIST" as const);
    const answer = world.checkIn(occurrence, { visibility, words: `canary-${name}`, reviewedBy: by });
    world.reply(answer, { by, words: `canary-${name}-reply` });
    const told = { recipient: `canary-${name}`, what: `canary-${name}`, why: `canary-${name}` };
    world.disclosure(couple, occurrence.person, { by, on: startsOn, ...told });
    world.pulse(couple, occurrence.person, mondayOf(startsOn), { trust: 3 });
    return answer;
  });
  world.appointment(couple, new Date(world.at.getTime() + 2 * 86_400_000));
  world.rhythm(couple, { startsOn: addDays(startsOn, 70), time: "09:00", weeks: 1 });
  return { assignmentId: assignment.id, answers };
}

/** Who is invited and has not come: a partner in each practice, one of the staff; and a couple of one. */
/** What Alex stored with tools: shared, for themselves, for the therapist first, and waiting for the other's answer. */
function toolsOf(world: World, [at]: OccurrenceRef[]): ToolRefs {
  if (!at) throw new Error("the world lacks windows");
  const promise = (what: string) => ({ v: 1, what, by: addDays(at.opensOn, 1), state: "open" });
  const made = { block: "promises", kind: "promise" };
  return {
    promise: world.toolEntry(at, { ...made, body: promise(words.promise), visibility: "SHARED" }),
    privatePromise: world.toolEntry(at, { ...made, body: promise(words.privatePromise), visibility: "PRIVATE" }),
    apology: world.toolEntry(at, {
      ...{ block: "apology", kind: "apology", visibility: "THERAPIST", gate: "CONSENT" },
      body: {
        v: 1,
        did: words.apology,
        effect: "You were quiet all evening.",
        amends: "I will ask first.",
        inTheRoom: false,
      },
    }),
    mutual: world.toolEntry(at, {
      ...{ block: "question", kind: "answer", slot: "a-card", once: "0|a-card", visibility: "SHARED", gate: "MUTUAL" },
      body: { v: 1, words: words.mutual },
    }),
  };
}

function invitedOnes(
  world: World,
  { harbor, northside, person, all }: ReturnType<typeof people>,
  startedOn: CivilDate,
) {
  const waiting = person("Later");
  const couple = world.couple({
    partners: [person("Early"), waiting],
    clinicians: [all.therapist],
    startedOn,
    waiting,
  });
  const elsewhere = person("Laternorth", [], northside);
  const partners: [PersonRef, PersonRef] = [person("Earlynorth", [], northside), elsewhere];
  world.couple({ partners, clinicians: [all.otherTherapist], startedOn, waiting: elsewhere });
  const lone = world.couple({ partners: [person("Lone")], clinicians: [all.therapist], startedOn });
  const staffInvitationId = world.waitFor(person("Colleague", [], harbor), { roles: ["COORDINATOR"] }, all.owner);
  return { couple, person: waiting, invitationId: couple.invitationId ?? "", staffInvitationId, lone };
}

/** Own strategies in every state, and one of the other practice. */
function ownStrategies(world: World, { therapist, second, otherTherapist }: ReturnType<typeof people>["all"]) {
  const made = (author: PersonRef, name: string, how: { state?: "DRAFT" | "ARCHIVED"; shared?: boolean } = {}) =>
    world.ownStrategy(author, {
      like: "say-i",
      title: { en: `canary-strategy-${name}`, es: name === "kept" ? "" : `canario-estrategia-${name}` },
      ...how,
    });
  return {
    shared: made(therapist, "shared", { shared: true }),
    kept: made(therapist, "kept"),
    draft: made(therapist, "draft", { state: "DRAFT", shared: true }),
    archived: made(therapist, "archived", { state: "ARCHIVED", shared: true }),
    ofSecond: made(second, "second", { shared: true }),
    elsewhere: made(otherTherapist, "elsewhere", { shared: true }),
  };
}

/** A couple of each therapist in a program, and own programs. */
function programsOf(
  world: World,
  { therapist, second, otherTherapist }: ReturnType<typeof people>["all"],
  { couple, secondCouple, otherCouple }: Record<"couple" | "secondCouple" | "otherCouple", CoupleRef>,
  today: CivilDate,
): TwoPractices["programs"] {
  const enrol = (one: CoupleRef, by: PersonRef) =>
    enrolled(world, one, { key: "rebuilding-trust", by, startsOn: addDays(today, -9), opened: 2 });
  const made = (author: PersonRef, name: string, isShared = true) =>
    ownProgram(world, author, {
      like: "a-gentle-start",
      title: { en: `canary-program-${name}`, es: `canario-programa-${name}` },
      shared: isShared,
    });
  return {
    couple: enrol(couple, therapist),
    secondCouple: enrol(secondCouple, second),
    otherCouple: enrol(otherCouple, otherTherapist),
    shared: made(therapist, "shared"),
    kept: made(therapist, "kept", false),
    ofSecond: made(second, "second"),
    elsewhere: made(otherTherapist, "elsewhere"),
  };
}

/** Couples that go on elsewhere: one to the other practice, one from it, one with answers of its two. */
function goingOn(
  world: World,
  all: ReturnType<typeof people>["all"],
  { couple, secondCouple, otherCouple }: Record<"couple" | "secondCouple" | "otherCouple", CoupleRef>,
) {
  const there = { to: all.otherTherapist, toName: "Northside", fromName: "Harbor" };
  const transferId = world.transfer(couple, { by: all.therapist, ...there });
  const answered = world.transfer(secondCouple, { by: all.second, ...there });
  const [one, two] = secondCouple.partners;
  if (one) world.release(secondCouple, one, answered, "AUTHORIZED", true);
  if (two) world.release(secondCouple, two, answered, "DECLINED");
  const here = { to: all.therapist, toName: "Harbor", fromName: "Northside" };
  const receptionId = world.transfer(otherCouple, { by: all.otherTherapist, ...here });
  return { transferId, receptionId };
}

/** Builds the world in memory; the dates are told from the present. */
function populate(world: World) {
  const known = people(world);
  const { harbor, northside, person, all } = known;
  const today = civilDate(world.at, harbor.timeZone);
  const startedOn = addDays(today, -60);
  const couple = world.couple({ partners: [all.alex, all.sam], clinicians: [all.therapist], startedOn });
  formerClinicians(world, couple, all.endedClinician, all.removedStaff);
  const secondCouple = world.couple({
    partners: [person("Noor"), person("Ines")],
    clinicians: [all.second],
    startedOn,
  });
  const endedCouple = world.couple({
    partners: [all.formerPartner, person("Past")],
    clinicians: [all.therapist],
    startedOn,
    state: "ENDED",
  });
  const otherCouple = world.couple({
    partners: [all.otherPartner, person("Kai", [], northside)],
    clinicians: [all.otherTherapist],
    startedOn,
  });
  const comingAndGoing = staffing(world, all, person, today);
  const cadence = { every: "week" as const, times: 7 };
  const past = world.assign(couple, {
    key: "be-curious",
    by: all.therapist,
    cadence,
    startsOn: addDays(today, -14),
    endsOn: addDays(today, -1),
    ended: true,
  });
  const running = world.assign(couple, {
    key: "keep-small-promises",
    by: all.therapist,
    cadence,
    startsOn: addDays(today, -2),
    note: words.note,
  });
  const hidden = world.assign(couple, { key: "say-i", by: all.therapist, cadence, startsOn: today, only: all.alex });
  const elsewhere = world.assign(otherCouple, { key: "be-curious", by: all.otherTherapist, cadence, startsOn: today });
  pastOf(world, secondCouple, all.second, startedOn, "second");
  const other = pastOf(world, otherCouple, all.otherTherapist, startedOn, "other");
  const left = world.assign(endedCouple, {
    key: "keep-small-promises",
    by: all.therapist,
    cadence,
    startsOn: addDays(today, -1),
  });
  const ended = { ...pastOf(world, endedCouple, all.therapist, startedOn, "ended"), open: left.occurrences };
  const of = (one: OccurrenceRef[], who: PersonRef) => one.filter((occurrence) => occurrence.person === who);
  const otherTools = toolsOf(world, of(elsewhere.occurrences, all.otherPartner));
  const endedTools = toolsOf(world, of(left.occurrences, all.formerPartner));
  const [first, next] = of(past.occurrences, all.alex);
  const [samFirst, samNext] = of(past.occurrences, all.sam);
  if (!first || !next || !samFirst || !samNext) throw new Error("the world lacks windows");
  const answered = {
    alexPrivate: world.checkIn(first, {
      visibility: "PRIVATE",
      words: words.alexPrivate,
      difficulty: 8,
      usefulness: 2,
    }),
    alexTherapist: world.checkIn(next, { visibility: "THERAPIST", words: words.alexTherapist, difficulty: 9 }),
    samShared: world.checkIn(samFirst, { visibility: "SHARED", words: words.samShared, difficulty: 3 }),
    samPrivate: world.checkIn(samNext, { visibility: "PRIVATE", words: words.samPrivate, difficulty: 7 }),
  };
  const replies = {
    toAlex: world.reply(answered.alexTherapist, { by: all.therapist, words: words.toAlex }),
    toBoth: world.reply(answered.samShared, { by: all.therapist, words: words.toBoth, audience: "SAME_READERS" }),
  };
  const disclosures = {
    alex: world.disclosure(couple, all.alex, { by: all.therapist, on: today, ...disclosed("Alex", words.disclosed) }),
    sam: world.disclosure(couple, all.sam, { by: all.therapist, on: today, ...disclosed("Sam", words.disclosedOfSam) }),
  };
  const licences = {
    /** Submitted by `second`, for another state. */
    waiting: world.licence(all.second, { number: "37MF00999", jurisdiction: "US-NJ", status: "SUBMITTED" }),
    /** Submitted by `therapist`. */
    own: world.licence(all.therapist, { number: "37MF00777", jurisdiction: "US-NJ", status: "SUBMITTED" }),
  };
  const transfers = goingOn(world, all, { couple, secondCouple, otherCouple });
  // Opened already, so that nothing waits where a test counts what does; and in every couple that others might reach.
  world.privateWord(couple, all.alex, words.privateWord, [all.therapist]);
  world.privateWord(endedCouple, all.formerPartner, "canary-private-word-ended", [all.therapist]);
  world.privateWord(otherCouple, all.otherPartner, "canary-private-word-other", [all.otherTherapist]);
  const supervision = world.supervision(all.second, all.therapist);
  world.supervision(all.otherOwner, all.otherTherapist);
  for (const who of couple.partners) world.pulse(couple, who, addDays(mondayOf(today), -7), { trust: 4, intimacy: 6 });
  const appointmentId = world.appointment(couple, new Date(world.at.getTime() + 3 * 86_400_000));
  const rhythmId = world.rhythm(couple, { startsOn: addDays(today, 10), time: "10:00", weeks: 2 });
  const tools = toolsOf(world, of(running.occurrences, all.alex));
  const isOpen = (one: OccurrenceRef) => one.opensOn <= today && today <= one.dueOn;
  return {
    practiceId: harbor.id,
    otherPracticeId: northside.id,
    couple,
    secondCouple,
    endedCouple,
    ended: { ...ended, tools: endedTools },
    otherCouple,
    other: { ...other, open: elsewhere.occurrences, tools: otherTools },
    invited: invitedOnes(world, known, startedOn),
    staffing: comingAndGoing,
    people: all,
    open: {
      alex: of(running.occurrences, all.alex).filter(isOpen),
      sam: of(running.occurrences, all.sam).filter(isOpen),
    },
    hidden: { assignmentId: hidden.assignment.id, open: hidden.occurrences.filter(isOpen) },
    assignmentId: running.assignment.id,
    appointmentId,
    rhythmId,
    tools,
    licences,
    transfers,
    strategies: ownStrategies(world, all),
    programs: programsOf(world, all, { couple, secondCouple, otherCouple }, today),
    supervision,
    answered,
    replies,
    disclosures,
    safety: { lookAgainOn: addDays(today, 90) },
    words,
  };
}

const staffParts = new Set<string>(
  parts.filter((part) => !["alex", "sam", "formerPartner", "otherPartner"].includes(part)),
);

async function signInAll(all: TwoPractices["people"]): Promise<TwoPractices["secrets"]> {
  const secrets: Partial<TwoPractices["secrets"]> = {};
  for (const [name, person] of Object.entries(all)) {
    secrets[name as Part] = (await createSession(person.userId, staffParts.has(name), "test")).secret;
  }
  const revoked = await createSession(all.therapist.userId, true, "test");
  await revokeSession(revoked.secret);
  return { ...secrets, revoked: revoked.secret } as TwoPractices["secrets"];
}

/** A database of its own with two practices in it, and everyone signed in. Close it when done. */
export async function twoPractices(): Promise<TwoPractices> {
  const database = await ownDatabase();
  const owner = ownerClient(database.ownerUrl);
  const world = new World(now(), await hashPassword(testPassword));
  const built = populate(world);
  await world.save(owner);
  await owner.$disconnect();
  const secrets = await signInAll(built.people);
  return {
    ...built,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    secrets,
    as: (name) => createCaller({ secret: name === "anonymous" ? null : secrets[name], device: "test" }),
    close: async () => {
      await closeClients();
      await database.drop();
    },
  };
}
