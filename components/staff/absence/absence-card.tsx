"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { useToast } from "@/components/ui/toast";
import type { Absence, AbsencePage } from "@/server/features/absences/schema";
import { FaultBanner } from "../fault-banner";
import { useFullDay } from "../moment";
import { coupleName, namesOf } from "../people";
import { AbsenceForm } from "./absence-form";

type AbsenceCardProps = { absence: Absence; page: AbsencePage };

/** One planned or present absence, with who covers whom; opened for a change, or called off with a way back. */
export function AbsenceCard({ absence, page }: AbsenceCardProps) {
  const words = useTranslations("people.absence");
  const day = useFullDay();
  const [editing, setEditing] = useState(false);
  const cancel = useCancel({ absence, page });
  if (editing) return <AbsenceForm page={page} absence={absence} onClose={() => setEditing(false)} />;
  return (
    <SectionCard
      title={words("span", { from: day(absence.startsOn), until: day(absence.endsOn) })}
      action={<Chip tone={absence.begun ? "primary" : "quiet"}>{words(absence.begun ? "begun" : "planned")}</Chip>}
    >
      <Covers absence={absence} page={page} />
      {page.couples.length > 0 && absence.uncovered > 0 && (
        <p className="mt-3 text-14 text-ink-soft">
          {words(absence.homeworkRests ? "homework.rests" : "homework.goesOn")}
        </p>
      )}
      <FaultBanner error={cancel.error} />
      <div className="-mb-1 -ml-3 mt-3 flex flex-wrap gap-1">
        <Button variant="quiet" size="small" onClick={() => setEditing(true)}>
          {words("change")}
        </Button>
        <Button variant="quiet" size="small" pending={cancel.isPending} onClick={cancel.send}>
          {words(absence.begun ? "endNow" : "callOff")}
        </Button>
      </div>
    </SectionCard>
  );
}

function Covers({ absence, page }: AbsenceCardProps) {
  const words = useTranslations();
  const format = useFormatter();
  const nameOf = (personId: string | null) => page.therapists.find((one) => one.personId === personId)?.name;
  if (page.couples.length === 0) return <p className="text-15 text-ink-soft">{words("people.absence.noCouples")}</p>;
  return (
    <ul className="divide-y divide-line">
      {page.couples.map(({ coupleId, partners }) => {
        const { one, two } = namesOf(partners);
        const cover = nameOf(absence.covers.find((row) => row.coupleId === coupleId)?.personId ?? null);
        return (
          <li key={coupleId} className="flex flex-wrap justify-between gap-x-4 py-2 text-15">
            <span className="font-medium">{coupleName(format, { one, two })}</span>
            <span className="text-ink-soft">
              {cover ? words("people.absence.covers", { name: cover }) : words("people.absence.waits")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function useCancel({ absence, page }: AbsenceCardProps) {
  const words = useTranslations("people.absence");
  const router = useRouter();
  const toast = useToast();
  const { practiceId } = page.viewer;
  const { absenceId, startsOn, endsOn, covers, homeworkRests } = absence;
  const back = trpc.absences.plan.useMutation({ onSettled: () => router.refresh() });
  const undo = () => back.mutate({ practiceId, clientId: uuidv4(), startsOn, endsOn, covers, homeworkRests });
  const cancel = trpc.absences.cancel.useMutation({
    onSuccess: () => {
      toast({ text: words("calledOff"), undo });
      router.refresh();
    },
  });
  return { ...cancel, send: () => cancel.mutate({ practiceId, absenceId }) };
}
