import type { Places } from "@/server/features/home/schema";

export type Place = Places["places"][number];

/** The chooser of all places, also where there is only one. */
export const allPlaces = "/home?all=1";

/** Where a place lies. */
export function hrefOf(place: Place): string {
  return place.kind === "practice" ? `/practice/${place.practiceId}` : `/couple/${place.coupleId}`;
}

/** The places that are not the one at hand. */
export function othersOf(places: readonly Place[], here: string): Place[] {
  return places.filter((place) => hrefOf(place) !== here);
}
