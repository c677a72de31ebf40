"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Controller, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { daysWithoutAppointment } from "@/server/features/homework/schema";
import { daysOn } from "../dates";
import { useCivilDay } from "../moment";
import type { WhenProps } from "./when-fields";

const choices = ["appointment", "date", "open"] as const;
type Choice = (typeof choices)[number];

/** Until when: the next appointment, a date, or no end. */
export function UntilField(props: WhenProps) {
  const { form, today, offeredEnd, running } = props;
  const words = useTranslations("assigning.until");
  const assign = useTranslations("staff.assign");
  const field = useFieldWords();
  const [untilAppointment, endsOn, startsOn] = useWatch({
    control: form.control,
    name: ["untilAppointment", "endsOn", "startsOn"],
  });
  const choice: Choice = untilAppointment ? "appointment" : endsOn === null ? "open" : "date";
  const choose = (next: Choice) => {
    form.setValue("untilAppointment", next === "appointment");
    form.setValue("endsOn", next === "date" ? offeredEnd : null);
    form.clearErrors("endsOn");
  };
  return (
    <div className="grid gap-3">
      <Segmented
        name="until"
        legend={words("legend")}
        value={choice}
        onValueChange={choose}
        options={choices.map((value) => ({ value, label: words(value) }))}
      />
      {choice === "appointment" && <NextAppointment {...props} startsOn={startsOn} />}
      {choice === "date" && (
        <Controller
          control={form.control}
          name="endsOn"
          render={({ field: { name, value, onChange, onBlur, ref }, fieldState: { error } }) => (
            <Field label={assign("endsOn")} error={field(error?.message)}>
              {(control) => (
                <Input
                  {...control}
                  {...{ name, onBlur, ref }}
                  value={value ?? ""}
                  type="date"
                  min={running ? today : startsOn}
                  onChange={(event) => onChange(event.target.value)}
                />
              )}
            </Field>
          )}
        />
      )}
    </div>
  );
}

/** The day that it means now; what holds where no appointment stands. */
function NextAppointment({ appointments, appointmentsHref, today, startsOn }: WhenProps & { startsOn: string }) {
  const words = useTranslations("assigning.until");
  const day = useCivilDay();
  const after = startsOn > today ? startsOn : today;
  const next = appointments.find((date) => date > after);
  return (
    <p className="text-14 text-ink-soft">
      {words(next ? "stands" : "none", { date: day(next ?? daysOn(after, daysWithoutAppointment)) })}{" "}
      {!next && (
        <Link href={appointmentsHref} prefetch={false} className="link">
          {words("set")}
        </Link>
      )}
    </p>
  );
}
