"use client";

import { Banner } from "@/components/ui/banner";
import type { Fault, Place } from "@/content/own/faults";
import { useOwnWords } from "./use-own-words";

type FaultListProps = {
  title: string;
  faults: readonly Fault[];
  /** What the places are in: a draft, or what a file held. */
  root: unknown;
  /** Leads to a place; without it they are only named. */
  onGo?: (place: Place) => void;
};

/** A text that is missing in both languages is said once. */
function once(faults: readonly Fault[]): Fault[] {
  const missing = new Set(faults.filter(({ fault }) => fault === "needsWords").map(({ place }) => place.join(".")));
  return faults.flatMap((fault) => {
    const { place } = fault;
    if (fault.fault !== "needsWords" || !missing.has([...place.slice(0, -1), "en"].join("."))) return [fault];
    return place.at(-1) === "en" ? [{ ...fault, place: place.slice(0, -1) }] : [];
  });
}

/** Everything that is wrong, each by its place in words, beside what would be right. */
export function FaultList({ title, faults, root, onGo }: FaultListProps) {
  const { placeWords, faultWords } = useOwnWords();
  return (
    <Banner tone="attention" live title={title}>
      <ul className="mt-1.5 grid gap-1">
        {once(faults).map((fault) => {
          const { place } = fault;
          const where = placeWords(root, place);
          return (
            <li key={`${place.join(".")} ${fault.fault}`} className="break-words">
              {onGo ? (
                <button
                  type="button"
                  onClick={() => onGo(place)}
                  className="min-h-6 text-left font-semibold underline underline-offset-4"
                >
                  {where}
                </button>
              ) : (
                <span className="font-semibold">{where}</span>
              )}
              : {faultWords(fault)}
            </li>
          );
        })}
      </ul>
    </Banner>
  );
}
