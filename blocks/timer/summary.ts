import { oldOnes } from "../body";
import type { BlockOf } from "../registry";
import { inOrder, oldLines, type Summary } from "../summary";
import { textFor } from "../words";
import { allTalks } from "./events";
import { timer } from "./schema";

/** Each talk with its topic, where it had a given one, and the turns that were heard out of all. */
export const timerSummary: Summary<BlockOf<"timer">> = (definition, entries, locale) => {
  const label = textFor(definition.label, locale);
  const talks = allTalks(entries, definition).map((talk) => {
    const topic = talk.topic === null ? undefined : definition.lowHeatTopics[talk.topic];
    const turns = `${talk.spoken}/${definition.turns}`;
    const text = topic ? `${textFor(topic, locale)} (${turns})` : turns;
    const start = entries.find(({ createdAt }) => createdAt.getTime() === talk.startedAt);
    return { label, text, position: null, at: new Date(talk.startedAt), entryId: start?.entryId ?? "" };
  });
  return inOrder([...talks, ...oldLines(oldOnes(timer.entries, entries), label)]);
};
