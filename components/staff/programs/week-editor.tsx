"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Textarea } from "@/components/ui/textarea";
import type { OwnProgramPage } from "@/server/features/programs/schema";
import type { Language } from "./program-editor";
import { Untranslated } from "./untranslated";
import type { OwnWeek, ProgramEditor } from "./use-program-editor";
import { WeekStrategyPicker } from "./week-strategy-picker";

type WeekProps = { editor: ProgramEditor; week: OwnWeek; index: number; page: OwnProgramPage; language: Language };

/** One week of a program that is being made. */
export function WeekEditor({ editor, week, index, page, language }: WeekProps) {
  const words = useTranslations("programs");
  const set = (name: "title" | "whyNow") => (event: { target: { value: string } }) =>
    editor.changeWeek(week.id, (now) => ({
      ...now,
      text: { ...now.text, [language]: { ...now.text[language], [name]: event.target.value } },
    }));
  const wordOnly = page.strategies.some((one) => one.byWord && week.strategies.includes(one.key));
  return (
    <li>
      <Card className="grid gap-4 p-5">
        <WeekHead editor={editor} week={week} index={index} />
        <Field
          label={words("editor.weekTitle")}
          hint={<Untranslated text={week.text} name="title" language={language} />}
        >
          {(control) => (
            <Input
              {...control}
              value={week.text[language].title}
              onChange={set("title")}
              lang={language}
              maxLength={120}
              autoComplete="off"
            />
          )}
        </Field>
        <Field
          label={words("editor.whyNow")}
          hint={<Untranslated text={week.text} name="whyNow" language={language} or="whyNowHint" />}
        >
          {(control) => (
            <Textarea
              {...control}
              value={week.text[language].whyNow}
              onChange={set("whyNow")}
              lang={language}
              rows={2}
              maxLength={600}
            />
          )}
        </Field>
        <WeekStrategyPicker
          strategies={page.strategies}
          chosen={week.strategies}
          onChange={(strategies) => editor.changeWeek(week.id, (now) => ({ ...now, strategies }))}
        />
        {wordOnly ? (
          <p className="text-14 text-ink-soft">{words("standing.wordOnly")}</p>
        ) : (
          <Segmented
            legend={words("editor.opens")}
            name={`opens-${week.id}`}
            value={week.opens}
            onValueChange={(opens) => editor.changeWeek(week.id, (now) => ({ ...now, opens }))}
            options={[
              { value: "date" as const, label: words("gate.DATE") },
              { value: "therapist" as const, label: words("gate.THERAPIST") },
            ]}
          />
        )}
      </Card>
    </li>
  );
}

/** The week's number, and its place: up, down, away. What moved is said, and the button that was pressed keeps the focus. */
function WeekHead({ editor, week, index }: Pick<WeekProps, "editor" | "week" | "index">) {
  const words = useTranslations("programs");
  const [told, setTold] = useState("");
  const number = index + 1;
  const last = editor.content.weeks.length - 1;
  const move = (to: number) => {
    editor.moveWeek(index, to);
    setTold(words("editor.moved", { number: to + 1 }));
  };
  const icon = "px-2.5";
  return (
    <div className="flex items-center justify-between gap-3">
      <h2 className="font-semibold text-17">{words("week", { number })}</h2>
      <span role="status" className="sr-only">
        {told}
      </span>
      <div className="flex gap-1.5">
        <Button
          variant="quiet"
          size="small"
          className={icon}
          aria-label={words("editor.moveUp", { number })}
          aria-disabled={index === 0}
          onClick={() => index > 0 && move(index - 1)}
        >
          <ArrowUp aria-hidden size={16} />
        </Button>
        <Button
          variant="quiet"
          size="small"
          className={icon}
          aria-label={words("editor.moveDown", { number })}
          aria-disabled={index === last}
          onClick={() => index < last && move(index + 1)}
        >
          <ArrowDown aria-hidden size={16} />
        </Button>
        <Button
          variant="quiet"
          size="small"
          className={icon}
          aria-label={words("editor.removeWeek", { number })}
          onClick={() => editor.removeWeek(week.id)}
        >
          <Trash2 aria-hidden size={16} />
        </Button>
      </div>
    </div>
  );
}
