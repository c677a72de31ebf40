"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { useToast } from "@/components/ui/toast";
import type { AppointmentShape, AppointmentsPage } from "@/server/features/appointments/schema";
import { FaultBanner } from "../fault-banner";
import { useCivilDay } from "../moment";
import { AppointmentForm } from "./appointment-form";
import { useWhen } from "./when";

type RowProps = { appointment: AppointmentShape; page: AppointmentsPage };

/** One coming appointment: moved, skipped, or let take place after all. */
export function AppointmentRow({ appointment, page }: RowProps) {
  const words = useTranslations("appointments");
  const when = useWhen();
  const day = useCivilDay();
  const [moving, setMoving] = useState(false);
  const { at, minutes, state, movedFrom } = appointment;
  const name = when(at, page.timeZone);
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h3 className={state === "PLANNED" ? "font-semibold text-16" : "text-16 text-ink-soft line-through"}>
            <time dateTime={at.toISOString()}>{name}</time>
          </h3>
          <p className="flex flex-wrap items-center gap-x-2 text-14 text-ink-soft">
            {words("minutes", { count: minutes })}
            {movedFrom && <span>· {words("movedFrom", { date: day(movedFrom) })}</span>}
            {state !== "PLANNED" && <Chip tone="quiet">{words(`state.${state}`)}</Chip>}
          </p>
          {state === "AWAY" && <p className="text-14 text-ink-soft">{words("awayText")}</p>}
        </div>
        {page.schedules && !moving && (
          <Actions appointment={appointment} page={page} name={name} onMove={() => setMoving(true)} />
        )}
      </div>
      {moving && <Move appointment={appointment} page={page} onClose={() => setMoving(false)} />}
    </li>
  );
}

function Actions({ appointment, page, name, onMove }: RowProps & { name: string; onMove: () => void }) {
  const words = useTranslations("appointments");
  const { skip, error, pending } = useSkip({ appointment, page, name });
  const { state } = appointment;
  return (
    <div className="-ml-2.5 flex flex-wrap">
      <Button variant="quiet" size="small" aria-label={words("moveLabel", { when: name })} onClick={onMove}>
        {words("move")}
      </Button>
      {state === "PLANNED" && (
        <Button
          variant="quiet"
          size="small"
          pending={pending}
          aria-label={words("skipLabel", { when: name })}
          onClick={() => skip(true)}
        >
          {words("skip")}
        </Button>
      )}
      {state === "SKIPPED" && (
        <Button
          variant="quiet"
          size="small"
          pending={pending}
          aria-label={words("restoreLabel", { when: name })}
          onClick={() => skip(false)}
        >
          {words("restore")}
        </Button>
      )}
      <FaultBanner error={error} />
    </div>
  );
}

function useSkip({ appointment, page, name }: RowProps & { name: string }) {
  const words = useTranslations("appointments");
  const router = useRouter();
  const toast = useToast();
  const { practiceId } = page.viewer;
  const which = { practiceId, coupleId: page.coupleId, appointmentId: appointment.appointmentId };
  const mutation = trpc.appointments.skip.useMutation({
    onSuccess: (_, { skipped }) => {
      toast(
        skipped
          ? { text: words("skipped", { when: name }), undo: () => skip(false) }
          : { text: words("restored", { when: name }) },
      );
      router.refresh();
    },
  });
  const skip = (skipped: boolean) => mutation.mutate({ ...which, skipped });
  return { skip, error: mutation.error, pending: mutation.isPending };
}

function Move({ appointment, page, onClose }: RowProps & { onClose: () => void }) {
  const words = useTranslations("appointments");
  const router = useRouter();
  const toast = useToast();
  const when = useWhen();
  const { appointmentId, on, time, minutes } = appointment;
  const back = trpc.appointments.move.useMutation({ onSettled: () => router.refresh() });
  const which = { practiceId: page.viewer.practiceId, coupleId: page.coupleId, appointmentId };
  const move = trpc.appointments.move.useMutation({
    onSuccess: (_, to) => {
      const text = words("moved", { when: when(new Date(`${to.on}T${to.time}:00Z`), "UTC") });
      toast({ text, undo: () => back.mutate({ ...which, on, time, minutes }) });
      onClose();
      router.refresh();
    },
  });
  return (
    <AppointmentForm
      label={words("moveTitle")}
      submit={words("moveSubmit")}
      values={{ on, time, minutes }}
      today={page.today}
      mutation={move}
      onSend={(fields) => move.mutate({ ...which, ...fields })}
      onClose={onClose}
    />
  );
}
