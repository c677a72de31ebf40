import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { buildFolder } from "./lib/generated";
import { webService } from "./lib/services";
import { wantedPort } from "./lib/start-options";
import { explain, PlainError } from "./lib/steps.mjs";

/** Serves the build of `npm run build`, as a deployment does, on HOST (loopback without it) and PORT: npm run serve. */
function main(): void {
  if (!existsSync(path.join(buildFolder(), "BUILD_ID"))) {
    throw new PlainError("There is no build to serve yet. Make one first: npm run build");
  }
  const { command, args, env } = webService(process.env, wantedPort(), { host: process.env.HOST });
  const child = spawn(command, args, { env, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => child.kill(signal));
  }
  child.on("exit", (code) => process.exit(code ?? 1));
}

try {
  main();
} catch (error) {
  explain(error);
  process.exit(1);
}
