import type { TwoPractices } from "../../factories/two-practices";
import { atCouple, type Rows, staffOfHarbor } from "./shape";

const atPractice = (world: TwoPractices) => ({ practiceId: world.practiceId });
const ofPartner = ({ couple, transfers }: TwoPractices) => ({
  coupleId: couple.id,
  transferId: transfers.transferId,
});

/** A couple that goes on to another practice. The answers of its two come before it is stopped. */
export const transfers: Rows = {
  "transfers.page": { input: atCouple, allowed: ["therapist"] },
  // Somebody is there to receive already: nothing new is started.
  "transfers.start": {
    input: (world) => ({ ...atCouple(world), clientId: crypto.randomUUID() }),
    allowed: ["therapist"],
    answer: "CLOSED",
  },
  "transfers.receptions": { input: atPractice, allowed: staffOfHarbor },
  // No code of these letters is out: whoever may take couples on learns that, and no more.
  "transfers.take": {
    input: (world) => ({ ...atPractice(world), code: "0000-0000-00", policy: "CONFIDENTIAL" }),
    allowed: ["therapist", "second", "endedClinician"],
    answer: "INVALID",
    answers: { owner: "LICENCE_NEEDED", coordinator: "LICENCE_NEEDED" },
  },
  "transfers.mine": { input: ({ couple }) => ({ coupleId: couple.id }), allowed: ["alex", "sam"] },
  "transfers.authorize": {
    input: (world) => ({
      ...ofPartner(world),
      listedAt: new Date(),
      signedAs: "Alex",
      textVersion: "2026-11",
      consentVersion: "2026-11",
      policy: "CONFIDENTIAL",
    }),
    allowed: ["alex", "sam"],
  },
  "transfers.decline": { input: ofPartner, allowed: ["alex", "sam"] },
  "transfers.withdraw": { input: ofPartner, allowed: ["alex", "sam"] },
  "transfers.giveBack": {
    input: (world) => ({ ...atPractice(world), receptionId: world.transfers.receptionId }),
    allowed: ["therapist"],
  },
  "transfers.stop": {
    input: (world) => ({ ...atCouple(world), transferId: world.transfers.transferId }),
    allowed: ["therapist"],
  },
};
