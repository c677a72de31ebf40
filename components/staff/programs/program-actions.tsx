"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/staff/confirm-dialog";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import type { Standing, StandingPage } from "@/server/features/programs/schema";
import { useSteer } from "./use-steer";

type ActionsProps = { page: StandingPage; current: Standing };

/** What can be done with the whole program: rest it or let it go on, and end it. */
export function ProgramActions({ page, current }: ActionsProps) {
  const { done, failed, words } = useSteer();
  const ids = { practiceId: page.viewer.practiceId, coupleId: page.coupleId, enrolmentId: current.enrolmentId };
  const pause = trpc.programs.pause.useMutation({ onSuccess: () => done(words("pausedToast")), onError: failed });
  const resume = trpc.programs.resume.useMutation({ onSuccess: () => done(words("resumedToast")), onError: failed });
  return (
    <div className="flex flex-wrap gap-2.5">
      {current.state === "PAUSED" ? (
        <Button pending={resume.isPending} onClick={() => resume.mutate(ids)}>
          {words("resume")}
        </Button>
      ) : (
        <Button variant="ghost" pending={pause.isPending} onClick={() => pause.mutate(ids)}>
          {words("pause")}
        </Button>
      )}
      <EndProgram ids={ids} title={current.title} />
    </div>
  );
}

function EndProgram({
  ids,
  title,
}: {
  ids: { practiceId: string; coupleId: string; enrolmentId: string };
  title: string;
}) {
  const { done, words } = useSteer();
  const [open, setOpen] = useState(false);
  const end = trpc.programs.end.useMutation({
    onSuccess: () => {
      setOpen(false);
      done(words("endedToast"));
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="quiet">{words("end")}</Button>}
      title={words("endTitle", { title })}
      description={words("endText")}
      confirm={words("endConfirm")}
      pending={end.isPending}
      onConfirm={() => end.mutate(ids)}
      error={end.error}
    />
  );
}
