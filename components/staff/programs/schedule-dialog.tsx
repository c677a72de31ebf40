"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldWords } from "@/components/session/error-words";
import { appError, trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import type { Standing, StandingPage, StandingWeek } from "@/server/features/programs/schema";
import { FaultBanner } from "../fault-banner";
import { beyondFields } from "../licences/field-faults";
import { useSteer } from "./use-steer";

type ScheduleProps = { week: StandingWeek; page: StandingPage; current: Standing; onClose: () => void };

/** How a waiting week opens; for the next one, from which day on. */
export function ScheduleDialog({ week, page, current, onClose }: ScheduleProps) {
  const common = useTranslations("common");
  const editor = useTranslations("programs.editor");
  const field = useFieldWords();
  const { done, words } = useSteer();
  const [opens, setOpens] = useState(week.opens);
  const [on, setOn] = useState(week.opensOn ?? page.today);
  const next = current.weeks.find((one) => one.state === "WAITING")?.weekId === week.weekId;
  const named = next && current.state === "ACTIVE" && opens === "DATE";
  const save = trpc.programs.schedule.useMutation({
    onSuccess: () => {
      onClose();
      done(words("scheduledToast"));
    },
  });
  const ids = { practiceId: page.viewer.practiceId, coupleId: page.coupleId, enrolmentId: current.enrolmentId };
  const faults = save.error ? appError(save.error).fields : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words("scheduleTitle", { number: week.number ?? 0 })}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button
            pending={save.isPending}
            onClick={() => save.mutate({ ...ids, weekId: week.weekId, opens, on: named ? on : null })}
          >
            {editor("save")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <FaultBanner error={beyondFields(save.error)} />
        {week.mayOpenByDate ? (
          <Segmented
            legend={words("scheduleTitle", { number: week.number ?? 0 })}
            legendHidden
            name="opens"
            value={opens}
            onValueChange={setOpens}
            options={[
              { value: "DATE", label: words("scheduleDate") },
              { value: "THERAPIST", label: words("scheduleWord") },
            ]}
          />
        ) : (
          <Banner>{words("wordOnly")}</Banner>
        )}
        {named && (
          <Field label={words("scheduleOn")} error={field(faults?.on)}>
            {(control) => (
              <Input
                {...control}
                type="date"
                value={on}
                min={page.today}
                onChange={(event) => setOn(event.target.value)}
                className="max-w-48"
              />
            )}
          </Field>
        )}
      </div>
    </Dialog>
  );
}
