import { spawn } from "node:child_process";
import { connect } from "./connection";
import { openDataFolder, readState, runningOn } from "./data-folder";
import { loadDotEnv, scriptEnvironment } from "./environment";
import { generateClient } from "./generated";
import { root } from "./paths";
import { wantedPort } from "./start-options";
import { explain, PlainError } from "./steps.mjs";

/** These need neither database nor secrets. */
const bare = [
  "bench/public-pages.ts",
  "bench/reminders.ts",
  "scripts/build.ts",
  "scripts/emails.ts",
  "scripts/migration.ts",
];

/** Runs the script as a child, passing signals on; gives its exit code. */
function runFile(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", ...args], { cwd: root, env, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
}

/** True in a deployment, where the environment brings its own connections and the data folder has no say. */
function bringsConnections(): boolean {
  return ["OWNER", "APP", "SYSTEM", "WORKER"].some((role) => process.env[`DATABASE_${role}_URL`]);
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const [file] = args;
  if (!file) {
    throw new PlainError("Name a script: node scripts/run.mjs prisma/seed/run.ts demo");
  }
  loadDotEnv();
  if (bare.includes(file)) {
    return await runFile(args, process.env);
  }
  await generateClient();
  if (bringsConnections()) {
    return await runFile(args, process.env);
  }
  const folder = openDataFolder();
  const running = runningOn(folder.path);
  const connection = await connect(folder);
  try {
    const port = wantedPort();
    const env = scriptEnvironment({
      ...connection,
      secrets: folder.secrets,
      port,
      publicUrl: process.env.PUBLIC_URL ?? running?.publicUrl ?? `http://localhost:${port}`,
      smtpUrl: process.env.SMTP_URL ?? running?.smtpUrl ?? "smtp://127.0.0.1:1025",
      demo: connection.embedded && readState(folder.path).demoSeeded === true,
    });
    return await runFile(args, env);
  } finally {
    await connection.stop();
  }
}

try {
  process.exit(await main());
} catch (error) {
  explain(error);
  process.exit(1);
}
