import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { generateClient } from "./lib/generated";
import { nextFree } from "./lib/ports";
import { explain } from "./lib/steps.mjs";

/** Links and ids in the samples are real in form only: their keys are thrown away with the process. */
function standInSecrets(): void {
  const key = () => randomBytes(32).toString("base64");
  const secrets = { AUTH_SECRET: key(), KEY_RING: `k1:${key()}`, PLATFORM_KEY: key(), LINK_KEY: key() };
  Object.assign(process.env, secrets, { DATABASE_SYSTEM_URL: "none" });
}

/** Shows every mail with sample data on a page of this machine's own: npm run emails. */
async function main(): Promise<void> {
  await generateClient();
  standInSecrets();
  const { answerOf } = await import("./lib/emails/page");
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    answerOf(pathname).then(
      (answer) => {
        const type = `${answer?.type ?? "text/plain"}; charset=utf-8`;
        response.writeHead(answer ? 200 : 404, { "Content-Type": type, "Cache-Control": "no-store" });
        response.end(answer?.body ?? "Nothing here.");
      },
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : "failed"),
    );
  });
  const port = await nextFree(Number(process.env.PORT ?? 3030));
  server.listen(port, "127.0.0.1", () => console.log(`Every email, with sample data: http://localhost:${port}`));
}

await main().catch((error: unknown) => {
  explain(error);
  process.exit(1);
});
