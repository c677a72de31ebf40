"use client";

import { CalendarClock, Ellipsis, ListPlus, ListX, Repeat, Undo2 } from "lucide-react";
import { useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Standing, StandingPage, StandingWeek } from "@/server/features/programs/schema";
import { InsertDialog } from "./insert-dialog";
import { ScheduleDialog } from "./schedule-dialog";
import { useSteer } from "./use-steer";

type ActionsProps = { week: StandingWeek; page: StandingPage; current: Standing };

/** After which week the one that is repeated or put in comes: after what has opened, nothing may come before it. */
function lastBefore(week: StandingWeek, current: Standing): string {
  const at = current.weeks.findIndex((one) => one.weekId === week.weekId);
  const past = current.weeks.findLastIndex((one) => one.state === "OPEN" || one.state === "DONE");
  return current.weeks[Math.max(at, past)]?.weekId ?? week.weekId;
}

/** What can be done with one week, in a menu. */
export function WeekActions({ week, page, current }: ActionsProps) {
  const { done, failed, words } = useSteer();
  const [dialog, setDialog] = useState<"schedule" | "insert" | null>(null);
  const ids = { practiceId: page.viewer.practiceId, coupleId: page.coupleId, enrolmentId: current.enrolmentId };
  const unskip = trpc.programs.skip.useMutation({
    onSuccess: () => done(words("unskippedToast", { title: week.title })),
    onError: failed,
  });
  const back = () => unskip.mutate({ ...ids, weekId: week.weekId, skipped: false });
  const skip = trpc.programs.skip.useMutation({
    onSuccess: () => done(words("skippedToast", { title: week.title }), back),
    onError: failed,
  });
  const insert = trpc.programs.insert.useMutation({ onSuccess: () => done(words("insertedToast")), onError: failed });
  const after = lastBefore(week, current);
  const opens = week.mayOpenByDate ? ("DATE" as const) : ("THERAPIST" as const);
  const repeat = () =>
    insert.mutate({ ...ids, clientId: uuidv4(), afterWeekId: after, repeatWeekId: week.weekId, strategies: [], opens });
  const label =
    week.number === null ? words("actionsOf", { title: week.title }) : words("actions", { number: week.number });
  const waiting = week.state === "WAITING";
  const mayInsert = page.licensed && after === week.weekId;
  const mayRepeat = page.licensed && week.state !== "SKIPPED";
  if (!waiting && !mayInsert && !mayRepeat && !week.mayUnskip) return <span />;
  return (
    <>
      <Menu
        trigger={
          <Button variant="quiet" size="small" aria-label={label} className="-my-0.5 self-start px-2.5">
            <Ellipsis aria-hidden size={18} />
          </Button>
        }
      >
        {waiting && (
          <>
            <MenuItem icon={<CalendarClock aria-hidden size={16} />} onSelect={() => setDialog("schedule")}>
              {words("schedule")}
            </MenuItem>
            <MenuItem
              icon={<ListX aria-hidden size={16} />}
              onSelect={() => skip.mutate({ ...ids, weekId: week.weekId, skipped: true })}
            >
              {words("skip")}
            </MenuItem>
          </>
        )}
        {week.mayUnskip && (
          <MenuItem icon={<Undo2 aria-hidden size={16} />} onSelect={back}>
            {words("unskip")}
          </MenuItem>
        )}
        {mayRepeat && (
          <MenuItem icon={<Repeat aria-hidden size={16} />} onSelect={repeat}>
            {words("repeat")}
          </MenuItem>
        )}
        {mayInsert && (
          <MenuItem icon={<ListPlus aria-hidden size={16} />} onSelect={() => setDialog("insert")}>
            {words("insertAfter")}
          </MenuItem>
        )}
      </Menu>
      {dialog === "schedule" && (
        <ScheduleDialog week={week} page={page} current={current} onClose={() => setDialog(null)} />
      )}
      {dialog === "insert" && (
        <InsertDialog after={week} page={page} current={current} onClose={() => setDialog(null)} />
      )}
    </>
  );
}
