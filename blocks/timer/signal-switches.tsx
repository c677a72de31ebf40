"use client";

import { Vibrate, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Switch } from "@/components/ui/switch";
import type { Signals } from "./use-signals";

/** A soft tone and a vibration, each on or off for this phone, before a talk and at any time during it. */
export function SignalSwitches({ signals }: { signals: Signals }) {
  const words = useTranslations("blocks.timer");
  const { chosen, choose } = signals;
  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend className="mb-1 font-semibold text-15">{words("signals")}</legend>
      <Switch
        label={
          <span className="inline-flex items-center gap-2">
            <Volume2 aria-hidden size={17} /> {words("sound")}
          </span>
        }
        checked={chosen.sound}
        onChange={({ target }) => choose({ ...chosen, sound: target.checked })}
      />
      <Switch
        label={
          <span className="inline-flex items-center gap-2">
            <Vibrate aria-hidden size={17} /> {words("vibration")}
          </span>
        }
        checked={chosen.vibration}
        onChange={({ target }) => choose({ ...chosen, vibration: target.checked })}
      />
    </fieldset>
  );
}
