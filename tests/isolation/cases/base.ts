import { atCouple, type IsolationCase, signedInEveryone, staffOfHarbor } from "./shape";

const checkIn = {
  result: "DONE" as const,
  difficulty: 4,
  usefulness: 6,
  visibility: "SHARED" as const,
  words: "canary-new",
};
/** Sessions, homework, check-ins, pulse and reminders. */
export const base: Record<string, IsolationCase> = {
  "session.signIn": {
    call: (api) => api.session.signIn({ email: "alex@test.example", password: "a long enough password" }),
    allowed: [],
    open: true,
  },
  "session.touch": { call: (api) => api.session.touch(), allowed: [], open: true },
  "home.places": { call: (api) => api.home.places(), allowed: signedInEveryone },
  "caseload.page": {
    call: (api, world) => api.caseload.page({ practiceId: world.practiceId }),
    allowed: staffOfHarbor,
  },
  "couples.list": { call: (api, world) => api.couples.list({ practiceId: world.practiceId }), allowed: staffOfHarbor },
  "couples.page": { call: (api, world) => api.couples.page(atCouple(world)), allowed: ["therapist"] },
  "homework.assignForm": { call: (api, world) => api.homework.assignForm(atCouple(world)), allowed: ["therapist"] },
  "homework.assign": {
    call: (api, world) =>
      api.homework.assign({
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
      }),
    allowed: ["therapist"],
  },
  "homework.end": {
    call: (api, world) => api.homework.end({ ...atCouple(world), assignmentId: world.hidden.assignmentId }),
    allowed: ["therapist"],
  },
  "homework.today": {
    call: (api, world) => api.homework.today({ coupleId: world.couple.id }),
    allowed: ["alex", "sam"],
  },
  "homework.open": {
    call: (api, world) => api.homework.open({ coupleId: world.couple.id, occurrenceId: world.open.alex[0]?.id ?? "" }),
    allowed: ["alex"],
  },
  "checkIns.submit": {
    call: (api, world) =>
      api.checkIns.submit({
        coupleId: world.couple.id,
        occurrenceId: world.open.alex[1]?.id ?? "",
        clientId: crypto.randomUUID(),
        ...checkIn,
      }),
    allowed: ["alex"],
  },
  "checkIns.edit": {
    call: (api, world) =>
      api.checkIns.edit({
        coupleId: world.couple.id,
        checkInId: world.answered.alexTherapist.id,
        version: 1,
        ...checkIn,
      }),
    allowed: ["alex"],
  },
  "checkIns.us": { call: (api, world) => api.checkIns.us({ coupleId: world.couple.id }), allowed: ["alex", "sam"] },
  "checkIns.reply": {
    call: (api, world) =>
      api.checkIns.reply({
        ...atCouple(world),
        checkInId: world.answered.samShared.id,
        clientId: crypto.randomUUID(),
        body: "canary-more",
        audience: "AUTHOR",
      }),
    allowed: ["therapist"],
  },
  "checkIns.review": {
    call: (api, world) =>
      api.checkIns.review({ ...atCouple(world), checkInId: world.answered.samShared.id, version: 1 }),
    allowed: ["therapist"],
  },
  "checkIns.unreview": {
    call: (api, world) => api.checkIns.unreview({ ...atCouple(world), checkInId: world.answered.samShared.id }),
    allowed: ["therapist"],
  },
  "pulse.page": { call: (api, world) => api.pulse.page({ coupleId: world.couple.id }), allowed: ["alex", "sam"] },
  "pulse.save": {
    call: (api, world) =>
      api.pulse.save({ coupleId: world.couple.id, trust: 5, communication: null, intimacy: null, connection: null }),
    allowed: ["alex", "sam"],
  },
  "reminders.me": { call: (api, world) => api.reminders.me({ coupleId: world.couple.id }), allowed: ["alex", "sam"] },
  "reminders.save": {
    call: (api, world) =>
      api.reminders.save({
        coupleId: world.couple.id,
        wanted: ["HOMEWORK_DUE"],
        hour: 8,
        quietFrom: 21,
        quietTo: 7,
        timeZone: "Asia/Kathmandu",
        locale: "en",
      }),
    allowed: ["alex", "sam"],
  },
};
