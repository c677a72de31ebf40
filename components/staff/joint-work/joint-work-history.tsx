"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "@/components/trpc/client";
import { Skeleton } from "@/components/ui/skeleton";
import type { StaffViewer } from "@/server/features/people/schema";
import { civilDateOf } from "../dates";
import { FaultBanner } from "../fault-banner";
import { useFullDay } from "../moment";

type HistoryProps = { viewer: Pick<StaffViewer, "practiceId" | "timeZone">; coupleId: string };

/** What was recorded before, with its notes: read only when somebody opens it. */
export function JointWorkHistory(props: HistoryProps) {
  const words = useTranslations("jointWork");
  const [open, setOpen] = useState(false);
  return (
    <details className="mt-5 border-line border-t pt-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-block min-h-6 list-none text-14 text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink">
        {words("history")}
      </summary>
      {open && <Records {...props} />}
    </details>
  );
}

function Records({ viewer: { practiceId, timeZone }, coupleId }: HistoryProps) {
  const words = useTranslations("jointWork");
  const day = useFullDay();
  const history = trpc.safety.history.useQuery({ practiceId, coupleId }, { gcTime: 0 });
  if (history.error) return <FaultBanner error={history.error} />;
  if (!history.data) return <Skeleton className="mt-2 h-14" />;
  const { records } = history.data;
  if (records.length === 0) return <p className="mt-2 text-14 text-ink-soft">{words("historyEmpty")}</p>;
  return (
    <ul className="divide-y divide-line">
      {records.map(({ recordId, standing, lookAgainOn, at, byName, note }) => (
        <li key={recordId} className="py-2.5">
          <p className="font-medium text-15">{words(standing, { date: day(lookAgainOn) })}</p>
          {note && <p className="whitespace-pre-line text-15">{note}</p>}
          <p className="text-13 text-ink-soft">{words("by", { name: byName, date: day(civilDateOf(at, timeZone)) })}</p>
        </li>
      ))}
    </ul>
  );
}
