import { copyOf, libraryDraft } from "@/server/features/strategies/policy";
import type { TwoPractices } from "../../factories/two-practices";
import { type Rows, staffOfHarbor } from "./shape";

const therapists = ["therapist", "second", "endedClinician"] as const;
const inPractice = ({ practiceId }: TwoPractices) => ({ practiceId });
const ofTherapist = (world: TwoPractices) => ({ ...inPractice(world), strategyId: world.strategies.draft.id });
const only: ["therapist"] = ["therapist"];

/** The practice's own strategies: for its therapists, each draft for its author. Owners and coordinators find none. */
export const strategies: Rows = {
  "strategies.library": { input: inPractice, allowed: staffOfHarbor },
  // What a colleague shares opens too, though the row of their draft does not: see strategies.integration.test.ts.
  "strategies.open": { call: (api, world) => api.strategies.open(ofTherapist(world)), allowed: only },
  "strategies.create": {
    input: (world) => ({ ...inPractice(world), clientId: crypto.randomUUID(), like: "say-i" }),
    allowed: [...therapists],
  },
  "strategies.importFile": {
    input: (world) => ({ ...inPractice(world), clientId: crypto.randomUUID(), text: "{}" }),
    allowed: [...therapists],
  },
  "strategies.save": {
    input: (world) => ({ ...ofTherapist(world), revision: 1, draft: copyOf(libraryDraft("say-i")) }),
    allowed: only,
  },
  "strategies.publish": {
    call: (api, world) =>
      api.strategies.publish({
        ...inPractice(world),
        strategyId: world.strategies.kept.id,
        revision: 1,
      }),
    allowed: only,
  },
  "strategies.restore": {
    call: (api, world) =>
      api.strategies.restore({
        ...inPractice(world),
        ...{ strategyId: world.strategies.kept.id, revision: 1, number: 1 },
      }),
    allowed: only,
  },
  "strategies.share": { input: (world) => ({ ...ofTherapist(world), shared: true }), allowed: only },
  "strategies.archive": { input: (world) => ({ ...ofTherapist(world), archived: false }), allowed: only },
  "strategies.remove": { input: ofTherapist, allowed: only },
};
