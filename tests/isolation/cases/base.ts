import { atCouple, type Rows, signedInEveryone, staffOfHarbor } from "./shape";

const checkIn = {
  result: "DONE" as const,
  difficulty: 4,
  usefulness: 6,
  visibility: "SHARED" as const,
  words: "canary-new",
};
/** Sessions, homework, check-ins and pulse. */
export const base: Rows = {
  "home.places": { input: () => undefined, allowed: signedInEveryone },
  "caseload.page": { input: ({ practiceId }) => ({ practiceId }), allowed: staffOfHarbor },
  "couples.list": { input: ({ practiceId }) => ({ practiceId }), allowed: staffOfHarbor },
  "couples.page": { input: atCouple, allowed: ["therapist"] },
  "homework.assignForm": { input: atCouple, allowed: ["therapist"] },
  "homework.assign": {
    input: (world) => ({
      ...atCouple(world),
      clientId: crypto.randomUUID(),
      strategyKey: "listen-actively",
      mode: "EACH",
      personIds: [world.people.alex.id, world.people.sam.id],
      knownToBoth: true,
      cadence: { every: "week", times: 1 },
      startsOn: "2030-01-07",
      endsOn: null,
      note: "",
      plan: { why: "canary-why", when: "", obstacle: "", tiny: "", hour: "20:30", confidence: 7 },
    }),
    allowed: ["therapist"],
  },
  "homework.editForm": {
    input: (world) => ({ ...atCouple(world), assignmentId: world.hidden.assignmentId }),
    allowed: ["therapist"],
  },
  "homework.edit": {
    input: (world) => ({
      ...atCouple(world),
      assignmentId: world.hidden.assignmentId,
      cadence: { every: "week", times: 7 },
      endsOn: null,
      note: "canary-edited",
      plan: { why: "canary-why", when: "", obstacle: "", tiny: "", hour: "20:30", confidence: 7 },
      knownToBoth: false,
    }),
    allowed: ["therapist"],
  },
  "homework.pause": {
    input: (world) => ({ ...atCouple(world), assignmentId: world.hidden.assignmentId }),
    allowed: ["therapist"],
  },
  "homework.resume": {
    input: (world) => ({ ...atCouple(world), assignmentId: world.hidden.assignmentId }),
    allowed: ["therapist"],
  },
  "homework.end": {
    input: (world) => ({ ...atCouple(world), assignmentId: world.hidden.assignmentId }),
    allowed: ["therapist"],
  },
  "homework.today": { input: (world) => ({ coupleId: world.couple.id }), allowed: ["alex", "sam"] },
  "homework.open": {
    input: (world) => ({ coupleId: world.couple.id, occurrenceId: world.open.alex[0]?.id ?? "" }),
    allowed: ["alex"],
  },
  "checkIns.submit": {
    input: (world) => ({
      coupleId: world.couple.id,
      occurrenceId: world.open.alex[1]?.id ?? "",
      clientId: crypto.randomUUID(),
      ...checkIn,
    }),
    allowed: ["alex"],
  },
  "checkIns.edit": {
    input: (world) => ({
      coupleId: world.couple.id,
      checkInId: world.answered.alexTherapist.id,
      version: 1,
      ...checkIn,
    }),
    allowed: ["alex"],
  },
  "checkIns.us": { input: (world) => ({ coupleId: world.couple.id }), allowed: ["alex", "sam"] },
  "checkIns.reply": {
    input: (world) => ({
      ...atCouple(world),
      checkInId: world.answered.samShared.id,
      clientId: crypto.randomUUID(),
      body: "canary-more",
      audience: "AUTHOR",
    }),
    allowed: ["therapist"],
  },
  "checkIns.review": {
    input: (world) => ({ ...atCouple(world), checkInId: world.answered.samShared.id, version: 1 }),
    allowed: ["therapist"],
  },
  "checkIns.unreview": {
    input: (world) => ({ ...atCouple(world), checkInId: world.answered.samShared.id }),
    allowed: ["therapist"],
  },
  "pulse.page": { input: (world) => ({ coupleId: world.couple.id }), allowed: ["alex", "sam"] },
  "pulse.save": {
    input: (world) => ({
      coupleId: world.couple.id,
      trust: 5,
      communication: null,
      intimacy: null,
      connection: null,
    }),
    allowed: ["alex", "sam"],
  },
};
