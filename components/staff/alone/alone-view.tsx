"use client";

import { LockKeyhole } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { AlonePage } from "@/server/features/private-words/schema";
import { FaultBanner } from "../fault-banner";
import { places } from "../places";
import { WordCard } from "./word-card";

type AloneProps = { page: AlonePage; coupleId: string };

/** Opened by a press that says to be alone, each time; put away by another, by leaving, and by reloading. */
export function AloneView({ page, coupleId }: AloneProps) {
  const words = useTranslations("alone");
  const router = useRouter();
  const { practiceId } = page.viewer;
  const open = trpc.privateWords.open.useMutation({ gcTime: 0, onSuccess: () => router.refresh() });
  const away = (
    <Button variant="ghost" onClick={() => open.reset()}>
      {words("away")}
    </Button>
  );
  return (
    <>
      <PageHeader
        crumb={{ href: places.couple(practiceId, coupleId), label: words("crumb") }}
        title={words("title")}
        text={<span className="measure block">{words("text")}</span>}
        actions={open.data && away}
      />
      {open.data ? (
        <ul className="grid max-w-4xl gap-4.5">
          {open.data.words.map((word) => (
            <WordCard key={word.wordId} word={word} viewer={page.viewer} />
          ))}
        </ul>
      ) : page.any ? (
        <Step page={page} open={open} onOpen={() => open.mutate({ practiceId, coupleId })} />
      ) : (
        <EmptyState
          icon={<LockKeyhole size={26} strokeWidth={1.7} />}
          title={words("empty.title")}
          text={words("empty.text")}
        />
      )}
    </>
  );
}

type StepProps = { page: AlonePage; open: { isPending: boolean; error: unknown }; onOpen: () => void };

/** The step before: nothing of what is there has reached the browser yet. */
function Step({ page: { waits }, open, onOpen }: StepProps) {
  const words = useTranslations("alone.step");
  return (
    <Card className="grid max-w-2xl justify-items-start gap-4 p-6 sm:p-8">
      <span aria-hidden className="grid size-12 place-items-center rounded-full bg-primary-wash text-primary">
        <LockKeyhole size={22} strokeWidth={1.8} />
      </span>
      <div>
        <h2 className="display text-24">{words(waits ? "new" : "nothingNew")}</h2>
        <p className="mt-1 text-16">{words("text")}</p>
      </div>
      <FaultBanner error={open.error} />
      <Button size="large" variant={waits ? "primary" : "ghost"} pending={open.isPending} onClick={onOpen}>
        {words(waits ? "open" : "again")}
      </Button>
      <p className="text-14 text-ink-soft">{words("logged")}</p>
    </Card>
  );
}
