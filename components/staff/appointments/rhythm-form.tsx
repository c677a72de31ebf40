"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { type AppointmentsPage, type RhythmFields, rhythmFields } from "@/server/features/appointments/schema";
import { FaultBanner } from "../fault-banner";
import { beyondFields } from "../licences/field-faults";
import { LengthField, TimeField, useServerFaults } from "./appointment-form";

const weeksOffered = [1, 2, 3, 4, 5, 6, 7, 8];
type FormProps = { page: AppointmentsPage; clientId: string; onClose: () => void };

/** A weekday by its first appointment, an hour, every so many weeks. */
export function RhythmForm({ page, clientId, onClose }: FormProps) {
  const words = useTranslations("appointments.rhythm");
  const common = useTranslations("common");
  const field = useFieldWords();
  const { form, send, set } = useRhythm({ page, clientId, onClose });
  const { errors } = form.formState;
  return (
    <form method="post" noValidate aria-label={words("title")} onSubmit={send} className="mt-3 grid gap-4">
      {page.rhythm && <p className="text-14 text-ink-soft">{words("replaces")}</p>}
      <Field label={words("startsOn")} hint={words("startsHint")} error={field(errors.startsOn?.message)}>
        {(control) => <Input {...control} {...form.register("startsOn")} type="date" min={page.today} required />}
      </Field>
      <div className="grid items-start gap-3 @xs:grid-cols-2">
        <TimeField form={form} name="time" error={errors.time?.message} />
        <LengthField form={form} name="minutes" />
      </div>
      <Field label={words("weeks")}>
        {(control) => (
          <Select {...control} {...form.register("weeks", { valueAsNumber: true })}>
            {weeksOffered.map((weeks) => (
              <option key={weeks} value={weeks}>
                {words("every", { weeks })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <FaultBanner error={beyondFields(set.error)} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" pending={set.isPending}>
          {words("submit")}
        </Button>
        <Button variant="quiet" size="small" onClick={onClose}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}

function useRhythm({ page, clientId, onClose }: FormProps) {
  const words = useTranslations("appointments.rhythm");
  const router = useRouter();
  const toast = useToast();
  const { time, minutes, weeks } = page.rhythm ?? { time: "10:00", minutes: 50, weeks: 1 };
  const form = useForm<RhythmFields>({
    resolver: zodResolver(rhythmFields),
    defaultValues: { startsOn: "", time, minutes, weeks },
  });
  const set = trpc.appointments.setRhythm.useMutation({
    onSuccess: () => {
      toast({ text: words("saved") });
      onClose();
      router.refresh();
    },
  });
  useServerFaults(form, set.error);
  const { practiceId } = page.viewer;
  const send = form.handleSubmit((fields) => set.mutate({ practiceId, coupleId: page.coupleId, clientId, ...fields }));
  return { form, send, set };
}
