"use client";

import { useState } from "react";

import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { Closing } from "./closing";
import { running } from "./fold";
import { Setup } from "./setup";
import { TalkScreen } from "./talk-screen";
import { useSignals } from "./use-signals";
import { useTalk } from "./use-talk";

/** A talk in turns: setting it up, leading through it, closing it. */
export function TimerForm({ definition }: { definition: BlockOf<"timer"> }) {
  const text = useText();
  const { talk, heard, act, state } = useTalk(definition);
  const signals = useSignals(definition, talk);
  const [again, setAgain] = useState(0);
  const closed = talk !== undefined && !running(talk) && again !== talk.startedAt;
  return (
    <Frame title={text(definition.label)}>
      {running(talk) ? (
        <TalkScreen definition={definition} talk={talk} act={act} state={state} signals={signals} />
      ) : closed ? (
        <Closing talk={talk} onAgain={() => setAgain(talk.startedAt)} />
      ) : (
        <Setup definition={definition} heard={heard} act={act} state={state} signals={signals} />
      )}
    </Frame>
  );
}
