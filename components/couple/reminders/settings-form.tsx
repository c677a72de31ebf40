"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { type Resolver, useForm } from "react-hook-form";
import type { MailFields } from "@/components/reminders/fields";
import { MailSettings } from "@/components/reminders/mail-settings";
import { appError, trpc } from "@/components/trpc/client";
import { rememberChoice } from "@/components/ui/preference-cookie";
import { partnerKind, type ReminderSettings, reminderSettings } from "@/server/features/reminders/schema";
import { RequestFailure } from "../request-failure";

type SettingsProps = { coupleId: string; settings: ReminderSettings; zones: string[]; today: string };

/** What a partner decides about email. */
export function SettingsForm({ coupleId, settings, zones, today }: SettingsProps) {
  const router = useRouter();
  const resolver = zodResolver(reminderSettings) as unknown as Resolver<MailFields>;
  const form = useForm<MailFields>({ resolver, defaultValues: settings });
  const save = trpc.reminders.save.useMutation({
    networkMode: "always",
    onSuccess: (_, saved) => {
      rememberChoice("locale", saved.locale);
      router.refresh();
    },
  });
  const submit = form.handleSubmit((fields) => save.mutate({ coupleId, ...(fields as ReminderSettings) }));
  return (
    <MailSettings
      form={form}
      kinds={partnerKind.options}
      zones={zones}
      today={today}
      onSubmit={submit}
      onChange={() => save.isSuccess && save.reset()}
      pending={save.isPending}
      saved={save.isSuccess}
      failure={save.error && <RequestFailure failure={appError(save.error)} onRetry={submit} />}
    />
  );
}
