import { oldOnes, reading } from "../body";
import { noonOf } from "../civil";
import type { BlockOf } from "../registry";
import { inOrder, oldLines, type Summary, summaryLine } from "../summary";
import { textFor } from "../words";
import { ledger } from "./schema";

/** Each promise with its day and how its maker says it is. Nothing is counted. */
export const ledgerSummary: Summary<BlockOf<"ledger">> = (definition, entries, locale) => {
  const label = textFor(definition.promise, locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const promises = reading(ledger.entries.promise.body, entries, "promise").map(({ entry, body }) => {
    const state = body.state === "open" ? [] : [textFor(definition.states[body.state], locale)];
    return summaryLine(entry, label, `${body.what} (${[dates.format(noonOf(body.by)), ...state].join(", ")})`);
  });
  return inOrder([...promises, ...oldLines(oldOnes(ledger.entries, entries), label)]);
};
