import { now } from "../clock";
import { keyedHash } from "../crypto";
import { systemClient } from "../db/clients";
import type { SuppressionCause } from "../db/generated/enums";

/** What the database keeps of an address that gets nothing more. Letters' case is no difference. */
export function addressHash(address: string): Uint8Array<ArrayBuffer> {
  return keyedHash("mail-suppression", address.trim().toLowerCase());
}

/** Whether an address is among those that get nothing more, whose hashes are in hex. */
export function isAmong(hashes: readonly string[] | null, address: string): boolean {
  return hashes?.includes(Buffer.from(addressHash(address)).toString("hex")) ?? false;
}

/** An address of a person of one practice. */
export interface Addressee {
  practiceId: string;
  personId: string;
  addressHash: Uint8Array<ArrayBuffer>;
}

/** Sends nothing more to an address of a person, in this practice only. Said again it changes nothing. */
export async function suppress(addressee: Addressee, cause: SuppressionCause, code?: number): Promise<void> {
  const { practiceId, personId, addressHash: hash } = addressee;
  await systemClient().mailSuppression.createMany({
    data: [{ practiceId, personId, addressHash: hash, cause, code: code ?? null, at: now() }],
    skipDuplicates: true,
  });
}
