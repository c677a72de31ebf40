import { migrate } from "./lib/migrate";
import { explain, PlainError } from "./lib/steps.mjs";

/** Brings the database up to date: npm run db:migrate. In a deployment it needs DATABASE_OWNER_URL. */
async function main(): Promise<void> {
  const url = process.env.DATABASE_OWNER_URL;
  if (!url) {
    throw new PlainError("DATABASE_OWNER_URL is missing: the connection of the role reconnect_owner.");
  }
  const applied = await migrate(url);
  console.log(
    applied.length > 0 ? `Applied:\n  ${applied.join("\n  ")}` : "Nothing to apply: the database is up to date.",
  );
}

await main().catch((error: unknown) => {
  explain(error);
  process.exit(1);
});
