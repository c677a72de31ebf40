"use client";

import { Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PartnerMark } from "@/components/ui/partner";
import { RadioCards } from "@/components/ui/radio-cards";
import { SaveButton } from "../parts/save-button";
import type { SaveState } from "../parts/use-save";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { useTool } from "../tool";
import type { TimerEvent } from "./schema";
import { SignalSwitches } from "./signal-switches";
import type { Signals } from "./use-signals";

type SetupProps = {
  definition: BlockOf<"timer">;
  /** How many talks went both ways until now; the first two keep to a light topic. */
  heard: number;
  act: (event: TimerEvent) => Promise<unknown>;
  state: SaveState;
  signals: Signals;
};

const lightTalks = 2;

/** A topic, who begins, one phone or two; then the talk begins with the first turn. */
export function Setup({ definition, heard, act, state, signals }: SetupProps) {
  const words = useTranslations("blocks.timer");
  const tool = useTool();
  const [topic, setTopic] = useState<string | null>(null);
  const [first, setFirst] = useState<"1" | "2" | null>(null);
  const [phones, setPhones] = useState<"1" | "2">("1");
  const [missing, setMissing] = useState(false);
  const begin = async () => {
    if (topic === null || first === null) return setMissing(true);
    setMissing(false);
    await act({
      v: 1,
      type: "start",
      first: first === "1" ? 1 : 2,
      phones: tool.delivers && phones === "2" ? 2 : 1,
      topic: topic === "own" ? null : Number(topic),
    });
  };
  return (
    <form
      method="post"
      noValidate
      className="grid gap-7"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <p className="text-17">{words("intro", { turns: definition.turns, minutes: definition.turnMinutes })}</p>
      <Topics
        definition={definition}
        ownToo={heard >= lightTalks}
        value={topic}
        onChange={setTopic}
        error={missing && topic === null ? words("chooseTopic") : undefined}
      />
      <RadioCards
        name={`${definition.id}-first`}
        legend={words("first")}
        value={first}
        onValueChange={setFirst}
        error={missing && first === null ? words("chooseFirst") : undefined}
        options={(["1", "2"] as const).map((position) => ({
          value: position,
          label:
            position === String(tool.position) ? words("me") : words("partner", { name: tool.partnerName ?? "none" }),
          icon: <PartnerMark side={position === "1" ? "one" : "two"} />,
        }))}
      />
      {tool.delivers && (
        <RadioCards
          name={`${definition.id}-phones`}
          legend={words("phones")}
          value={phones}
          onValueChange={setPhones}
          options={[
            { value: "1", label: words("onePhone"), text: words("onePhoneText"), icon: <Smartphone size={18} /> },
            { value: "2", label: words("twoPhones"), text: words("twoPhonesText"), icon: <TwoPhones /> },
          ]}
        />
      )}
      <SignalSwitches signals={signals} />
      <SaveButton state={state} saved=" ">
        {words("begin")}
      </SaveButton>
    </form>
  );
}

type TopicsProps = {
  definition: BlockOf<"timer">;
  ownToo: boolean;
  value: string | null;
  onChange: (value: string) => void;
  error?: string;
};

function Topics({ definition, ownToo, value, onChange, error }: TopicsProps) {
  const words = useTranslations("blocks.timer");
  const text = useText();
  const light = definition.lowHeatTopics.map((topic, index) => ({ value: String(index), label: text(topic) }));
  const own = { value: "own", label: words("ownTopic"), text: words("ownTopicText") };
  return (
    <RadioCards
      name={`${definition.id}-topic`}
      legend={words("topic")}
      hint={words(ownToo ? "topicHint" : "lightFirst")}
      value={value}
      onValueChange={onChange}
      error={error}
      options={ownToo ? [...light, own] : light}
    />
  );
}

function TwoPhones() {
  return (
    <span className="flex">
      <Smartphone size={15} className="-mr-1" />
      <Smartphone size={15} />
    </span>
  );
}
