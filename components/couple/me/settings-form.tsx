"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import { appError, trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { rememberChoice } from "@/components/ui/preference-cookie";
import { type ReminderSettings, reminderSettings } from "@/server/features/reminders/schema";
import { RequestFailure } from "../request-failure";
import { HourFields } from "./hour-fields";
import { KindSwitches } from "./kind-switches";
import { PlaceFields } from "./place-fields";

type SettingsProps = { coupleId: string; settings: ReminderSettings; address: string | null; zones: string[] };

/** What comes by email, when, and in which language. */
export function SettingsForm({ coupleId, settings, address, zones }: SettingsProps) {
  const words = useTranslations("couple.settings");
  const router = useRouter();
  const form = useForm<ReminderSettings>({ resolver: zodResolver(reminderSettings), defaultValues: settings });
  const save = trpc.reminders.save.useMutation({
    networkMode: "always",
    onSuccess: (_, saved) => {
      rememberChoice("locale", saved.locale);
      router.refresh();
    },
  });
  const submit = form.handleSubmit((fields) => save.mutate({ coupleId, ...fields }));
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={submit} onChange={() => save.isSuccess && save.reset()} className="grid gap-6">
        <header>
          <h2 className="display text-24">{words("title")}</h2>
          <p className="text-ink-soft">{address ? words("text", { address }) : words("noAddress")}</p>
        </header>
        <KindSwitches />
        <HourFields />
        <PlaceFields zones={zones} />
        <div className="grid gap-3">
          {save.error && <RequestFailure failure={appError(save.error)} onRetry={submit} />}
          {save.isSuccess && (
            <Banner tone="positive" live>
              {words("saved")}
            </Banner>
          )}
          <Button type="submit" variant="ghost" size="large" wide pending={save.isPending}>
            {words("save")}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
