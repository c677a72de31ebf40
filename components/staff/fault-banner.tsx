"use client";

import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/session/error-words";
import { useHere } from "@/components/session/use-here";
import { appError } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { ToBilling } from "./billing/to-billing";

/** What went wrong with a request, beside what was being sent; the way back in when the session has ended. */
export function FaultBanner({ error }: { error: unknown }) {
  const words = useTranslations("errors");
  const errorWords = useErrorWords();
  const path = useHere();
  if (!error) return null;
  const { code, reference } = appError(error);
  const { title, text } = errorWords(code);
  const signIn = (
    <LinkButton href={`/sign-in?reason=expired&next=${encodeURIComponent(path)}`} prefetch={false} size="small">
      {words("signIn")}
    </LinkButton>
  );
  const action = (code === "SIGNED_OUT" && signIn) || (code === "PLAN_NEEDED" && <ToBilling />);
  return (
    <Banner tone="attention" live title={`${title}.`} action={action}>
      {text} {reference && words("reference", { reference })}
    </Banner>
  );
}
