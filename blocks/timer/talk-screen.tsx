"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { SaveStatus } from "../parts/save-button";
import type { SaveState } from "../parts/use-save";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { useTool } from "../tool";
import { speakerOf, type Talk } from "./fold";
import { OnBreak, Speaking, Summing } from "./phases";
import type { TimerEvent } from "./schema";
import { SignalSwitches } from "./signal-switches";
import type { Signals } from "./use-signals";

export type TalkProps = {
  definition: BlockOf<"timer">;
  talk: Talk;
  act: (event: TimerEvent) => Promise<unknown>;
  state: SaveState;
  signals: Signals;
};

/** Who speaks, who listens, and through whose eyes: on one phone, through those of whoever holds it. */
export function useRoles(talk: Talk) {
  const words = useTranslations("blocks.timer");
  const tool = useTool();
  const speaker = speakerOf(talk);
  const mine = speaker === tool.position;
  const name = tool.partnerName ?? "none";
  const passed = talk.phones === 1;
  return {
    mine,
    passed,
    /** Whether the steps of the speaker are in this hand. */
    inHand: passed || mine,
    speakerSpeaks: mine ? words("youSpeak") : words("partnerSpeaks", { name }),
    listenerSums: mine ? words("partnerSums", { name }) : words("youSum"),
  };
}

/** A talk that goes on: the same on both phones, or on the one that is passed. */
export function TalkScreen(props: TalkProps) {
  const { definition, talk } = props;
  const words = useTranslations("blocks.timer");
  const text = useText();
  const topic = talk.topic === null ? undefined : definition.lowHeatTopics[talk.topic];
  const { phase } = talk.state;
  return (
    <div className="grid gap-5 rounded-[22px] border border-line bg-linear-to-b from-communication-wash to-surface to-55% p-5 text-center shadow-lift sm:p-7">
      <p className="justify-self-center rounded-full bg-surface px-4 py-1 font-semibold text-15 text-communication-ink">
        {words("turn", { turn: talk.turn + 1, turns: definition.turns })}
      </p>
      <Heading {...props} />
      {topic && phase !== "break" && <p className="-mt-2 text-16 text-ink-soft">{text(topic)}</p>}
      {phase === "speaking" && <Speaking {...props} />}
      {phase === "summing" && <Summing {...props} />}
      {phase === "break" && <OnBreak {...props} />}
      {props.state.kind === "failed" && <SaveStatus state={props.state} />}
      <Ways {...props} />
      <div className="border-line border-t pt-4 text-left">
        <SignalSwitches signals={props.signals} />
      </div>
    </div>
  );
}

/** What happens now. It is announced when it changes, and takes the focus when the button that had it is gone. */
function Heading({ talk }: TalkProps) {
  const words = useTranslations("blocks.timer");
  const { speakerSpeaks, listenerSums } = useRoles(talk);
  const heading = useRef<HTMLHeadingElement>(null);
  const { phase } = talk.state;
  const step = `${talk.turn}.${phase}`;
  useEffect(() => {
    if (step && document.activeElement === document.body) heading.current?.focus();
  }, [step]);
  const title = phase === "break" ? words("onBreak") : phase === "summing" ? listenerSums : speakerSpeaks;
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className="display text-32 outline-none">
        {title}
      </h3>
      <p role="status" className="sr-only">
        {title}
      </p>
    </>
  );
}

/** The ways out of a turn that either has at any time: a break, and ending the talk. */
function Ways({ definition, talk, act, state }: TalkProps) {
  const words = useTranslations("blocks.timer");
  const text = useText();
  const [sure, setSure] = useState(false);
  const pending = state.kind === "pending";
  if (sure) {
    return (
      <fieldset className="grid min-w-0 gap-2">
        <legend className="mb-2 w-full text-16">{words("sureToEnd")}</legend>
        <Button variant="danger" size="large" wide pending={pending} onClick={() => act({ v: 1, type: "stop" })}>
          {words("end")}
        </Button>
        <Button variant="quiet" size="large" wide onClick={() => setSure(false)}>
          {words("goOnTalking")}
        </Button>
      </fieldset>
    );
  }
  return (
    <div className="grid gap-2">
      {talk.state.phase !== "break" && (
        <Button
          variant="ghost"
          size="large"
          wide
          aria-disabled={pending}
          onClick={() => !pending && act({ v: 1, type: "break", turn: talk.turn })}
        >
          {text(definition.breakLabel)}
        </Button>
      )}
      <Button variant="quiet" size="large" wide onClick={() => setSure(true)}>
        {words("endTalk")}
      </Button>
    </div>
  );
}
