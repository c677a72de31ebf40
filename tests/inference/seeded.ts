import { createHash } from "node:crypto";

/** Shared by every copy of this module: each story loads the product's modules anew, and the mocks keep the first. */
const state = globalThis as unknown as { story?: { step: string; count: number } };

/** Begins a step of the story: what is drawn in it depends on its name alone, not on how much was drawn before. */
export function beginStep(name: string): void {
  state.story = { step: name, count: 0 };
}

/** Bytes that two worlds draw alike in the same step. */
export function seededBytes(length: number): Buffer {
  const { step = "", count = 0 } = state.story ?? {};
  state.story = { step, count: count + 1 };
  return createHash("sha512").update(`${step} ${count}`).digest().subarray(0, length);
}

function asUuid(bytes: Buffer, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** In place of package uuid: version 7 still begins with the time and goes up within a millisecond. */
export const seededIds = {
  v4: () => asUuid(seededBytes(16), 4),
  v7: () => {
    const order = state.story?.count ?? 0;
    const bytes = seededBytes(16);
    bytes.writeUIntBE(Date.now(), 0, 6);
    bytes.writeUInt16BE(order & 0x0fff, 6);
    return asUuid(bytes, 7);
  },
};
