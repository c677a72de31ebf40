import { type Rows, staffOfHarbor } from "./shape";

const atHarbor = (world: { practiceId: string }) => ({ practiceId: world.practiceId });
const once = (world: { practiceId: string }) => ({ ...atHarbor(world), clientId: crypto.randomUUID() });

/** What a practice pays. The test world takes no money: whoever gets through is told that there is nothing to pay. */
export const billing: Rows = {
  "billing.page": { input: atHarbor, allowed: ["owner"] },
  "billing.banner": { input: atHarbor, allowed: staffOfHarbor },
  "billing.checkout": {
    input: (world) => ({ ...atHarbor(world), interval: "MONTH", email: "billing@test.example", name: "" }),
    allowed: ["owner"],
    answer: "CLOSED",
  },
  "billing.portal": { input: atHarbor, allowed: ["owner"], answer: "CLOSED" },
  "billing.returned": { input: atHarbor, allowed: ["owner"], answer: "CLOSED" },
  "billing.preview": {
    input: (world) => ({ ...atHarbor(world), change: "SEATS", seats: 3 }),
    allowed: ["owner"],
    answer: "CLOSED",
  },
  "billing.changeInterval": {
    input: (world) => ({ ...once(world), interval: "YEAR", prorationDate: 0 }),
    allowed: ["owner"],
    answer: "CLOSED",
  },
  "billing.cancel": { input: once, allowed: ["owner"], answer: "CLOSED" },
  "billing.resume": { input: once, allowed: ["owner"], answer: "CLOSED" },
  "billing.chooseCouples": {
    input: (world) => ({ ...atHarbor(world), coupleIds: [world.couple.id] }),
    allowed: ["owner"],
  },
};
