import { hash, verify } from "@node-rs/argon2";
import pLimit from "p-limit";

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane. At most four at once: memory is bounded.
const argon2id = 2; // the enum is a const enum, which isolated modules cannot read
const options = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const bounded = pLimit(4);

/** The argon2id string of a password. */
export function hashPassword(password: string): Promise<string> {
  return bounded(() => hash(password.normalize("NFKC"), options));
}

let decoy: Promise<string> | undefined;

/** Whether a password matches; takes as long for an unknown address (no stored hash) as for a known one. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("a password that nobody has");
  const against = stored ?? (await decoy);
  const matches = await bounded(() => verify(against, password.normalize("NFKC")));
  return stored !== undefined && matches;
}
