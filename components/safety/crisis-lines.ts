/** What a number is for: a key of `couple.crisis`. The first three are those of the United States, with how they are used there. */
type CrisisKey = "emergency" | "lifeline" | "violence" | "crisisLine" | "violenceLine";
export interface CrisisLine {
  key: CrisisKey;
  number: string;
  href: string;
}

const line = (key: CrisisKey, number: string, dialled = number): CrisisLine => ({
  key,
  number,
  href: `tel:${dialled.replace(/[\s-]/g, "")}`,
});

const unitedStates = [
  line("emergency", "911"),
  line("lifeline", "988"),
  line("violence", "1-800-799-7233", "+18007997233"),
];

/** Public, free numbers by country, as their services publish them. To be looked at again at every release. */
const byCountry: Record<string, CrisisLine[]> = {
  AU: [line("emergency", "000"), line("crisisLine", "13 11 14"), line("violenceLine", "1800 737 732")],
  CA: [line("emergency", "911"), line("crisisLine", "988")],
  DE: [line("emergency", "112"), line("crisisLine", "0800 111 0 111"), line("violenceLine", "116 016")],
  ES: [line("emergency", "112"), line("crisisLine", "024"), line("violenceLine", "016")],
  FR: [line("emergency", "112"), line("crisisLine", "3114"), line("violenceLine", "3919")],
  GB: [line("emergency", "999"), line("crisisLine", "116 123"), line("violenceLine", "0808 2000 247")],
  IE: [line("emergency", "112"), line("crisisLine", "116 123"), line("violenceLine", "1800 341 900")],
  MX: [line("emergency", "911"), line("crisisLine", "800 911 2000")],
  NZ: [line("emergency", "111"), line("crisisLine", "1737"), line("violenceLine", "0800 733 843")],
};

const likeUnitedStates = ["US", "AS", "GU", "MP", "PR", "UM", "VI"];
/** Where 112 is the emergency number (Directive (EU) 2018/1972, article 109, and its neighbours). */
const oneOneTwo = "AT BE BG CH CY CZ DK EE FI GR HR HU IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" ");

/** Whom to call in a country; empty where nothing is known of it. */
export function crisisLinesOf(country: string): readonly CrisisLine[] {
  if (likeUnitedStates.includes(country)) return unitedStates;
  return byCountry[country] ?? (oneOneTwo.includes(country) ? [line("emergency", "112")] : []);
}
