import type { ErrorCode } from "@/server/errors";
import type { Handover, StaffRole } from "./schema";

/** What is known of somebody whose roles are about to change. */
export interface RoleFacts {
  before: readonly StaffRole[];
  after: readonly StaffRole[];
  /** Everyone who is an owner now. */
  ownerIds: readonly string[];
  personId: string;
  /** Partner of a couple in this practice. */
  isPartner: boolean;
  /** Of how many couples they are the primary clinician. */
  couples: number;
}

/** Why these roles cannot be; null when they can. A practice keeps an owner, and nobody is staff and partner in one. */
export function rolesFault(facts: RoleFacts): ErrorCode | null {
  const gone = (role: StaffRole) => facts.before.includes(role) && !facts.after.includes(role);
  if (facts.after.length > 0 && facts.isPartner) return "IS_PARTNER";
  if (gone("OWNER") && facts.ownerIds.every((id) => id === facts.personId)) return "LAST_OWNER";
  if (gone("THERAPIST") && facts.couples > 0) return "TREATS_COUPLES";
  return null;
}

/** Which roles begin and which end. */
export function rolesChange(before: readonly StaffRole[], after: readonly StaffRole[]) {
  return {
    given: after.filter((role) => !before.includes(role)),
    taken: before.filter((role) => !after.includes(role)),
  };
}

/** What is wrong with who takes over: a couple or a therapist that is not among these, or a couple not decided on once. */
export function handoverFault(
  coupleIds: readonly string[],
  therapistIds: readonly string[],
  handovers: readonly Handover[],
): ErrorCode | null {
  const known = ({ coupleId, personId }: Handover) =>
    coupleIds.includes(coupleId) && (personId === null || therapistIds.includes(personId));
  if (!handovers.every(known)) return "NOT_FOUND";
  const decided = new Set(handovers.map((one) => one.coupleId));
  return decided.size === handovers.length && decided.size === coupleIds.length ? null : "INVALID";
}

/** Weekdays out of the bits of a number: Monday is bit 0 and day 0. Null: not said. */
export function daysOf(bits: number | null): number[] | null {
  return bits === null ? null : [0, 1, 2, 3, 4, 5, 6].filter((day) => (bits & (1 << day)) !== 0);
}

/** The same the other way round; no day at all is not said. */
export function bitsOf(days: readonly number[]): number | null {
  return days.length === 0 ? null : days.reduce((bits, day) => bits | (1 << day), 0);
}
