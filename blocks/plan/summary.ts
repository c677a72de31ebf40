import { oldOnes, reading } from "../body";
import type { BlockOf } from "../registry";
import { inOrder, oldLines, type Summary, summaryLine } from "../summary";
import { textFor } from "../words";
import { plan } from "./schema";

/** Each plan in one line, its local date and time first, and the words about how it was. */
export const planSummary: Summary<BlockOf<"plan">> = (definition, entries, locale) => {
  const label = textFor(definition.label, locale);
  const labels = new Map(definition.fields.map((field) => [field.key, textFor(field.label, locale)]));
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  const plans = reading(plan.entries.plan.body, entries, "plan").map(({ entry, body }) => {
    const at = body.at ? [moments.format(new Date(`${body.at.replace(/Z$/, "")}Z`))] : [];
    const fields = Object.entries(body.fields).flatMap(([key, value]) =>
      value === "" ? [] : [`${labels.get(key) ?? key}: ${value}`],
    );
    return summaryLine(entry, label, [...at, ...fields].join("\n"));
  });
  const after = definition.afterwards ? textFor(definition.afterwards, locale) : label;
  const said = reading(plan.entries.afterwards.body, entries, "afterwards").map(({ entry, body }) =>
    summaryLine(entry, after, body.words),
  );
  return inOrder([...plans, ...said, ...oldLines(oldOnes(plan.entries, entries), label)]);
};
