// Completes package-lock.json after an `npm install` on a registry that lacks the packages of other platforms: npm leaves
// those out of the lock file, and `npm ci` then refuses it everywhere. Run it after adding a dependency.
import { readFileSync, writeFileSync } from "node:fs";

const file = process.argv[2] ?? "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const systems = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "aix", "win32"];
const processors = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64", "wasm32"];

/** Reads system and processor off a name such as @swc/core-linux-x64-gnu, so that npm skips the package elsewhere. */
function platformOf(name) {
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  const has = (word) => words.includes(word);
  const system = systems.find(has) ?? (has("windows") ? "win32" : has("linuxmusl") ? "linux" : undefined);
  const processor = processors.find(has) ?? (has("armhf") || has("armv7") || has("gnueabihf") ? "arm" : undefined);
  const musl = has("musl") || has("linuxmusl") || has("musleabihf");
  const glibc = has("gnu") || has("glibc") || has("gnueabihf");
  return {
    ...(system || !processor ? { os: [system ?? "darwin"] } : {}),
    ...(processor ? { cpu: [processor] } : {}),
    ...(system === "linux" && (musl || glibc) ? { libc: [musl ? "musl" : "glibc"] } : {}),
  };
}

/** True when Node would find the package from where the dependent lies. */
function found(dependent, name) {
  const parts = dependent.split("/node_modules/");
  return (
    parts.some((_, index) => {
      const base = parts.slice(0, parts.length - index).join("/node_modules/");
      return lock.packages[`${base}/node_modules/${name}`];
    }) || lock.packages[`node_modules/${name}`]
  );
}

const added = [];
for (const [dependent, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!found(dependent, name)) {
      const exact = version.replace(/^[^0-9]*/, "");
      const dev = entry.dev ? { dev: true } : {};
      lock.packages[`node_modules/${name}`] = { version: exact, ...platformOf(name), ...dev, optional: true };
      added.push(`${name}@${exact}`);
    }
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length > 0 ? `Added ${added.length}:\n  ${added.join("\n  ")}` : "The lock file is complete.");
