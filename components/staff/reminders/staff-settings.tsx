"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { type Resolver, useForm } from "react-hook-form";
import type { MailFields } from "@/components/reminders/fields";
import { MailSettings } from "@/components/reminders/mail-settings";
import { trpc } from "@/components/trpc/client";
import { rememberChoice } from "@/components/ui/preference-cookie";
import { type StaffSettings, staffKind, staffSettings } from "@/server/features/reminders/schema";
import { FaultBanner } from "../fault-banner";

type SettingsProps = { practiceId: string; settings: StaffSettings; zones: string[]; today: string };

/** What one of the staff decides about email. */
export function StaffSettingsForm({ practiceId, settings, zones, today }: SettingsProps) {
  const router = useRouter();
  const resolver = zodResolver(staffSettings) as unknown as Resolver<MailFields>;
  const form = useForm<MailFields>({ resolver, defaultValues: settings });
  const save = trpc.reminders.saveStaff.useMutation({
    onSuccess: (_, saved) => {
      rememberChoice("locale", saved.locale);
      router.refresh();
    },
  });
  const submit = form.handleSubmit((fields) => save.mutate({ practiceId, ...(fields as StaffSettings) }));
  return (
    <MailSettings
      form={form}
      kinds={staffKind.options}
      zones={zones}
      today={today}
      onSubmit={submit}
      onChange={() => save.isSuccess && save.reset()}
      pending={save.isPending}
      saved={save.isSuccess}
      failure={<FaultBanner error={save.error} />}
    />
  );
}
