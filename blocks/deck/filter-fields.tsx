"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { DeckName, ToolCard } from "../cards";
import { budgetChoices, type Filters, filtersOf, levelsIn, minuteChoices } from "./filters";
import { useLevelWords } from "./use-level-words";

type FilterProps = {
  deck: DeckName;
  /** The cards that could come: a filter that makes no difference among them is not offered. */
  cards: readonly ToolCard[];
  value: Filters;
  onChange: (next: Filters) => void;
};

/** What fits today: depth, time, money, apart, easy on the body. Stays on this page. */
export function FilterFields({ deck, cards, value, onChange }: FilterProps) {
  const words = useTranslations("blocks.deck");
  const known = filtersOf(cards);
  if (!Object.values(known).some(Boolean)) return null;
  return (
    <details className="group rounded-m bg-sunken px-4">
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2.5 font-semibold text-16 [&::-webkit-details-marker]:hidden">
        <SlidersHorizontal aria-hidden size={18} className="text-ink-soft" />
        {words("filters")}
      </summary>
      <div className="grid gap-4 pt-1 pb-4">
        <Choices deck={deck} cards={cards} value={value} onChange={onChange} />
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

function Choices({ deck, cards, value, onChange }: FilterProps) {
  const words = useTranslations("blocks.deck");
  const levelWords = useLevelWords(deck);
  const known = filtersOf(cards);
  return (
    <div className="grid gap-4 xs:grid-cols-2">
      {known.level && (
        <Choice
          label={words(deck === "questions" ? "depth" : "effort")}
          any={words("anyLevel")}
          options={levelsIn(cards).map((level) => ({ value: level, label: levelWords(level) }))}
          value={value.level}
          onChange={(level) => onChange({ ...value, level })}
        />
      )}
      {known.minutes && (
        <Choice
          label={words("time")}
          any={words("anyTime")}
          options={minuteChoices.map((minutes) => ({ value: minutes, label: words("upTo", { count: minutes }) }))}
          value={value.minutes}
          onChange={(minutes) => onChange({ ...value, minutes })}
        />
      )}
      {known.budget && (
        <Choice
          label={words("money")}
          any={words("anyBudget")}
          options={budgetChoices.map((budget) => ({ value: budget, label: words(`atMost.${budget}`) }))}
          value={value.budget}
          onChange={(budget) => onChange({ ...value, budget })}
        />
      )}
    </div>
  );
}

type ChoiceProps<Value> = {
  label: string;
  any: string;
  options: { value: Value; label: string }[];
  value: Value | null;
  onChange: (value: Value | null) => void;
};

/** One of a few, or any. */
function Choice<Value extends string | number>({ label, any, options, value, onChange }: ChoiceProps<Value>) {
  const chosen = (text: string) => options.find((option) => String(option.value) === text)?.value ?? null;
  return (
    <Field label={label}>
      {(wiring) => (
        <Select {...wiring} value={value ?? ""} onChange={({ target }) => onChange(chosen(target.value))}>
          <option value="">{any}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
