import { atCouple, type Rows } from "./shape";

/** Licences: one's own, an owner's decision about others', and supervision. */
export const licences: Rows = {
  "licences.page": {
    input: (world) => ({ practiceId: world.practiceId }),
    allowed: ["therapist", "second", "endedClinician", "owner"],
  },
  "licences.submit": {
    call: (api, world) =>
      api.licences.submit({
        practiceId: world.practiceId,
        kind: "LCSW",
        number: "087001",
        jurisdiction: "US-CT",
        expiresOn: "2032-06-30",
        npi: "",
        clientId: crypto.randomUUID(),
        replacesId: null,
      }),
    allowed: ["therapist", "second", "endedClinician"],
  },
  "licences.decide": {
    input: (world) => ({
      practiceId: world.practiceId,
      licenceId: world.licences.waiting,
      verdict: "VERIFIED",
      confirmation: "PHONE",
      reference: "Board, extension 12",
    }),
    allowed: ["owner"],
  },
  "licences.withdraw": {
    input: (world) => ({ practiceId: world.practiceId, licenceId: world.licences.own }),
    allowed: ["therapist"],
  },
  "licences.recordOverride": {
    input: (world) => ({ ...atCouple(world), personId: world.people.alex.id, reason: "CONTINUITY" }),
    allowed: ["therapist"],
  },
  "licences.supervise": {
    input: (world) => ({
      practiceId: world.practiceId,
      associateId: world.people.second.id,
      supervisorId: world.people.therapist.id,
      from: "2031-01-01",
      until: null,
    }),
    allowed: ["owner"],
  },
  "licences.endSupervision": {
    input: (world) => ({ practiceId: world.practiceId, supervisionId: world.supervision }),
    allowed: ["owner"],
  },
};
