import { parseArgs } from "node:util";
import { rotatePerson } from "./lib/keys/rotate-person";
import { rotatePractice } from "./lib/keys/rotate-practice";
import { rotateRing } from "./lib/keys/rotate-ring";
import type { Progress } from "./lib/keys/rotation";
import { withClient } from "./lib/roles";
import { explain, PlainError } from "./lib/steps.mjs";

const usage =
  "npm run keys:rotate -- ring\n  npm run keys:rotate -- practice --practice ID\n  npm run keys:rotate -- person --practice ID --person ID";

let printed = "";
/** One line that counts up on a terminal, and a line each ten percent elsewhere. */
const progress: Progress = (done, total) => {
  const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
  const line = `  ${done} of ${total} sealed anew`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
  else if (`${Math.floor(percent / 10)}` !== printed) console.log(line);
  printed = `${Math.floor(percent / 10)}`;
};

async function run(url: string): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { practice: { type: "string" }, person: { type: "string" } },
  });
  const [kind] = positionals;
  const { practice, person } = values;
  await withClient(url, async (owner) => {
    if (kind === "ring") {
      const { done, keyId } = await rotateRing(owner, { progress });
      console.log(
        `\nEvery practice's key is wrapped by "${keyId}" (${done} rewritten). The ring may lose its other keys once every process runs with this one.`,
      );
    } else if (kind === "practice" && practice) {
      console.log("The key before is kept until no process can still use it, a little over a minute.");
      const { done, resumed } = await rotatePractice(owner, practice, { progress });
      console.log(`\n${resumed ? "Went on and ended" : "Done"}: ${done} keys wrapped anew.`);
    } else if (kind === "person" && practice && person) {
      const { done, resumed } = await rotatePerson(owner, { practiceId: practice, personId: person }, { progress });
      console.log(`\n${resumed ? "Went on and ended" : "Done"}: ${done} pieces of words sealed anew.`);
    } else {
      throw new PlainError(`Say which key:\n  ${usage}`);
    }
  });
}

const url = process.env.DATABASE_OWNER_URL;
try {
  if (!url) throw new PlainError("DATABASE_OWNER_URL is missing: only the owner's role may rewrite keys.");
  await run(url);
  process.exit(0);
} catch (error) {
  explain(error);
  process.exit(1);
}
