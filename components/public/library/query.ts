import { type Area, areas } from "@/components/ui/area";
import type { Strategy } from "@/content/schema";

/** The lengths in minutes that a visitor can ask for. */
export const lengths = [10, 20, 30] as const;

/** What of the library is shown: everything where a part is null. */
export type LibraryQuery = { area: Area | null; minutes: number | null };

/** Reads the address; anything unknown in it counts as not asked for. */
export function readQuery(params: Record<string, string | string[] | undefined>): LibraryQuery {
  return {
    area: areas.find((area) => area === params.area) ?? null,
    minutes: lengths.find((length) => String(length) === params.time) ?? null,
  };
}

/** Writes the address of a part of the library. */
export function queryPath(base: string, { area, minutes }: LibraryQuery): string {
  const params = new URLSearchParams();
  if (area) params.set("area", area);
  if (minutes) params.set("time", String(minutes));
  const text = params.toString();
  return text ? `${base}?${text}` : base;
}

/** The strategies that a query asks for, in the library's order. */
export function select(strategies: readonly Strategy[], { area, minutes }: LibraryQuery): Strategy[] {
  return strategies.filter(
    (strategy) => (!area || strategy.area === area) && (!minutes || strategy.minutes <= minutes),
  );
}
