import type { Mode } from "@/content/schema";
import { addYears, type CivilDate } from "@/server/clock";
import type { SafetyShape } from "./schema";

/**
 * Whether a strategy done this way needs a record of joint work first: everything that is done together, and what both do
 * where a tool of it reaches the other. For one partner alone no tool carries anything over, so nothing is needed.
 */
export function needsJointRecord(strategy: { joint: boolean }, mode: Mode): boolean {
  return mode === "TOGETHER" || (mode === "EACH" && strategy.joint);
}

/** Why joint work is not possible today, as a key of errors.json's `field`; null where it is. */
export function jointFault(
  record: SafetyShape | null,
  today: CivilDate,
): "needsJointRecord" | "jointLookAgain" | "jointNotNow" | null {
  if (!record) return "needsJointRecord";
  if (record.standing !== "JOINT") return "jointNotNow";
  return record.lookAgainOn < today ? "jointLookAgain" : null;
}

/** Whether a day may be named for looking again: after today, and a year away at most. */
export function maySetLookAgain(day: CivilDate, today: CivilDate): boolean {
  return day > today && day <= addYears(today, 1);
}
