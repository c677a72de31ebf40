import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type LaunchOptions } from "playwright";

const require = createRequire(import.meta.url);

/** A browser that was found, and what its process must be told. */
interface Found {
  executablePath: string;
  env?: Record<string, string>;
}

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Fonts of the machine where it has some, and the package's own where it has none. */
function fontConfig(folder: string): string {
  const folders = [path.join(folder, "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((name) => `  <dir>${name}</dir>`).join("\n")}
  <cachedir>${path.join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
}

/** Unpacks the npm package's Chromium, with the libraries and fonts that a bare machine lacks, into a folder once. */
function unpack(folder: string): void {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true, mode: 0o755 });
  const entry = pathToFileURL(require.resolve("@sparticuz/chromium")).href;
  const script = `const { default: c } = await import(${JSON.stringify(entry)}); await (c.default ?? c).executablePath();`;
  // The package unpacks into the temporary folder, and brings the libraries only where it believes to be in a cloud.
  const env = { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
  execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(path.join(unfinished, "fonts", "fonts.conf"), fontConfig(folder));
  try {
    renameSync(unfinished, folder);
  } catch {
    // Another process was faster.
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function starts(executablePath: string, env: NodeJS.ProcessEnv): boolean {
  return spawnSync(executablePath, ["--version"], { env, stdio: "ignore", timeout: 20_000 }).status === 0;
}

function packaged(): Found {
  const file = path.resolve(path.dirname(require.resolve("@sparticuz/chromium")), "../../package.json");
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
  const folder = path.join(tmpdir(), `reconnect-chromium-${version}-${process.getuid?.() ?? 0}`);
  const executablePath = path.join(folder, "chromium");
  if (!existsSync(executablePath)) {
    unpack(folder);
  }
  const fonts = { FONTCONFIG_FILE: path.join(folder, "fonts/fonts.conf") };
  if (starts(executablePath, { ...process.env, ...fonts })) {
    return { executablePath, env: fonts };
  }
  const libraries = [path.join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(path.delimiter);
  return { executablePath, env: { ...fonts, LD_LIBRARY_PATH: libraries } };
}

function find(): Found {
  const given = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) {
      throw new Error(`PLAYWRIGHT_CHROMIUM_PATH names ${given}, which is not there.`);
    }
    return { executablePath: given };
  }
  const present = [...systemPaths, chromium.executablePath()].find((file) => file && existsSync(file));
  return present ? { executablePath: present } : packaged();
}

/** Nothing that a test does may reach out to the browser's maker. */
const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  "--no-pings",
];

/**
 * Options with which Playwright starts a Chromium on this machine: PLAYWRIGHT_CHROMIUM_PATH, one of the system,
 * Playwright's own download, or the one inside an npm package, which needs nothing else to be installed.
 */
export async function chromiumLaunch(): Promise<LaunchOptions> {
  const { executablePath, env } = find();
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return {
    executablePath,
    args: [...quiet, ...sandbox],
    ...(env ? { env: { ...Object.fromEntries(inherited), ...env } } : {}),
  };
}
