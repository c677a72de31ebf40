import { keyedHash, linkMac } from "@/server/crypto";

/** Letters and digits that nobody mistakes for one another when they are read aloud (Crockford's base 32). */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 10;

/** The code of a transfer, 50 bits: derived from its row, never stored, so that a form sent twice shows the same one. */
export function transferCode(practiceId: string, transferId: string): string {
  const bytes = Buffer.from(linkMac("transfer-code", `${practiceId}.${transferId}`), "base64url");
  return [...bytes.subarray(0, codeLength)].map((byte) => alphabet[byte % alphabet.length]).join("");
}

/** A code as it is shown and read aloud: `7K3M-2QXR-9T`. */
export const spacedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");

/** A code as somebody typed it, with or without hyphens, in any case; O is taken for 0, and I and L for 1. Null for what can be none. */
export function typedCode(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  const known = [...plain].every((letter) => alphabet.includes(letter));
  return known && plain.length === codeLength ? plain : null;
}

/** What the database keeps of a code: a hash under a key that is not in it. */
export const codeHash = (code: string): Uint8Array<ArrayBuffer> => keyedHash("transfer-code", code);
