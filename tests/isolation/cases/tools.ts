import { atCouple, type Rows } from "./shape";

const promise = {
  block: "promises",
  kind: "promise",
  readers: "SHARED" as const,
  body: { v: 1, what: "canary-new", by: "2031-01-01", state: "open" },
};

/** The tools of a homework. */
export const tools: Rows = {
  "tools.open": {
    input: (world) => ({ coupleId: world.couple.id, occurrenceId: world.open.alex[0]?.id ?? "" }),
    allowed: ["alex"],
  },
  "tools.add": {
    input: (world) => ({
      coupleId: world.couple.id,
      occurrenceId: world.open.alex[0]?.id ?? "",
      clientId: crypto.randomUUID(),
      ...promise,
    }),
    allowed: ["alex"],
  },
  "tools.change": {
    input: (world) => ({
      coupleId: world.couple.id,
      occurrenceId: world.open.alex[0]?.id ?? "",
      entryId: world.tools.promise,
      version: 1,
      ...promise,
    }),
    allowed: ["alex"],
  },
  "tools.takeBack": {
    input: (world) => ({ coupleId: world.couple.id, entryId: world.tools.privatePromise, version: 1 }),
    allowed: ["alex"],
    afterEnd: true,
  },
  "tools.reading": {
    input: (world) => ({ ...atCouple(world), assignmentId: world.assignmentId }),
    allowed: ["therapist"],
  },
  "tools.clear": {
    input: (world) => ({ ...atCouple(world), entryId: world.tools.apology, version: 1 }),
    allowed: ["therapist"],
  },
  "tools.setDelivery": { input: (world) => ({ ...atCouple(world), on: true }), allowed: ["therapist"] },
};
