import type { PartnerSide } from "@/components/ui/partner";
import type { Partner } from "@/server/features/people/schema";

/** The shape and colour of a partner's place in the couple. */
export function sideOf(position: 1 | 2): PartnerSide {
  return position === 1 ? "one" : "two";
}

/** The names of a couple by place; empty where a place is not taken. */
export function namesOf(partners: readonly Partner[]): { one: string; two: string } {
  const nameAt = (position: 1 | 2) => partners.find((partner) => partner.position === position)?.name ?? "";
  return { one: nameAt(1), two: nameAt(2) };
}

/** The name of the partner who is not at this place. */
export function otherName(partners: readonly Partner[], position: 1 | 2): string {
  return partners.find((partner) => partner.position !== position)?.name ?? "";
}
