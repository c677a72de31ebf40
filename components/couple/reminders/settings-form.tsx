"use client";

import { MailSettings, useKept } from "@/components/reminders/mail-settings";
import { appError, trpc } from "@/components/trpc/client";
import { partnerKind, type ReminderSettings, reminderSettings } from "@/server/features/reminders/schema";
import { RequestFailure } from "../request-failure";

type SettingsProps = { coupleId: string; settings: ReminderSettings; zones: string[]; today: string };

/** What a partner decides about email. */
export function SettingsForm({ coupleId, ...shown }: SettingsProps) {
  const save = trpc.reminders.save.useMutation({ networkMode: "always", onSuccess: useKept() });
  return (
    <MailSettings
      {...shown}
      schema={reminderSettings}
      kinds={partnerKind.options}
      onSave={(fields) => save.mutate({ coupleId, ...(fields as ReminderSettings) })}
      saving={save}
      failure={(again) => save.error && <RequestFailure failure={appError(save.error)} onRetry={again} />}
    />
  );
}
