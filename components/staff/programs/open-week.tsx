"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/staff/confirm-dialog";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import type { Standing, StandingPage, StandingWeek } from "@/server/features/programs/schema";
import { useSteer } from "./use-steer";

type OpenWeekProps = { page: StandingPage; current: Standing; week: StandingWeek; prominent: boolean };

/** Opens the next week today, after a question. */
export function OpenWeek({ page, current, week, prominent }: OpenWeekProps) {
  const { done, words } = useSteer();
  const [asking, setAsking] = useState(false);
  const number = week.number ?? 0;
  const open = trpc.programs.open.useMutation({
    onSuccess: () => {
      setAsking(false);
      done(words("openedToast", { number }));
    },
  });
  const ids = { practiceId: page.viewer.practiceId, coupleId: page.coupleId, enrolmentId: current.enrolmentId };
  return (
    <ConfirmDialog
      open={asking}
      onOpenChange={setAsking}
      trigger={
        <Button
          variant={prominent ? "primary" : "quiet"}
          size="small"
          className={prominent ? "mt-1 justify-self-start" : "-ml-3 justify-self-start"}
        >
          {words("openNow", { number })}
        </Button>
      }
      title={words("openTitle", { number })}
      description={words("openText")}
      confirm={words("openNow", { number })}
      pending={open.isPending}
      onConfirm={() => open.mutate({ ...ids, weekId: week.weekId })}
      error={open.error}
      harmless
    />
  );
}
