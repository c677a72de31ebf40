"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { useToast } from "@/components/ui/toast";
import type { AppointmentsPage } from "@/server/features/appointments/schema";
import { AppointmentForm } from "./appointment-form";
import { useWhen } from "./when";

/** One appointment beside the rhythm. */
export function NewAppointment({ page }: { page: AppointmentsPage }) {
  const words = useTranslations("appointments");
  const router = useRouter();
  const toast = useToast();
  const when = useWhen();
  const [open, setOpen] = useState<string | null>(null);
  const create = trpc.appointments.create.useMutation({
    onSuccess: (_, { on, time }) => {
      toast({ text: words("create.done", { when: when(new Date(`${on}T${time}:00Z`), "UTC") }) });
      setOpen(null);
      router.refresh();
    },
  });
  return (
    <SectionCard title={words("create.title")}>
      {open ? (
        <AppointmentForm
          label={words("create.title")}
          submit={words("create.submit")}
          values={{ on: "", time: page.rhythm?.time ?? "10:00", minutes: page.rhythm?.minutes ?? 50 }}
          today={page.today}
          mutation={create}
          onSend={(fields) =>
            create.mutate({ practiceId: page.viewer.practiceId, coupleId: page.coupleId, clientId: open, ...fields })
          }
          onClose={() => setOpen(null)}
        />
      ) : (
        <Button variant="ghost" size="small" onClick={() => setOpen(uuidv4())}>
          {words("create.open")}
        </Button>
      )}
    </SectionCard>
  );
}
