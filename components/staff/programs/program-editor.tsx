"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Textarea } from "@/components/ui/textarea";
import { lacks, mostProgramWeeks } from "@/content/programs/own";
import type { OwnProgramPage } from "@/server/features/programs/schema";
import { FaultBanner } from "../fault-banner";
import { ProgramState } from "./program-state";
import { Untranslated } from "./untranslated";
import { type ProgramEditor as Editor, useProgramEditor } from "./use-program-editor";
import { WeekEditor } from "./week-editor";

export type Language = "en" | "es";

/** Making a program: its texts in two languages, its weeks in order, and who may use it. */
export function ProgramEditor({ page, language: shown }: { page: OwnProgramPage; language: Language }) {
  const words = useTranslations("programs.editor");
  const editor = useProgramEditor(page);
  const [language, setLanguage] = useState(shown);
  const { content } = editor;
  return (
    <div className="grid items-start gap-6 @4xl:grid-cols-[minmax(0,1fr)_20rem]">
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          editor.save();
        }}
        className="grid gap-5"
      >
        <Segmented
          legend={words("language")}
          name="language"
          value={language}
          onValueChange={setLanguage}
          options={[
            { value: "en", label: words("en") },
            { value: "es", label: words("es") },
          ]}
        />
        <Texts editor={editor} language={language} />
        <ol className="grid gap-4">
          {content.weeks.map((week, index) => (
            <WeekEditor key={week.id} editor={editor} week={week} index={index} page={page} language={language} />
          ))}
        </ol>
        {content.weeks.length < mostProgramWeeks && (
          <Button variant="quiet" className="justify-self-start" onClick={editor.addWeek}>
            {words("addWeek")}
          </Button>
        )}
        <Faults editor={editor} />
        <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center gap-3 border-line border-t bg-paper px-1 py-3">
          <Button type="submit" pending={editor.saving} aria-disabled={!editor.dirty}>
            {words("save")}
          </Button>
          <span role="status" className="text-14 text-ink-soft">
            {editor.dirty && words("unsaved")}
          </span>
        </div>
      </form>
      <aside className="grid gap-4">
        <Lacks editor={editor} />
        <ProgramState page={page} />
      </aside>
    </div>
  );
}

function Texts({ editor, language }: { editor: Editor; language: Language }) {
  const words = useTranslations("programs.editor");
  const { text } = editor.content;
  const set = (name: "title" | "promise" | "summary") => (value: string) =>
    editor.change((now) => ({
      ...now,
      text: { ...now.text, [language]: { ...now.text[language], [name]: value } },
    }));
  const bound = (name: "title" | "promise" | "summary") => ({
    value: text[language][name],
    onChange: (event: { target: { value: string } }) => set(name)(event.target.value),
  });
  return (
    <SectionCard title={words("title")} text={words("text")}>
      <div className="grid gap-4">
        <Field label={words("name")} hint={<Untranslated text={text} name="title" language={language} />}>
          {(control) => <Input {...control} {...bound("title")} lang={language} maxLength={120} autoComplete="off" />}
        </Field>
        <Field
          label={words("promise")}
          hint={<Untranslated text={text} name="promise" language={language} or="promiseHint" />}
        >
          {(control) => <Input {...control} {...bound("promise")} lang={language} maxLength={120} autoComplete="off" />}
        </Field>
        <Field label={words("summary")} hint={<Untranslated text={text} name="summary" language={language} />}>
          {(control) => <Textarea {...control} {...bound("summary")} lang={language} rows={2} maxLength={600} />}
        </Field>
      </div>
    </SectionCard>
  );
}

function Faults({ editor }: { editor: Editor }) {
  const words = useTranslations("programs.editor");
  if (!editor.changedMeanwhile) return <FaultBanner error={editor.error} />;
  return (
    <Banner
      tone="attention"
      live
      action={
        <Button variant="quiet" size="small" onClick={() => window.location.reload()}>
          {words("reload")}
        </Button>
      }
    >
      {words("changedMeanwhile")}
    </Banner>
  );
}

/** What it still needs before couples can begin it. */
function Lacks({ editor }: { editor: Editor }) {
  const words = useTranslations("programs.editor");
  const missing = lacks(editor.content);
  if (missing.length === 0) return <Banner tone="positive">{words("ready")}</Banner>;
  return (
    <Banner title={words("lacksTitle")}>
      <ul className="mt-1 grid gap-0.5 text-14">
        {missing.map(({ week, lack }) => (
          <li key={`${week}-${lack}`}>{words(`lack.${lack}`, { week: (week ?? 0) + 1 })}</li>
        ))}
      </ul>
    </Banner>
  );
}
