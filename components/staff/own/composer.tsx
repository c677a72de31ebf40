"use client";

import clsx from "clsx";
import { useLocale } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import { useToast } from "@/components/ui/toast";
import { faultsOf, isJoint } from "@/content/own/draft";
import type { Fault, Place } from "@/content/own/faults";
import { strategyFields } from "@/content/own/shape";
import type { ContentLocale } from "@/content/schema";
import type { StaffViewer } from "@/server/features/people/schema";
import type { Work } from "@/server/features/strategies/schema";
import { FaultBanner } from "../fault-banner";
import { BlockList } from "./block-list";
import { ComposingProvider } from "./composer-context";
import { ComposerHead } from "./composer-head";
import { useArchive } from "./composer-menu";
import { FaultList } from "./fault-list";
import { FieldEditor, GroupFields } from "./field-editor";
import { LanguageBar } from "./language-bar";
import { focusPlace, inserted, valueAt, withValue } from "./place";
import { Preview } from "./preview";
import { SaveTrouble } from "./save-state";
import { ShareCard } from "./share-card";
import { type Drafting, useDraft } from "./use-draft";
import { useOwnWords } from "./use-own-words";
import { usePublish } from "./use-publish";
import { Versions } from "./versions";

type ComposerProps = { work: Work; viewer: StaffViewer; startedAt: number };

/** Composing an own strategy: words, how it is done and blocks on one side, what each partner gets on the other. */
export function Composer({ work, viewer, startedAt }: ComposerProps) {
  const { words } = useOwnWords();
  const locale = useLocale() === "es" ? "es" : "en";
  const { practiceId, timeZone } = viewer;
  const drafting = useDraft(work, practiceId);
  const publishing = usePublish(work, practiceId, drafting);
  const [language, setLanguage] = useState<ContentLocale>(locale);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [view, setView] = useState<"write" | "preview">("write");
  const list = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(0);
  const { draft, state } = drafting;
  const faults = faultsNow(drafting, publishing.tried);
  useEffect(() => {
    if (asked > 0) list.current?.focus();
  }, [asked]);
  const open = (id: string, on: boolean) =>
    setOpened((before) => new Set([...before].filter((one) => one !== id).concat(on ? [id] : [])));
  const go = (place: Place) => {
    const block = place[0] === "blocks" && typeof place[1] === "number" ? draft.blocks[place[1]] : undefined;
    if (block) open(block.id, true);
    setView("write");
    const last = place.at(-1);
    focusPlace(last === "en" || last === "es" ? place.slice(0, -1) : place);
  };
  const publish = async () => {
    if (!(await publishing.publish())) setAsked(asked + 1);
  };
  return (
    <ComposingProvider value={useFields(drafting, language, faults)}>
      <ComposerHead {...publishing} {...{ work, practiceId, timeZone, locale, drafting, publish }} />
      <div className="mb-4 grid gap-3 empty:hidden">
        <SaveTrouble {...{ drafting, timeZone, locale }} />
        <FaultBanner error={publishing.error} />
        {work.state === "ARCHIVED" && <ArchivedBanner strategyId={work.strategyId} practiceId={practiceId} />}
        {publishing.tried && faults.length > 0 && (
          <div ref={list} tabIndex={-1} className="outline-none">
            <FaultList title={words("publish.missingTitle")} faults={faults} root={draft} onGo={go} />
          </div>
        )}
        {state.kind === "invalid" && !publishing.tried && <FaultList title="" faults={faults} root={draft} onGo={go} />}
      </div>
      <div className="mb-4 @4xl:hidden">
        <Segmented
          name="view"
          legend={words("compose.view")}
          legendHidden
          value={view}
          onValueChange={setView}
          options={[
            { value: "write", label: words("compose.write") },
            { value: "preview", label: words("compose.preview") },
          ]}
        />
      </div>
      <div className="grid items-start gap-6 @4xl:grid-cols-[minmax(0,1fr)_minmax(22rem,26rem)]">
        <div className={clsx("grid gap-4", view === "preview" && "hidden @4xl:grid")}>
          <Banner>{words("compose.notice")}</Banner>
          <LanguageBar draft={draft} language={language} onLanguage={setLanguage} onGo={go} />
          <Sections opened={opened} onOpen={open} joint={isJoint(draft)} />
          <ShareCard work={work} practiceId={practiceId} />
          <Versions {...{ work, practiceId, timeZone, drafting }} />
        </div>
        <div className={clsx("@4xl:sticky @4xl:top-6", view === "write" && "hidden @4xl:block")}>
          <Preview draft={draft} locale={locale} startedAt={startedAt} />
        </div>
      </div>
    </ComposingProvider>
  );
}

type SectionsProps = { opened: ReadonlySet<string>; onOpen: (id: string, open: boolean) => void; joint: boolean };

function Sections({ opened, onOpen, joint }: SectionsProps) {
  const { words } = useOwnWords();
  const { text, ...facts } = strategyFields.fields;
  return (
    <>
      <SectionCard title={words("compose.words")} text={words("compose.wordsText")}>
        <div className="grid gap-5">{text?.type === "group" && <GroupFields field={text} place={["text"]} />}</div>
      </SectionCard>
      <SectionCard title={words("compose.blocks")} text={words("compose.blocksText")}>
        <BlockList opened={opened} onOpen={onOpen} />
        <p className="mt-4 border-line border-t pt-3 text-14 text-ink-soft">
          {words(joint ? "compose.joint" : "compose.solo")}
        </p>
      </SectionCard>
      <SectionCard title={words("compose.facts")} text={words("compose.factsText")}>
        <div className="grid gap-5">
          {Object.entries(facts).map(([name, field]) => (
            <FieldEditor key={name} field={field} place={[name]} />
          ))}
        </div>
      </SectionCard>
    </>
  );
}

/** What is said to be wrong now: all that is missing once publishing was tried, else only what cannot be stored. */
function faultsNow({ draft, state }: Drafting, tried: boolean): Fault[] {
  if (tried) return faultsOf(draft);
  return state.kind === "invalid" ? state.faults : [];
}

function useFields(drafting: Drafting, language: ContentLocale, faults: readonly Fault[]) {
  const toast = useToast();
  const { draft, edit } = drafting;
  return {
    draft,
    language,
    change: (place: Place, value: unknown) => edit((now) => withValue(now, place, value)),
    takeOut: (place: Place, index: number, said: string) => {
      const rows = (valueAt(draft, place) ?? []) as unknown[];
      const item = rows[index];
      edit((now) =>
        withValue(
          now,
          place,
          rows.filter((_, at) => at !== index),
        ),
      );
      const back = () =>
        edit((now) => {
          const left = valueAt(now, place);
          return Array.isArray(left) ? withValue(now, place, inserted(left, index, item)) : now;
        });
      toast({ text: said, undo: back });
    },
    faultAt: (place: Place) => {
      const key = place.join(".");
      return faults.find((one) => one.place.join(".") === key);
    },
  };
}

function ArchivedBanner({ strategyId, practiceId }: { strategyId: string; practiceId: string }) {
  const { words } = useOwnWords();
  const archive = useArchive(strategyId, practiceId);
  return (
    <Banner
      action={
        <Button variant="ghost" size="small" onClick={() => archive(false)}>
          {words("menu.unarchive")}
        </Button>
      }
    >
      {words("archive.banner")}
    </Banner>
  );
}
