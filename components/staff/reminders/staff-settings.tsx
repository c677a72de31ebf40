"use client";

import { MailSettings, useKept } from "@/components/reminders/mail-settings";
import { trpc } from "@/components/trpc/client";
import { type StaffSettings, staffKind, staffSettings } from "@/server/features/reminders/schema";
import { FaultBanner } from "../fault-banner";

type SettingsProps = { practiceId: string; settings: StaffSettings; zones: string[]; today: string };

/** What one of the staff decides about email. */
export function StaffSettingsForm({ practiceId, ...shown }: SettingsProps) {
  const save = trpc.reminders.saveStaff.useMutation({ onSuccess: useKept() });
  return (
    <MailSettings
      {...shown}
      schema={staffSettings}
      kinds={staffKind.options}
      onSave={(fields) => save.mutate({ practiceId, ...(fields as StaffSettings) })}
      saving={save}
      failure={() => <FaultBanner error={save.error} />}
    />
  );
}
