"use client";

import { FastForward } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Blocks } from "@/blocks/block";
import { type Block, reachesPartner } from "@/blocks/registry";
import { ToolProvider } from "@/blocks/tool";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { useMemoryTool } from "./try/use-memory-tool";

type TryProps = {
  blocks: readonly Block[];
  /** The server's clock when the page was made, in milliseconds since 1970. */
  startedAt: number;
};

/** A strategy's tool for anybody: both partners are played by whoever tries it, and nothing leaves this page. */
export function TryTool({ blocks, startedAt }: TryProps) {
  const words = useTranslations("blocks.try");
  const [position, setPosition] = useState<1 | 2>(1);
  const { tool, waiting, letADayPass, dayPassed } = useMemoryTool(blocks, position, startedAt);
  const forTwo = blocks.some(reachesPartner);
  return (
    <div className="grid gap-8">
      {forTwo && (
        <div className="grid gap-3 rounded-l bg-sunken p-4 sm:p-5">
          <Segmented
            name="whose-phone"
            legend={words("whose")}
            value={String(position)}
            onValueChange={(value) => setPosition(value === "2" ? 2 : 1)}
            options={[
              { value: "1", label: words("you") },
              { value: "2", label: words("yourPartner") },
            ]}
          />
          <p className="text-15 text-ink-soft">{words("whoseText")}</p>
          {waiting && (
            <Button variant="ghost" size="large" className="justify-self-start" onClick={letADayPass}>
              <FastForward aria-hidden size={17} />
              {words("dayPass")}
            </Button>
          )}
          <p role="status" className={dayPassed ? "text-15 text-ink-soft" : "sr-only"}>
            {dayPassed ? words("dayPassed") : ""}
          </p>
        </div>
      )}
      <ToolProvider value={tool} key={position}>
        <Blocks blocks={blocks} />
      </ToolProvider>
    </div>
  );
}
