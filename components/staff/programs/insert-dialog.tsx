"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { useFieldWords } from "@/components/session/error-words";
import { appError, trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import type { Standing, StandingPage, StandingWeek } from "@/server/features/programs/schema";
import { FaultBanner } from "../fault-banner";
import { beyondFields } from "../licences/field-faults";
import { StrategyChoice } from "./strategy-choice";
import { useSteer } from "./use-steer";

type InsertProps = { after: StandingWeek; page: StandingPage; current: Standing; onClose: () => void };

/** Puts a week in after another one: its strategies, and how it opens. */
export function InsertDialog({ after, page, current, onClose }: InsertProps) {
  const words = useTranslations("programs");
  const common = useTranslations("common");
  const field = useFieldWords();
  const { done } = useSteer();
  const [clientId] = useState(() => uuidv4());
  const [strategies, setStrategies] = useState<string[]>([]);
  const [chosenGate, setGate] = useState<"DATE" | "THERAPIST">("DATE");
  const [fault, setFault] = useState<string>();
  const insert = trpc.programs.insert.useMutation({
    onSuccess: () => {
      onClose();
      done(words("standing.insertedToast"));
    },
  });
  const ids = { practiceId: page.viewer.practiceId, coupleId: page.coupleId, enrolmentId: current.enrolmentId };
  const wordOnly = page.strategies.some((one) => one.byWord && strategies.includes(one.key));
  const opens = wordOnly ? ("THERAPIST" as const) : chosenGate;
  const send = () => {
    setFault(strategies.length === 0 ? "chooseStrategy" : undefined);
    if (strategies.length > 0)
      insert.mutate({ ...ids, clientId, afterWeekId: after.weekId, repeatWeekId: null, strategies, opens });
  };
  const shown = fault ?? (insert.error ? appError(insert.error).fields?.strategies : undefined);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={words("standing.insertTitle")}
      description={words("standing.insertText", { title: after.title })}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button pending={insert.isPending} onClick={send}>
            {words("standing.insertConfirm")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <FaultBanner error={beyondFields(insert.error)} />
        <StrategyChoice
          strategies={page.strategies}
          chosen={strategies}
          onChange={setStrategies}
          legend={words("standing.insertStrategies")}
          hint={words("standing.insertHint")}
        />
        {shown && <FieldError>{field(shown)}</FieldError>}
        {wordOnly ? (
          <p className="text-14 text-ink-soft">{words("standing.wordOnly")}</p>
        ) : (
          <Segmented
            legend={words("editor.opens")}
            name="gate"
            value={opens}
            onValueChange={setGate}
            options={[
              { value: "DATE", label: words("gate.DATE") },
              { value: "THERAPIST", label: words("gate.THERAPIST") },
            ]}
          />
        )}
      </div>
    </Dialog>
  );
}
