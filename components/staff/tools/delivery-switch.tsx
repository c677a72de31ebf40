"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "@/components/trpc/client";
import { FieldError } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";

type DeliveryProps = { on: boolean; practiceId: string; coupleId: string };

/** Whether exercises carry anything from one partner to the other; in force at once, and put back when it was not stored. */
export function DeliverySwitch({ on, practiceId, coupleId }: DeliveryProps) {
  const words = useTranslations("staff.tools");
  const [wanted, setWanted] = useState(on);
  const change = trpc.tools.setDelivery.useMutation({ onError: (_error, { on: tried }) => setWanted(!tried) });
  return (
    <>
      <Switch
        label={words("delivery.label")}
        hint={words("delivery.text")}
        checked={wanted}
        disabled={change.isPending}
        onChange={({ target }) => {
          setWanted(target.checked);
          change.mutate({ practiceId, coupleId, on: target.checked });
        }}
      />
      {change.error && <FieldError>{words("clear.failed")}</FieldError>}
    </>
  );
}
