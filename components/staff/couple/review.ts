"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWords } from "@/components/session/error-words";
import { appError, trpc } from "@/components/trpc/client";
import { useToast } from "@/components/ui/toast";

export type CoupleIds = { practiceId: string; coupleId: string };
export type Version = { checkInId: string; version: number };

/** Marks check-ins as reviewed, each in the version that was read, and offers the way back. */
export function useReview(ids: CoupleIds) {
  const words = useTranslations("staff.checkIns");
  const errorWords = useErrorWords();
  const router = useRouter();
  const toast = useToast();
  const [pending, setPending] = useState(false);
  const review = trpc.checkIns.review.useMutation();
  const unreview = trpc.checkIns.unreview.useMutation();

  const attempt = async (work: () => Promise<void>) => {
    setPending(true);
    try {
      await work();
    } catch (error) {
      toast({ text: errorWords(appError(error).code).title });
    } finally {
      setPending(false);
      router.refresh();
    }
  };
  const undo = (read: readonly Version[]) =>
    attempt(async () => {
      for (const { checkInId } of read) await unreview.mutateAsync({ ...ids, checkInId });
    });
  const mark = (read: readonly Version[]) =>
    attempt(async () => {
      for (const one of read) await review.mutateAsync({ ...ids, ...one });
      focusNextUnread(read.map(({ checkInId }) => checkInId));
      toast({ text: words("reviewedToast", { count: read.length }), undo: () => void undo(read) });
    });
  return { mark, pending };
}

/** Moves the focus to the first check-in still to be read, else to the section's heading. */
export function focusNextUnread(except: readonly string[] = []): void {
  const unread = [...document.querySelectorAll<HTMLElement>("[data-unread]")];
  const after = unread.findIndex((heading) => heading === document.activeElement) + 1;
  const waiting = [...unread.slice(after), ...unread.slice(0, after)].filter(
    ({ id }) => !except.some((checkInId) => id === `check-in-${checkInId}`),
  );
  const target = waiting[0] ?? document.getElementById("check-ins");
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "nearest" });
}
