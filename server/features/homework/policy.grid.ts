import type { Cadence } from "@/content/schema";
import { addDays, type CivilDate, daysBetween } from "@/server/clock";
import { periodDays, type Window, windowsOf } from "./policy";

/** How an assignment counts its windows now. */
export interface Grid {
  cadence: Cadence;
  /** Where the present cadence begins; the assignment's start until it was changed. */
  gridOn: CivilDate;
  /** The ordinal of its first window. */
  gridOrdinal: number;
  endsOn: CivilDate | null;
}

/** One person's window as a row. */
export interface StoredWindow extends Window {
  id: string;
  answered: boolean;
}

/** What has to be done to one person's rows so that they follow the grid again. */
export interface WindowChanges {
  gone: string[];
  moved: { id: string; dueOn: CivilDate }[];
  missing: Window[];
}

/** The windows of the present cadence that open on or before `until`, with the ordinals that they have as rows. */
export function gridWindows({ cadence, gridOn, gridOrdinal, endsOn }: Grid, until: CivilDate): Window[] {
  return windowsOf(cadence, gridOn, endsOn, until).map((one) => ({ ...one, ordinal: one.ordinal + gridOrdinal }));
}

/**
 * Where a new cadence begins: the day after the window that is open today, whoever has answered it. Told from the present
 * grid alone, so that nobody learns from it what the other did. Before the first window it begins with the assignment.
 */
export function nextGrid({ cadence, gridOn, gridOrdinal }: Grid, today: CivilDate) {
  if (gridOn > today) return { gridOn, gridOrdinal };
  const length = periodDays[cadence.every];
  const periods = Math.floor(daysBetween(gridOn, today) / length) + 1;
  return { gridOn: addDays(gridOn, periods * length), gridOrdinal: gridOrdinal + periods * cadence.times };
}

/** The last day that a row has under this grid; null where it has no place in it. */
function dueIn(row: StoredWindow, grid: Grid, planned: ReadonlyMap<number, Window>, today: CivilDate) {
  if (row.ordinal >= grid.gridOrdinal) {
    const window = planned.get(row.ordinal);
    return window?.opensOn === row.opensOn ? window.dueOn : null;
  }
  // Of an earlier cadence: it runs on until the new one begins.
  if (row.opensOn > today) return null;
  const natural = addDays(grid.gridOn, -1);
  const dueOn = grid.endsOn !== null && grid.endsOn < natural ? grid.endsOn : natural;
  return dueOn >= row.opensOn ? dueOn : null;
}

/**
 * What separates one person's rows from the grid, from today on. What was answered is never touched, nor what is over;
 * nothing is added in the past.
 */
export function windowChanges(
  rows: readonly StoredWindow[],
  grid: Grid,
  today: CivilDate,
  until: CivilDate,
): WindowChanges {
  const windows = gridWindows(grid, until).filter((one) => one.dueOn >= today);
  const planned = new Map(windows.map((one) => [one.ordinal, one]));
  const changes: WindowChanges = { gone: [], moved: [], missing: [] };
  const kept = new Set<number>();
  for (const row of rows) {
    const dueOn = row.answered || row.dueOn < today ? row.dueOn : dueIn(row, grid, planned, today);
    if (dueOn === null) changes.gone.push(row.id);
    else kept.add(row.ordinal);
    if (dueOn !== null && dueOn !== row.dueOn) changes.moved.push({ id: row.id, dueOn });
  }
  changes.missing = windows.filter((one) => !kept.has(one.ordinal));
  return changes;
}
