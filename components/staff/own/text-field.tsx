"use client";

import { Languages } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { Place } from "@/content/own/faults";
import { longestText, longestTitle } from "@/content/own/lenient";
import { kindAt, namesAt, useComposing } from "./composer-context";
import { placeId, valueAt } from "./place";
import { useOwnWords } from "./use-own-words";

/** Names whose texts take several lines. */
const long = new Set(["why", "summary", "text", "body", "caution", "speaker", "listener", "aloud", "delivery"]);
const flags = new Set(["butFlag", "alwaysNever", "hiddenAccusation"]);
/** Characters left from which on they are told. */
const near = (most: number) => Math.min(100, Math.round(most / 6));
const other = { en: "es", es: "en" } as const;

type TextFieldProps = {
  place: Place;
  optional?: boolean;
  /** Another name than its own, such as that of the list and its position. */
  name?: string;
  nameHidden?: boolean;
};

/** One text in the language that is written now, with what it says in the other one below. */
export function TextField({ place, optional, name, nameHidden }: TextFieldProps) {
  const { draft, language, change } = useComposing();
  const { label, hint } = useOwnWords();
  const common = useTranslations("common");
  const id = useId();
  const text = (valueAt(draft, place) ?? { en: "", es: "" }) as { en: string; es: string };
  const names = namesAt(place);
  const last = names.at(-1) ?? "";
  const fault = useTextFault(place);
  const help = nameHidden ? undefined : hint(last);
  const most = last === "title" ? longestTitle : longestText;
  const control = {
    id,
    value: text[language],
    lang: language,
    maxLength: most,
    "aria-invalid": fault ? (true as const) : undefined,
    "aria-describedby": `${id}-more`,
    onChange: (event: { target: { value: string } }) => change(place, { ...text, [language]: event.target.value }),
  };
  const several = long.has(last) || flags.has(last) || ["steps", "notWhen"].includes(last);
  return (
    <div id={placeId(place)} className="grid gap-1.5">
      <label htmlFor={id} className={nameHidden ? "sr-only" : "font-semibold text-15"}>
        {name ?? label(names, kindAt(draft, place))}{" "}
        {optional && <span className="font-normal text-13 text-ink-faint">{common("optional")}</span>}
      </label>
      {help && <p className="-mt-1 text-14 text-ink-soft">{help}</p>}
      {several ? <Textarea {...control} rows={2} /> : <Input {...control} />}
      <div id={`${id}-more`} className="grid gap-1 empty:hidden">
        <OtherLanguage text={text} />
        {most - text[language].length <= near(most) && <Left count={most - text[language].length} />}
        {fault && <FieldError>{fault}</FieldError>}
      </div>
    </div>
  );
}

function useTextFault(place: Place): string | undefined {
  const { faultAt, language } = useComposing();
  const { faultWords, words } = useOwnWords();
  const whole = faultAt(place);
  if (whole) return faultWords(whole);
  const here = faultAt([...place, language]);
  if (here) return faultWords(here);
  const there = faultAt([...place, other[language]]);
  return there && `${words(`language.${other[language]}`)}: ${faultWords(there)}`;
}

/** What the other language says; marked where only that one has words. */
function OtherLanguage({ text }: { text: { en: string; es: string } }) {
  const { language } = useComposing();
  const { words } = useOwnWords();
  const said = text[other[language]].trim();
  if (!said) return null;
  const missing = text[language].trim() === "";
  return (
    <p className={missing ? "flex gap-1.5 text-14 text-connection-ink" : "flex gap-1.5 text-13 text-ink-faint"}>
      <Languages aria-hidden size={14} className="mt-1 shrink-0" />
      <span className="min-w-0 break-words">
        {words("compose.otherWords", { language: words(`language.${other[language]}`), text: said })}
      </span>
    </p>
  );
}

function Left({ count }: { count: number }) {
  const { words } = useOwnWords();
  return <p className="figures text-13 text-ink-soft">{words("compose.left", { count })}</p>;
}
