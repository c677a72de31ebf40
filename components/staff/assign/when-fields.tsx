"use client";

import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import type { Cadence } from "@/content/schema";
import { UntilField } from "./until-field";
import type { AssignFormState } from "./use-assign";

const every = ["day", "week", "two-weeks"] as const satisfies readonly Cadence["every"][];
const times = [1, 2, 3, 4, 5, 6, 7];

export type WhenProps = {
  form: AssignFormState;
  today: string;
  /** The date offered first when an end is wanted, a civil date. */
  offeredEnd: string;
  /** The days of coming appointments, in order. */
  appointments: readonly string[];
  /** Where appointments are set. */
  appointmentsHref: string;
  /** What is said below how often, where it already runs. Its start is then no longer asked for. */
  running?: string;
};

/** How often, from when and until when. */
export function WhenFields(props: WhenProps) {
  return (
    <>
      <div className="grid gap-1.5">
        <CadenceFields form={props.form} />
        {props.running && <p className="text-14 text-ink-soft">{props.running}</p>}
      </div>
      <DateFields {...props} />
    </>
  );
}

function CadenceFields({ form }: Pick<WhenProps, "form">) {
  const words = useTranslations("staff.assign");
  return (
    <Controller
      control={form.control}
      name="cadence"
      render={({ field: { value, onChange, ref } }) => (
        <div className="grid items-start gap-3 @lg:grid-cols-[minmax(0,1fr)_10rem]">
          <Segmented
            name="every"
            ref={ref}
            legend={words("howOften")}
            value={value.every}
            onValueChange={(next) => onChange({ every: next, times: next === "day" ? 1 : value.times })}
            options={every.map((one) => ({ value: one, label: words(`every.${one}`) }))}
          />
          {value.every !== "day" && (
            <Field label={words("times")}>
              {(control) => (
                <Select
                  {...control}
                  value={value.times}
                  onChange={(event) => onChange({ ...value, times: Number(event.target.value) })}
                >
                  {times.map((count) => (
                    <option key={count} value={count}>
                      {words("timesValue", { count })}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
        </div>
      )}
    />
  );
}

function DateFields(props: WhenProps) {
  const { form, today, running } = props;
  const words = useTranslations("staff.assign");
  const field = useFieldWords();
  const { errors } = form.formState;
  return (
    <div className="grid items-start gap-3 @lg:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
      {!running && (
        <Field label={words("startsOn")} error={field(errors.startsOn?.message)}>
          {(control) => <Input {...control} {...form.register("startsOn")} type="date" min={today} required />}
        </Field>
      )}
      <UntilField {...props} />
    </div>
  );
}
