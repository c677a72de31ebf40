"use client";

import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import type { Cadence } from "@/content/schema";
import type { AssignFormState } from "./use-assign";

const every = ["day", "week", "two-weeks"] as const satisfies readonly Cadence["every"][];
const times = [1, 2, 3, 4, 5, 6, 7];

type WhenProps = {
  form: AssignFormState;
  today: string;
  /** The date offered first when an end is wanted, a civil date. */
  offeredEnd: string;
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

function DateFields({ form, today, offeredEnd, running }: WhenProps) {
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
      <Controller
        control={form.control}
        name="endsOn"
        render={({ field: { name, value, onChange, onBlur, ref } }) => (
          <div className="grid gap-3">
            <Segmented
              name="until"
              legend={words("until")}
              value={value === null ? "open" : "date"}
              onValueChange={(next) => onChange(next === "open" ? null : offeredEnd)}
              options={[
                { value: "open", label: words("noEnd") },
                { value: "date", label: words("aDate") },
              ]}
            />
            {value !== null && (
              <Field label={words("endsOn")} error={field(errors.endsOn?.message)}>
                {(control) => (
                  <Input
                    {...control}
                    {...{ name, value, onBlur, ref }}
                    type="date"
                    min={running ? today : form.watch("startsOn")}
                    onChange={(event) => onChange(event.target.value)}
                  />
                )}
              </Field>
            )}
          </div>
        )}
      />
    </div>
  );
}
