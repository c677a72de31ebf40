"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import type { AppointmentsPage } from "@/server/features/appointments/schema";
import { EndRhythm } from "./end-rhythm";
import { RhythmForm } from "./rhythm-form";

/** The standing rhythm: set, changed, ended. */
export function RhythmCard({ page }: { page: AppointmentsPage }) {
  const words = useTranslations("appointments.rhythm");
  const [open, setOpen] = useState<string | null>(null);
  const { rhythm } = page;
  return (
    <SectionCard title={words("title")}>
      <p className={rhythm ? "text-16" : "text-ink-soft"}>{rhythm ? <Line rhythm={rhythm} /> : words("none")}</p>
      {open && <RhythmForm page={page} clientId={open} onClose={() => setOpen(null)} />}
      {page.schedules && !open && (
        <div className="-ml-2.5 mt-2 flex flex-wrap">
          <Button variant="quiet" size="small" onClick={() => setOpen(uuidv4())}>
            {words(rhythm ? "change" : "set")}
          </Button>
          {rhythm && (
            <EndRhythm practiceId={page.viewer.practiceId} coupleId={page.coupleId} rhythmId={rhythm.rhythmId} />
          )}
        </div>
      )}
    </SectionCard>
  );
}

function Line({ rhythm }: { rhythm: NonNullable<AppointmentsPage["rhythm"]> }) {
  const words = useTranslations("appointments.rhythm");
  const format = useFormatter();
  const { startsOn, time, weeks } = rhythm;
  const first = new Date(`${startsOn}T${time}:00Z`);
  return words("line", {
    weekday: format.dateTime(first, { weekday: "long", timeZone: "UTC" }),
    time: format.dateTime(first, { timeStyle: "short", timeZone: "UTC" }),
    every: words("every", { weeks }),
  });
}
