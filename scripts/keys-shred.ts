import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { type ShredReason, shred, shreddable, shredReasons } from "./lib/keys/shred";
import { withClient } from "./lib/roles";
import { explain, PlainError } from "./lib/steps.mjs";

const usage = `npm run keys:shred -- --practice ID [--person ID] --reason ${shredReasons.join("|")}`;

function asked() {
  const { values } = parseArgs({
    options: { practice: { type: "string" }, person: { type: "string" }, reason: { type: "string" } },
  });
  const { practice, person, reason } = values;
  if (!practice || !shredReasons.some((one) => one === reason))
    throw new PlainError(`Say whose words, and why:\n  ${usage}`);
  return { target: { practiceId: practice, ...(person && { personId: person }) }, reason: reason as ShredReason };
}

/** Asks for the words to be typed; anything else leaves everything as it was. */
async function confirmed(phrase: string): Promise<boolean> {
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await reader.question(`Type "${phrase}" to go on: `);
  reader.close();
  return answer.trim() === phrase;
}

async function run(url: string): Promise<void> {
  const { target, reason } = asked();
  await withClient(url, async (owner) => {
    const { practiceName, keys } = await shreddable(owner, target);
    const whose = target.personId ? `one person in ${practiceName}` : `everybody in ${practiceName} (${keys} keys)`;
    console.log(`This destroys the keys of ${whose}. What they wrote can never be read again, by anyone.`);
    console.log("Copies of the database made before still hold the keys: destroy them too, or let them run out.");
    const phrase = `destroy ${target.personId ?? target.practiceId}`;
    if (!(await confirmed(phrase))) throw new PlainError("Nothing was destroyed.");
    await shred(owner, target, reason);
    console.log("Destroyed. It stands in the practice's access log.");
  });
}

const url = process.env.DATABASE_OWNER_URL;
try {
  if (!url) throw new PlainError("DATABASE_OWNER_URL is missing: only the owner's role may destroy keys.");
  await run(url);
  process.exit(0);
} catch (error) {
  explain(error);
  process.exit(1);
}
