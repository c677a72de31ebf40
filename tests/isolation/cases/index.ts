import { appointments } from "./appointments";
import { audit } from "./audit";
import { base } from "./base";
import { billing } from "./billing";
import { clinicians } from "./clinicians";
import { disclosures } from "./disclosures";
import { joining } from "./joining";
import { licences } from "./licences";
import { practices } from "./practices";
import { privateWords } from "./private-words";
import { programs } from "./programs";
import { reminders } from "./reminders";
import { safety } from "./safety";
import { sessions } from "./sessions";
import { type IsolationCase, signedInEveryone } from "./shape";
import { strategies } from "./strategies";
import { tools } from "./tools";
import { transfers } from "./transfers";

/** One row for every procedure. The walk fails on a procedure that has none. */
export const cases: Record<string, IsolationCase> = {
  ...base,
  ...sessions,
  ...practices,
  ...licences,
  ...joining,
  "account.endOtherSessions": { input: () => undefined, allowed: signedInEveryone },
  ...audit,
  ...disclosures,
  ...appointments,
  ...clinicians,
  ...transfers,
  ...tools,
  ...safety,
  ...privateWords,
  ...strategies,
  ...reminders,
  ...programs,
  ...billing,
  // Last: it ends the sessions that the rows above use.
  "session.end": { input: () => undefined, allowed: [], open: true },
};
