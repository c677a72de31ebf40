import { addYears, type CivilDate } from "@/server/clock";

/** A row of the accounting, as far as the rules ask. */
export interface Entered {
  disclosureId: string;
  supersedesId: string | null;
  withdrawn: boolean;
  disclosedOn: CivilDate;
}

/** How far back a person may ask for an accounting: six years, 45 CFR 164.528(a)(1). */
const yearsBack = 6;

/** The first day that a statement made on a day must cover. On 29 February six years earlier it is the 28th. */
export const coversFrom = (today: CivilDate): CivilDate => addYears(today, -yearsBack);

/** What stands today: the last correction of each, without what was withdrawn. Keeps the order of the rows. */
export function standing<Row extends Entered>(rows: Row[]): Row[] {
  const corrected = new Set(rows.map((row) => row.supersedesId));
  return rows.filter((row) => !corrected.has(row.disclosureId) && !row.withdrawn);
}

/** Each row that was entered anew, with what became of it, oldest first. */
export function histories<Row extends Entered>(rows: Row[]): Row[][] {
  const next = new Map(rows.map((row) => [row.supersedesId, row]));
  return rows
    .filter((row) => row.supersedesId === null)
    .map((first) => {
      const chain = [first];
      for (let row = next.get(first.disclosureId); row; row = next.get(row.disclosureId)) chain.push(row);
      return chain;
    });
}
