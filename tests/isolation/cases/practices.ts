import { businessAssociate } from "@/content/agreements/business-associate";
import { type Rows, signedInEveryone, staffOfHarbor } from "./shape";

const nothing = "an-answer-that-nobody-waits-for";
const password = "quiet harbour lantern 71";
const { version } = businessAssociate;
const agreement = { version, locale: "en" as const, signatory: "Robin Vale" };
const place = { timeZone: "Asia/Kathmandu", country: "NP" };
const atHarbor = (world: { practiceId: string }) => ({ practiceId: world.practiceId });

/** Signing up, founding a practice, and running it. */
export const practices: Rows = {
  "signUp.begin": {
    input: () => ({ email: `${crypto.randomUUID()}@test.example`, password }),
    allowed: [],
    open: true,
  },
  "signUp.show": { input: () => ({ token: nothing }), allowed: [], open: true },
  "signUp.confirm": {
    input: () => ({ proof: { token: nothing }, password }),
    allowed: [],
    open: true,
    answer: "EXPIRED",
  },
  "practices.found": {
    input: () => ({
      clientId: crypto.randomUUID(),
      name: "Vale",
      displayName: "Robin",
      treats: true,
      ...place,
      agreement,
    }),
    allowed: signedInEveryone,
  },
  "practices.start": { input: atHarbor, allowed: staffOfHarbor },
  "practices.hideStart": { input: (world) => ({ ...atHarbor(world), hidden: true }), allowed: staffOfHarbor },
  "practices.settings": { input: atHarbor, allowed: ["owner"] },
  "practices.save": {
    input: (world) => ({ ...atHarbor(world), name: "Harbor", senderName: "Harbor", ...place }),
    allowed: ["owner"],
  },
  // The owner of the test world has given no second factor, and would lock themselves out.
  "practices.requireTwoFactor": { input: atHarbor, allowed: ["owner"], answer: "SECOND_FACTOR_NEEDED" },
  "practices.relaxTwoFactor": { input: atHarbor, allowed: ["owner"] },
  "practices.agreement": { input: atHarbor, allowed: ["owner"] },
  "practices.signAgreement": { input: (world) => ({ ...atHarbor(world), ...agreement }), allowed: ["owner"] },
};
