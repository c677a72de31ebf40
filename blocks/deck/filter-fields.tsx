"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { budgetChoices, type Filters, minuteChoices } from "./filters";

type FilterProps = {
  id: string;
  /** Which filters make a difference. */
  known: Record<keyof Filters, boolean>;
  value: Filters;
  onChange: (next: Filters) => void;
};

/** What fits today: time, money, apart, easy on the body. Stays on this page. */
export function FilterFields({ known, value, onChange }: FilterProps) {
  const words = useTranslations("blocks.deck");
  if (!Object.values(known).some(Boolean)) return null;
  return (
    <details className="group rounded-m bg-sunken px-4">
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2.5 font-semibold text-16 [&::-webkit-details-marker]:hidden">
        <SlidersHorizontal aria-hidden size={18} className="text-ink-soft" />
        {words("filters")}
      </summary>
      <div className="grid gap-4 pt-1 pb-4">
        <div className="grid gap-4 xs:grid-cols-2">
          {known.minutes && (
            <Field label={words("time")}>
              {(wiring) => (
                <Select
                  {...wiring}
                  value={value.minutes ?? ""}
                  onChange={({ target }) => onChange({ ...value, minutes: Number(target.value) || null })}
                >
                  <option value="">{words("anyTime")}</option>
                  {minuteChoices.map((minutes) => (
                    <option key={minutes} value={minutes}>
                      {words("upTo", { count: minutes })}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          {known.budget && (
            <Field label={words("money")}>
              {(wiring) => (
                <Select
                  {...wiring}
                  value={value.budget ?? ""}
                  onChange={({ target }) =>
                    onChange({ ...value, budget: budgetChoices.find((one) => one === target.value) ?? null })
                  }
                >
                  <option value="">{words("anyBudget")}</option>
                  {budgetChoices.map((budget) => (
                    <option key={budget} value={budget}>
                      {words(`atMost.${budget}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
        </div>
        <div>
          {(["apart", "accessible"] as const).map(
            (name) =>
              known[name] && (
                <Switch
                  key={name}
                  label={words(`${name}Only`)}
                  checked={value[name]}
                  onChange={({ target }) => onChange({ ...value, [name]: target.checked })}
                />
              ),
          )}
        </div>
      </div>
    </details>
  );
}
