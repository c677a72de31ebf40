import type { TwoPractices } from "../../factories/two-practices";
import { atCouple, type Rows, staffOfHarbor } from "./shape";

const harborTherapists = ["therapist", "second", "endedClinician"] as const;
const atEnrolment = (world: TwoPractices) => ({ ...atCouple(world), enrolmentId: world.programs.couple.id });
const week = (world: TwoPractices, index: number) => world.programs.couple.weekIds[index] ?? "";

/** Programs: the practice's own, and where a couple stands. */
export const programs: Rows = {
  "programs.library": { input: ({ practiceId }) => ({ practiceId }), allowed: staffOfHarbor },
  "programs.own": {
    input: ({ practiceId, programs: { shared: programId } }) => ({ practiceId, programId }),
    allowed: [...harborTherapists],
  },
  "programs.create": {
    call: (api, { practiceId }) => api.programs.create({ practiceId, programId: crypto.randomUUID(), from: null }),
    allowed: [...harborTherapists],
  },
  "programs.save": {
    call: async (api, { practiceId, programs: { shared: programId } }) => {
      const { revision, content } = await api.programs.own({ practiceId, programId });
      return api.programs.save({ practiceId, programId, revision, content });
    },
    allowed: ["therapist"],
  },
  "programs.share": {
    input: ({ practiceId, programs: { shared: programId } }) => ({ practiceId, programId, shared: true }),
    allowed: ["therapist"],
  },
  "programs.archive": {
    input: ({ practiceId, programs: { kept: programId } }) => ({ practiceId, programId, archived: false }),
    allowed: ["therapist"],
  },
  "programs.enrolForm": { input: atCouple, allowed: ["therapist"] },
  "programs.enrol": {
    input: (world) => ({
      ...atCouple(world),
      clientId: crypto.randomUUID(),
      programKey: "a-gentle-start",
      startsOn: world.safety.lookAgainOn,
    }),
    allowed: ["therapist"],
    // They are in a program already.
    answer: "INVALID",
  },
  "programs.standing": { input: atCouple, allowed: ["therapist"] },
  "programs.open": { input: (world) => ({ ...atEnrolment(world), weekId: week(world, 1) }), allowed: ["therapist"] },
  "programs.pause": { input: atEnrolment, allowed: ["therapist"] },
  "programs.resume": { input: atEnrolment, allowed: ["therapist"] },
  "programs.skip": {
    input: (world) => ({ ...atEnrolment(world), weekId: week(world, 4), skipped: true }),
    allowed: ["therapist"],
  },
  "programs.schedule": {
    input: (world) => ({ ...atEnrolment(world), weekId: week(world, 5), opens: "THERAPIST", on: null }),
    allowed: ["therapist"],
  },
  "programs.insert": {
    input: (world) => ({
      ...atEnrolment(world),
      clientId: crypto.randomUUID(),
      afterWeekId: week(world, 5),
      repeatWeekId: week(world, 1),
      strategies: [],
      opens: "DATE",
    }),
    allowed: ["therapist"],
  },
  "programs.end": { input: atEnrolment, allowed: ["therapist"] },
};
