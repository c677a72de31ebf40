import { useFormatter, useTranslations } from "next-intl";
import type { Place } from "./places";

/** What somebody is in a place; of two couples in one practice also since when and with whom, to tell them apart. */
export function usePlaceText(): (place: Place) => string {
  const words = useTranslations("common.places");
  const format = useFormatter();
  return (place) => {
    if (place.kind === "practice") return words("staff");
    if (!place.apart) return words("partner");
    const { since, therapist } = place.apart;
    const date = format.dateTime(Date.parse(since), { dateStyle: "long", timeZone: "UTC" });
    return therapist ? words("apartWith", { date, therapist }) : words("apart", { date });
  };
}
