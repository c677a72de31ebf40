import type { TwoPractices } from "../../factories/two-practices";
import { atCouple, type Rows, staffOfHarbor } from "./shape";

const atPractice = (world: TwoPractices) => ({ practiceId: world.practiceId });
const days = { startsOn: "2030-02-04", endsOn: "2030-02-08" };
const covers = (world: TwoPractices) => [{ coupleId: world.couple.id, personId: world.staffing.colleague.id }];

/** Staff and roles, who reads a couple, and time away. Those that change who reads come last, at couples of their own. */
export const clinicians: Rows = {
  "staff.page": { input: atPractice, allowed: staffOfHarbor },
  "staff.saveSelf": {
    input: (world) => ({ ...atPractice(world), name: "Same", pronouns: "", readingDays: [0, 3] }),
    allowed: staffOfHarbor,
  },
  "staff.saveRoles": {
    input: (world) => ({ ...atPractice(world), personId: world.people.coordinator.id, roles: ["COORDINATOR"] }),
    allowed: ["owner"],
  },
  "staff.leaveForm": {
    input: (world) => ({ ...atPractice(world), personId: world.staffing.leaver.id }),
    allowed: ["owner"],
  },
  "absences.page": { input: atPractice, allowed: ["therapist", "second", "endedClinician"] },
  "absences.plan": {
    input: (world) => ({
      ...atPractice(world),
      clientId: crypto.randomUUID(),
      ...days,
      homeworkRests: true,
      covers: covers(world),
    }),
    allowed: ["therapist"],
  },
  "absences.change": {
    input: (world) => ({
      ...atPractice(world),
      absenceId: world.staffing.absenceId,
      startsOn: "2031-01-06",
      endsOn: "2031-01-09",
      homeworkRests: true,
      covers: covers(world),
    }),
    allowed: ["therapist"],
  },
  "absences.cancel": {
    input: (world) => ({ ...atPractice(world), absenceId: world.staffing.absenceId }),
    allowed: ["therapist"],
  },
  "clinicians.page": { input: atCouple, allowed: ["therapist", "owner"] },
  "clinicians.end": {
    input: (world) => ({ ...atCouple(world), coupleClinicianId: world.staffing.endedRowId }),
    allowed: ["therapist"],
  },
  "clinicians.endEmergency": {
    input: (world) => ({ ...atCouple(world), coupleClinicianId: world.staffing.endedRowId }),
    allowed: ["owner"],
  },
  "clinicians.openEmergency": {
    input: (world) => ({
      ...atPractice(world),
      coupleId: world.staffing.orphanedCouple.id,
      clientId: crypto.randomUUID(),
      personId: world.staffing.colleague.id,
      reason: "CLINICIAN_LEFT",
      days: 3,
    }),
    allowed: ["owner"],
  },
  "clinicians.add": {
    input: (world) => ({
      ...atPractice(world),
      coupleId: world.endedCouple.id,
      clientId: crypto.randomUUID(),
      personId: world.staffing.colleague.id,
      role: "COVERING",
      until: "2030-01-07",
    }),
    allowed: ["therapist"],
  },
  "clinicians.transfer": {
    input: (world) => ({
      ...atPractice(world),
      coupleId: world.endedCouple.id,
      clientId: crypto.randomUUID(),
      personId: world.staffing.colleague.id,
      stayUntil: null,
    }),
    allowed: ["therapist"],
  },
  "staff.leave": {
    input: (world) => ({
      ...atPractice(world),
      personId: world.staffing.leaver.id,
      leaving: "PRACTICE",
      handovers: [{ coupleId: world.staffing.leaverCouple.id, personId: world.staffing.colleague.id }],
    }),
    allowed: ["owner"],
  },
};
