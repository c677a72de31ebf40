import { bold, dim } from "./steps.mjs";

/** Addresses to print at the end of a start. */
export interface Addresses {
  web: string;
  mailbox?: string | undefined;
  logs: string;
}

/** Everyone whom the demo signs in, with the one password of all. */
const demoPassword = "reconnect-demo";
const demoAccounts: readonly (readonly [string, string])[] = [
  ["owner@harbor.example", "practice owner"],
  ["therapist@harbor.example", "therapist, most couples"],
  ["second@harbor.example", "second therapist"],
  ["coordinator@harbor.example", "coordinator"],
  ["alex@couple.example", "partner of sam"],
  ["sam@couple.example", "partner of alex"],
  ["therapist@northside.example", "therapist, another practice"],
  ["rio@couple.example", "partner of kai, Northside"],
  ["kai@couple.example", "partner of rio, Northside"],
];

/** Prints where everything is, and with `demo` who can sign in. */
export function report(addresses: Addresses, demo: boolean): void {
  const rows: [string, string][] = [["Reconnect", addresses.web]];
  if (addresses.mailbox) {
    rows.push(["Mailbox", addresses.mailbox]);
  }
  rows.push(["Logs", addresses.logs]);
  console.log(`\n${rows.map(([name, where]) => `  ${bold(name.padEnd(12))}${where}`).join("\n")}`);
  if (demo) {
    console.log(`\n  ${bold("Demo sign-in".padEnd(30))}${dim(`the password of all is ${demoPassword}`)}`);
    console.log(demoAccounts.map(([email, who]) => `  ${email.padEnd(30)}${dim(who)}`).join("\n"));
  }
  console.log(`\n  ${dim("Ctrl-C stops everything; data stays.")}`);
}
