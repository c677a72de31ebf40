"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useErrorWords, useFieldWords } from "@/components/session/error-words";
import { appError } from "@/components/trpc/client";
import { useToast } from "@/components/ui/toast";

/** What follows from a change of where a couple stands: words for it, and the page as it is now; or why not. */
export function useSteer() {
  const words = useTranslations("programs.standing");
  const router = useRouter();
  const toast = useToast();
  const field = useFieldWords();
  const errorWords = useErrorWords();
  return {
    done: (text: string, undo?: () => void) => {
      toast(undo ? { text, undo } : { text });
      router.refresh();
    },
    failed: (error: unknown) => {
      const { code, fields } = appError(error);
      const [fault] = Object.values(fields ?? {});
      const { title, text } = errorWords(code);
      toast({ text: field(fault) ?? `${title}. ${text}` });
      if (code === "CHANGED_MEANWHILE" || code === "CLOSED") router.refresh();
    },
    words,
  };
}
