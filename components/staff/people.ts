import type { useFormatter } from "next-intl";
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

type Lists = Pick<ReturnType<typeof useFormatter>, "list">;

/** How a couple is called: "Mika & Jo", in Spanish "Noor e Ines"; one alone by their name. */
export function coupleName({ list }: Lists, { one, two }: { one: string; two: string }): string {
  return list(two ? [one, two] : [one], { type: "conjunction", style: "short" });
}

/** People in a sentence: "Mika and Jo"; empty names are left out. */
export function namesInWords({ list }: Lists, ...names: readonly (string | null | undefined)[]): string {
  return list(
    names.flatMap((name) => name || []),
    { type: "conjunction" },
  );
}
