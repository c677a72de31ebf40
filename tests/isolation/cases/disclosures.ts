import { atCouple, type Rows } from "./shape";

const fields = {
  disclosedOn: "2026-01-05",
  recipient: "A doctor",
  address: "",
  what: "A summary",
  why: "A court asked",
};

/** The accounting of disclosures: the couple's clinicians alone. */
export const disclosures: Rows = {
  "disclosures.page": { input: atCouple, allowed: ["therapist"] },
  "disclosures.statement": {
    input: (world) => ({ ...atCouple(world), personId: world.people.alex.id }),
    allowed: ["therapist"],
  },
  "disclosures.record": {
    input: (world) => ({
      ...atCouple(world),
      ...fields,
      personId: world.people.alex.id,
      clientId: crypto.randomUUID(),
    }),
    allowed: ["therapist"],
  },
  "disclosures.correct": {
    input: (world) => ({
      ...atCouple(world),
      ...fields,
      disclosureId: world.disclosures.sam,
      withdrawn: false,
      clientId: crypto.randomUUID(),
    }),
    allowed: ["therapist"],
  },
};
