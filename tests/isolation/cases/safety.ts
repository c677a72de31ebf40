import { atCouple, type Rows } from "./shape";

/** Records on joint work: the couple's clinicians alone. */
export const safety: Rows = {
  "safety.record": {
    input: (world) => ({
      ...atCouple(world),
      clientId: crypto.randomUUID(),
      standing: "JOINT",
      eachAlone: true,
      lookAgainOn: world.safety.lookAgainOn,
      note: "canary-safety",
    }),
    allowed: ["therapist"],
  },
  "safety.history": { input: atCouple, allowed: ["therapist"] },
};
