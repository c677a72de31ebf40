import { parseArgs } from "node:util";
import { meantPractice, type PracticeFacts, practiceFacts, setVerified } from "./lib/practices";
import { withClient } from "./lib/roles";
import { explain, PlainError } from "./lib/steps.mjs";

const date = (at: Date) => at.toISOString().slice(0, 10);

function line({ id, name, country, createdAt, staff, licences, matched, mails, joined }: PracticeFacts): string {
  const facts = [
    `founded ${date(createdAt)}`,
    country,
    `${staff} staff`,
    `${licences} licences they call verified (${matched} with an NPI record of that name)`,
    `${joined} partners joined`,
    `${mails} invitations in 24 hours`,
  ];
  return `${id}  ${JSON.stringify(name)}\n    ${facts.join(", ")}`;
}

async function run(url: string): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { withdraw: { type: "boolean" } } });
  const named = positionals.join(" ").trim();
  await withClient(url, async (owner) => {
    if (!named) {
      const waiting = await practiceFacts(owner, null);
      console.log(waiting.length > 0 ? waiting.map(line).join("\n") : "Every practice has been verified.");
      return;
    }
    const practice = await meantPractice(owner, named);
    console.log(line(practice));
    const changed = await setVerified(owner, practice.id, !values.withdraw);
    const state = values.withdraw ? "not verified" : "verified";
    console.log(changed ? `It is ${state} now. It stands in the practice's access log.` : `It was ${state} before.`);
  });
}

const url = process.env.DATABASE_OWNER_URL;
try {
  if (!url) throw new PlainError("DATABASE_OWNER_URL is missing: only the owner's role may verify a practice.");
  await run(url);
  process.exit(0);
} catch (error) {
  explain(error);
  process.exit(1);
}
