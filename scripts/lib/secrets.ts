import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PlainError } from "./steps.mjs";

export const roleNames = ["owner", "app", "system", "worker", "backup"] as const;
export type RoleName = (typeof roleNames)[number];
/** One random password per database role. */
export type RolePasswords = Record<RoleName, string>;

/** What an installation keeps to itself, made once. */
export interface Secrets {
  /** Tells this installation from every other; names what must lie outside the data folder. */
  installation: string;
  superuser: string;
  roles: RolePasswords;
  authSecret: string;
  keyRing: string;
  platformKey: string;
  linkKey: string;
}

const word = (): string => randomBytes(24).toString("base64url");
const key = (): string => randomBytes(32).toString("base64");

/** Fresh random secrets. */
export function makeSecrets(): Secrets {
  return {
    installation: randomBytes(8).toString("hex"),
    superuser: word(),
    roles: { owner: word(), app: word(), system: word(), worker: word(), backup: word() },
    authSecret: key(),
    keyRing: `k1:${key()}`,
    platformKey: key(),
    linkKey: key(),
  };
}

/** Writes a file that only its owner can read, whole or not at all. */
export function writePrivate(file: string, content: string): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Reads the secrets of a data folder, or makes them the first time. Never makes new ones over existing data. */
export function loadSecrets(folder: string): Secrets {
  const file = path.join(folder, "secrets.json");
  if (existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, "utf8")) as Secrets;
    } catch {
      throw new PlainError(`${file} cannot be read as JSON. Restore it from a copy: without it the data stays locked.`);
    }
  }
  if (["postgres", "state.json"].some((name) => existsSync(path.join(folder, name)))) {
    throw new PlainError(
      `${file} is missing, but there is data beside it. Restore the file, or start over with: npm start -- --reset`,
    );
  }
  const secrets = makeSecrets();
  writePrivate(file, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}
