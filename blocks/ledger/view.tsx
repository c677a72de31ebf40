"use client";

import { useTranslations } from "next-intl";
import type { ViewProps } from "../block-tool";
import { NothingYet, useWhose } from "../parts/entry";
import { Frame } from "../parts/frame";
import type { BlockOf } from "../registry";
import type { ToolEntry } from "../tool";
import { noticeOf, PromiseCard, sorted } from "./promise";
import { Trend } from "./trend-view";

type LedgerViewProps = ViewProps<BlockOf<"ledger">>;

/** Promises to read only. The therapist sees each partner by themselves, week by week; partners see no counts. */
export function LedgerView({ definition, entries, reader }: LedgerViewProps) {
  const words = useTranslations("blocks.ledger");
  const whose = useWhose(reader);
  const { open, past } = sorted(entries);
  const all = [...open, ...past];
  if (reader !== "therapist" || all.length === 0) {
    return (
      <Frame title={words("name")}>
        {all.length === 0 && <NothingYet />}
        <Promises {...{ definition, entries, reader }} promises={all} />
      </Frame>
    );
  }
  return (
    <div className="grid gap-10">
      {([1, 2] as const).map((position) => {
        const own = all.filter((entry) => entry.position === position);
        if (own.length === 0) return null;
        return (
          <Frame key={position} title={words("of", { name: whose({ mine: false, position }) })}>
            <Trend definition={definition} entries={entries} position={position} />
            <Promises {...{ definition, entries, reader }} promises={own} />
          </Frame>
        );
      })}
    </div>
  );
}

function Promises({ definition, entries, reader, promises }: LedgerViewProps & { promises: ToolEntry[] }) {
  const words = useTranslations("blocks.ledger");
  const whose = useWhose(reader);
  return promises.map((entry) => {
    const notice = noticeOf(entries, entry);
    return (
      <PromiseCard key={entry.entryId} definition={definition} entry={entry} reader={reader}>
        {notice && (
          <p className="text-16 text-ink-soft">
            {notice.mine ? words("youNoticed") : words("noticedBy", { name: whose(notice) })}
          </p>
        )}
      </PromiseCard>
    );
  });
}
