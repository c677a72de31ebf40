import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { now } from "@/server/clock";

const settledMs = 1_000;

/** Lets a test move the product's clock; call it before the product is used. */
export function movedClock(): { to: (instant: Date) => Promise<void> } {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "reconnect-clock-")), "offset");
  writeFileSync(file, "0");
  process.env.RECONNECT_TEST_CLOCK = file;
  return {
    to: async (instant) => {
      const offset = instant.getTime() - Date.now();
      writeFileSync(file, String(offset));
      while (Math.abs(now().getTime() - Date.now() - offset) > settledMs) await setTimeout(20);
    },
  };
}
