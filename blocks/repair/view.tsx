"use client";

import { useTranslations } from "next-intl";
import type { ViewProps } from "../block-tool";
import { oldOnes } from "../body";
import { EntryCard, NothingYet, useMoment, useWhose } from "../parts/entry";
import { Frame } from "../parts/frame";
import type { BlockOf } from "../registry";
import type { ToolEntry } from "../tool";
import { AnswerWords } from "./answer";
import { ApologyWords } from "./apology-words";
import { repair } from "./schema";
import { about, apologyOf } from "./state";

type RepairViewProps = ViewProps<BlockOf<"repair">>;

/** Apologies and answers to read only. The therapist also reads how far each has come. */
export function RepairView({ definition, entries, reader }: RepairViewProps) {
  const words = useTranslations("blocks.repair");
  const whose = useWhose(reader);
  const old = oldOnes(repair.entries, entries);
  const shown = entries.filter((entry) => ["apology", "answer"].includes(entry.kind) && !old.includes(entry));
  const has = (id: string | null) => entries.some(({ entryId }) => entryId === id);
  const unread = entries.filter(
    ({ kind, mine, slot }) => kind === "offer" && !mine && reader !== "therapist" && !has(slot),
  );
  return (
    <Frame title={words("name")}>
      {shown.length + unread.length === 0 && <NothingYet />}
      {unread.map((offer) => (
        <p key={offer.entryId} className="text-17">
          {words("invitation", { named: "yes", name: whose(offer) })}
        </p>
      ))}
      {shown.map((entry) => (
        <EntryCard key={entry.entryId} entry={entry} reader={reader}>
          {entry.kind === "answer" ? (
            <AnswerWords definition={definition} entry={entry} />
          ) : (
            <>
              <ApologyWords definition={definition} entry={entry} />
              {reader === "therapist" && <HowFar entry={entry} entries={entries} />}
            </>
          )}
        </EntryCard>
      ))}
    </Frame>
  );
}

/** How far an apology has come, for the therapist. */
function HowFar({ entry, entries }: { entry: ToolEntry; entries: readonly ToolEntry[] }) {
  const words = useTranslations("blocks.repair.far");
  const moment = useMoment();
  const offer = about(entries, "offer", entry.entryId);
  const line = () => {
    if (entry.revealedAt) return words("opened", { at: moment(entry.revealedAt) });
    if (offer) return words("offered", { at: moment(offer.createdAt) });
    if (apologyOf(entry)?.inTheRoom) return words("inTheRoom");
    return entry.clearedAt ? words("cleared", { at: moment(entry.clearedAt) }) : words("draft");
  };
  return <p className="text-14 text-ink-soft">{line()}</p>;
}
