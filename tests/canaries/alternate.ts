import pLimit from "p-limit";
import { httpActor } from "../factories/over-http";
import type { ActorName, TwoPractices } from "../factories/two-practices";
import { cases } from "../isolation/cases";
import { procedures } from "../isolation/walk";

/** Somebody who reads pages, and the words that must and must not reach them. */
export interface Reader {
  actor: ActorName;
  /** The world as seen from where they stand: a row's input then names what is theirs. */
  view: TwoPractices;
  own: string;
  foreign: string[];
}

/** Words from elsewhere that pages say on purpose: the two practices of a handover know each other's names. */
const named = ["Harbor", "Northside"];
const told: Record<string, string[]> = {
  "transfers.mine": named,
  "transfers.page": named,
  "transfers.receptions": named,
};

/** Pages by their procedures: every question that at least one of the readers may ask. */
export const pagesOf = (readers: Reader[]): string[] =>
  Object.entries(cases).flatMap(([path, one]) => {
    const asks = procedures[path]?._def.type === "query" && one.input && !one.open;
    const stands = readers.some(
      ({ actor }) => one.allowed.includes(actor) || (actor !== "therapist" && one.allowed.includes("alex")),
    );
    return asks && stands ? [path] : [];
  });

/**
 * Two readers take turns on every page, many requests at once, more than there are connections.
 * @returns what crossed over, whose own words never came, and how many answers were read
 */
export async function alternate(readers: [Reader, Reader], times: number) {
  const crossed: string[] = [];
  const met = new Set<Reader>();
  const bounded = pLimit(24);
  const asks = await Promise.all(readers.map(({ view, actor }) => httpActor(view, actor)));
  let answers = 0;
  for (const path of pagesOf(readers)) {
    const turns = Array.from({ length: times }, (_, turn) =>
      bounded(async () => {
        const reader = readers[turn % 2 ? 1 : 0];
        const answer = await asks[turn % 2 ? 1 : 0]?.(path, "query", cases[path]?.input?.(reader.view));
        if (!answer || answer.status >= 500) crossed.push(`${path} broke: ${answer?.status} ${answer?.body}`);
        if (answer?.status === 200) answers++;
        if (answer?.body.includes(reader.own)) met.add(reader);
        for (const words of reader.foreign)
          if (answer?.body.includes(words) && !told[path]?.includes(words))
            crossed.push(`${path}: ${reader.actor} read ${words}`);
      }),
    );
    await Promise.all(turns);
  }
  const unmet = readers.filter((reader) => !met.has(reader)).map((reader) => reader.actor);
  return { crossed, unmet, answers };
}
