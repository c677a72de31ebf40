"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { appError, trpc } from "@/components/trpc/client";
import { useToast } from "@/components/ui/toast";
import { emptyWeek, type OwnProgram } from "@/content/programs/own";
import type { OwnProgramPage } from "@/server/features/programs/schema";

export type OwnWeek = OwnProgram["weeks"][number];
type Change = (content: OwnProgram) => OwnProgram;

/** An own program while it is worked on: what is typed stays whatever becomes of a save. */
export function useProgramEditor(page: OwnProgramPage) {
  const words = useTranslations("programs.editor");
  const router = useRouter();
  const toast = useToast();
  const [content, setContent] = useState(page.content);
  const [kept, setKept] = useState({ revision: page.revision, content: page.content });
  const dirty = JSON.stringify(content) !== JSON.stringify(kept.content);
  const ids = { practiceId: page.viewer.practiceId, programId: page.programId };
  const save = trpc.programs.save.useMutation({
    onSuccess: ({ revision }, sent) => {
      setKept({ revision, content: sent.content });
      toast({ text: words("saved") });
      router.refresh();
    },
  });
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [dirty]);
  const change = (how: Change) => setContent((now) => how(now));
  return {
    content,
    dirty,
    ids,
    change,
    changeWeek: (id: string, how: (week: OwnWeek) => OwnWeek) =>
      change((now) => ({ ...now, weeks: now.weeks.map((week) => (week.id === id ? how(week) : week)) })),
    addWeek: () => change((now) => ({ ...now, weeks: [...now.weeks, emptyWeek(uuidv4)] })),
    removeWeek: (id: string) => change((now) => ({ ...now, weeks: now.weeks.filter((week) => week.id !== id) })),
    moveWeek: (from: number, to: number) => change((now) => ({ ...now, weeks: moved(now.weeks, from, to) })),
    save: () => save.mutate({ ...ids, revision: kept.revision, content }),
    saving: save.isPending,
    error: save.error,
    changedMeanwhile: save.error !== null && appError(save.error).code === "CHANGED_MEANWHILE",
  };
}
export type ProgramEditor = ReturnType<typeof useProgramEditor>;

function moved<T>(all: readonly T[], from: number, to: number): T[] {
  const one = all[from];
  return one === undefined || to < 0 || to >= all.length ? [...all] : all.toSpliced(from, 1).toSpliced(to, 0, one);
}
