"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useFormContext } from "react-hook-form";
import { HourFields } from "@/components/reminders/hour-fields";
import { PlaceFields } from "@/components/reminders/place-fields";
import { rememberChoice } from "@/components/ui/preference-cookie";
import type { JoinFields } from "./fields";
import { StepHeading } from "./step-heading";

/** When mail may come, and in which language; the page takes that language at once. */
export function HoursStep({ zones }: { zones: string[] }) {
  const words = useTranslations("joining.hours");
  const router = useRouter();
  const { watch } = useFormContext<JoinFields>();
  useEffect(() => {
    const { unsubscribe } = watch(({ locale }, { name }) => {
      if (name !== "locale" || !locale) return;
      rememberChoice("locale", locale);
      router.refresh();
    });
    return unsubscribe;
  }, [watch, router]);
  return (
    <>
      <StepHeading title={words("title")} text={words("text")} />
      <HourFields />
      <PlaceFields zones={zones} />
    </>
  );
}
