import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { env } from "./env";

/** Where sealed words live: bound to them, so that a value moved to another row or column does not open. */
export interface Place {
  table: string;
  column: string;
  practiceId: string;
  rowId: string;
}

const formatVersion = 1;
const nonceBytes = 12;
const tagBytes = 16;

function associatedData(place: Place): Buffer {
  return Buffer.from([place.table, place.column, place.practiceId, place.rowId].join("\u0000"), "utf8");
}

/** AES-256-GCM: version, nonce, ciphertext, tag (NIST SP 800-38D; a random 96-bit nonce each). */
export function sealBytes(key: Buffer, plain: Buffer, place: Place): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(associatedData(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.from([formatVersion]), nonce, body, cipher.getAuthTag()]));
}

/** @throws Error when the key, the place or a bit of the value is not what it was sealed with. */
export function openBytes(key: Buffer, sealed: Uint8Array, place: Place): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== formatVersion) throw new Error("Sealed with an unknown format");
  const nonce = bytes.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce)
    .setAAD(associatedData(place))
    .setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(1 + nonceBytes, -tagBytes)), decipher.final()]);
}

/** A fresh 256-bit key. */
export function newKey(): Buffer {
  return randomBytes(32);
}

/** A fresh secret for a session or a ticket, 256 bits, safe in a URL or cookie. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a secret. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret, "utf8").digest());
}

let linkKey: KeyObject | undefined;

/** A message authentication code under the link key, for links and message ids: never stored, derived again. */
export function linkMac(purpose: string, value: string): string {
  linkKey ??= createSecretKey(env().LINK_KEY, "base64");
  return createHmac("sha256", linkKey).update(`${purpose}\u0000${value}`).digest("base64url").slice(0, 32);
}

/** Compares in constant time. */
export function sameText(one: string, other: string): boolean {
  const a = Buffer.from(one);
  const b = Buffer.from(other);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A key derived from another for one purpose (HKDF-SHA-256, RFC 5869), in base64. */
export function deriveKey(key: Buffer, purpose: string): string {
  return Buffer.from(hkdfSync("sha256", key, "", purpose, 32)).toString("base64");
}

/** A key under the platform key, for one purpose. */
export function platformKey(purpose: string): Buffer {
  return Buffer.from(deriveKey(Buffer.from(env().PLATFORM_KEY, "base64"), purpose), "base64");
}

/** A keyed hash of something short, such as a code: without the platform key nobody can try all of them. */
export function keyedHash(purpose: string, value: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", platformKey(purpose)).update(value, "utf8").digest());
}

/** The key that signs seals of the audit log, derived from the platform key: it never lies in the database. */
export function sealKey(): Buffer {
  return platformKey("audit-seal");
}

/** The key ring: the first key wraps new practice keys, all of them unwrap. */
export function keyRing(): { id: string; key: Buffer }[] {
  return env()
    .KEY_RING.split(",")
    .map((part) => {
      const [id = "", key = ""] = part.split(":");
      return { id, key: Buffer.from(key, "base64") };
    });
}

/** Short fingerprints of the ring's keys, the first key's first: the database keeps one, so that a wrong ring is refused. */
export function keyFingerprints(): string[] {
  return keyRing().map(({ key }) => createHash("sha256").update(key).update("fingerprint").digest("hex").slice(0, 16));
}
