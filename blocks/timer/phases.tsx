"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useTick } from "../parts/use-tick";
import { useText } from "../parts/use-words";
import { useTool } from "../tool";
import { Clock } from "./clock";
import { backAt, secondsLeft } from "./fold";
import { type TalkProps, useRoles } from "./talk-screen";

/** The clock runs. Only the speaker ends the turn, also when the time is up. */
export function Speaking({ definition, talk, act, state }: TalkProps) {
  const words = useTranslations("blocks.timer");
  const text = useText();
  const tool = useTool();
  const { inHand, passed } = useRoles(talk);
  useTick(500);
  const left = secondsLeft(talk, tool.now(), definition) ?? 0;
  return (
    <>
      <Clock seconds={left} whole={definition.turnMinutes * 60} />
      <p className="text-17">{text(inHand ? definition.speaker : definition.listener)}</p>
      {passed && <p className="text-16 text-ink-soft">{words("holdIt")}</p>}
      {inHand && (
        <Button
          size="large"
          wide
          pending={state.kind === "pending"}
          onClick={() => act({ v: 1, type: "end-turn", turn: talk.turn })}
        >
          {words("endTurn")}
        </Button>
      )}
    </>
  );
}

const answers = ["gotIt", "almost", "sayAgain"] as const;

/** The listener says what they heard; the speaker says whether it is that. */
export function Summing({ definition, talk, act, state }: TalkProps) {
  const words = useTranslations("blocks.timer");
  const text = useText();
  const { inHand, passed } = useRoles(talk);
  const again = talk.state.phase === "summing" && talk.state.again;
  const about = passed
    ? again
      ? "sumAgainOnePhone"
      : "sumOnePhone"
    : inHand
      ? "hearSummary"
      : again
        ? "sumAgain"
        : "sum";
  return (
    <>
      <p className="text-17">{words(about)}</p>
      {inHand && (
        <div className="grid gap-2.5">
          {answers.map((answer) => (
            <Button
              key={answer}
              size="large"
              wide
              variant={answer === "gotIt" ? "primary" : "ghost"}
              pending={answer === "gotIt" && state.kind === "pending"}
              onClick={() => act({ v: 1, type: "answer", turn: talk.turn, answer })}
            >
              {text(definition.answers[answer])}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

/** A break, with the time to come back; the turn keeps what was left of it. */
export function OnBreak({ definition, talk, act, state }: TalkProps) {
  const words = useTranslations("blocks.timer");
  const format = useFormatter();
  const tool = useTool();
  useTick(5000);
  const back = backAt(talk, definition) ?? 0;
  const over = tool.now() >= back;
  return (
    <>
      <p className="grid gap-1">
        <span className="text-16 text-ink-soft">{words("backAt")}</span>
        <time dateTime={new Date(back).toISOString()} className="display figures text-60 lining-nums">
          {format.dateTime(new Date(back), { hour: "numeric", minute: "2-digit", timeZone: tool.timeZone })}
        </time>
      </p>
      <p className="text-17">{words(over ? "breakOver" : "breakText")}</p>
      <Button
        size="large"
        wide
        variant={over ? "primary" : "ghost"}
        pending={state.kind === "pending"}
        onClick={() => act({ v: 1, type: "resume", turn: talk.turn })}
      >
        {words("resume")}
      </Button>
    </>
  );
}
