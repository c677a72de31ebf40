"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { ViewProps } from "../block-tool";
import { NothingYet, useMoment } from "../parts/entry";
import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { allTalks } from "./events";

/** The talks that took place: what about, when, and how far they went. What was said is nowhere. */
export function TimerView({ definition, entries }: ViewProps<BlockOf<"timer">>) {
  const words = useTranslations("blocks.timer");
  const text = useText();
  const moment = useMoment();
  const talks = allTalks(entries, definition);
  return (
    <Frame title={text(definition.label)}>
      {talks.length === 0 && <NothingYet />}
      {talks.map((talk) => {
        const topic = talk.topic === null ? undefined : definition.lowHeatTopics[talk.topic];
        const at = new Date(talk.startedAt);
        return (
          <Card key={talk.startedAt} className="grid gap-1 p-4.5 sm:p-5">
            <p className="font-medium text-17">{topic ? text(topic) : words("ownTopic")}</p>
            <p className="text-16 text-ink-soft">
              <time dateTime={at.toISOString()}>{moment(at)}</time>
            </p>
            <p className="text-16">
              {words("went", { spoken: talk.spoken, turns: definition.turns, breaks: talk.breaks })}
            </p>
          </Card>
        );
      })}
    </Frame>
  );
}
