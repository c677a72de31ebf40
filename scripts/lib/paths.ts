import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** A program of the installed dependencies. */
export function bin(name: string): string {
  return path.join(root, "node_modules/.bin", name);
}
