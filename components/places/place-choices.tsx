"use client";

import { useTranslations } from "next-intl";
import { trpc } from "@/components/trpc/client";
import { MenuLabel, MenuLink } from "@/components/ui/menu";
import { Skeleton } from "@/components/ui/skeleton";
import { allPlaces, hrefOf, othersOf } from "./places";
import { usePlaceText } from "./use-place-text";

/** The login's other places inside a menu; asked for when the menu opens, and nowhere else named on the page. */
export function PlaceChoices({ here }: { here: string }) {
  const words = useTranslations("common.places");
  const textOf = usePlaceText();
  const query = trpc.home.places.useQuery(undefined, { refetchOnWindowFocus: false });
  const others = othersOf(query.data?.places ?? [], here);
  return (
    <>
      {(query.isPending || others.length > 0) && <MenuLabel>{words("switch")}</MenuLabel>}
      {query.isPending && (
        <div className="px-2.5 py-2">
          <span className="sr-only">{words("loading")}</span>
          <Skeleton className="h-4 w-36" />
        </div>
      )}
      {others.map((place) => (
        <MenuLink key={hrefOf(place)} href={hrefOf(place)}>
          <span className="min-w-0">
            <span className="block truncate">{place.practiceName}</span>
            <span className="block font-normal text-13 text-ink-soft">{textOf(place)}</span>
          </span>
        </MenuLink>
      ))}
      <MenuLink href={allPlaces}>{words("all")}</MenuLink>
    </>
  );
}
