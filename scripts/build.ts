import { buildWeb, generateClient } from "./lib/generated";
import { explain, step } from "./lib/steps.mjs";

/** The production build of a deployment, types checked: npm run build. */
async function main(): Promise<void> {
  await step("generate", async () => await generateClient());
  await step("build", async () => await buildWeb(process.env, true));
}

await main().catch((error: unknown) => {
  explain(error);
  process.exit(1);
});
