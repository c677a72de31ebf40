"use client";

import { Vibrate, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Switch } from "@/components/ui/switch";
import type { Signals } from "./use-signals";

const kinds = [
  ["sound", Volume2],
  ["vibration", Vibrate],
] as const;

/** A soft tone and a vibration, each on or off for this phone, before a talk and at any time during it. */
export function SignalSwitches({ signals }: { signals: Signals }) {
  const words = useTranslations("blocks.timer");
  const { chosen, choose } = signals;
  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend className="mb-1 font-semibold text-15">{words("signals")}</legend>
      {kinds.map(([kind, Icon]) => (
        <Switch
          key={kind}
          label={
            <span className="inline-flex items-center gap-2">
              <Icon aria-hidden size={17} /> {words(kind)}
            </span>
          }
          checked={chosen[kind]}
          onChange={({ target }) => choose({ ...chosen, [kind]: target.checked })}
        />
      ))}
    </fieldset>
  );
}
