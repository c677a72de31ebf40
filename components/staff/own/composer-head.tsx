"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { PageHeader } from "@/components/ui/page-header";
import type { ContentLocale } from "@/content/schema";
import type { Work } from "@/server/features/strategies/schema";
import { places } from "../places";
import { ComposerMenu } from "./composer-menu";
import { SaveMark } from "./save-state";
import type { Drafting } from "./use-draft";
import { useOwnWords } from "./use-own-words";

type HeadProps = {
  work: Work;
  practiceId: string;
  timeZone: string;
  locale: ContentLocale;
  drafting: Drafting;
  /** The draft is not what was published last. */
  ahead: boolean;
  busy: boolean;
  publish: () => Promise<void>;
};

/** The strategy's name, how it stands, and what can be done with it. */
export function ComposerHead({ work, practiceId, timeZone, locale, drafting, ahead, busy, publish }: HeadProps) {
  const { words } = useOwnWords();
  const library = useTranslations("staff.library");
  const { title } = drafting.draft.text;
  const out = work.editions.length > 0;
  return (
    <PageHeader
      crumb={{ href: places.library(practiceId), label: library("title") }}
      title={title[locale].trim() || title.en.trim() || title.es.trim() || words("library.untitled")}
      text={
        <span className="mt-1.5 flex flex-wrap items-center gap-2">
          <Chip tone={work.state === "PUBLISHED" ? "primary" : "quiet"}>{words(`state.${work.state}`)}</Chip>
          {out && ahead && <Chip tone="warm">{words("state.ahead")}</Chip>}
          <SaveMark {...{ drafting, timeZone, locale }} />
        </span>
      }
      actions={
        <>
          <ComposerMenu {...{ work, practiceId, drafting }} />
          {work.state !== "ARCHIVED" && (
            <Button pending={busy} disabled={out && !ahead} onClick={() => void publish()}>
              {out ? words(ahead ? "publish.again" : "publish.nothing") : words("publish.do")}
            </Button>
          )}
        </>
      }
    />
  );
}
