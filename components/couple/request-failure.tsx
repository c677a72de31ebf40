"use client";

import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/session/error-words";
import { useHere } from "@/components/session/use-here";
import type { appError } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";

/** Why something did not arrive. */
export type Failure = Pick<ReturnType<typeof appError>, "code" | "reference">;

type FailureProps = {
  failure: Failure;
  onRetry: () => void;
  /** What has become of the person's words, when there are any. */
  kept?: string;
  /** Signing in again happens in another tab, because leaving this page would lose the words. */
  stays?: boolean;
};

/** What went wrong with a request, and the next step: sign in again and come back here, or try again. */
export function RequestFailure({ failure, onRetry, kept, stays }: FailureProps) {
  const errors = useTranslations("errors");
  const { title, text } = useErrorWords()(failure.code);
  const path = useHere();
  const signIn = (
    // Where this device is not remembered, unlocking leads on to signing in.
    <a
      href={`/unlock?reason=expired&next=${encodeURIComponent(path)}`}
      target={stays ? "_blank" : undefined}
      className={buttonClass({ variant: "ghost", size: "large" })}
    >
      {errors(failure.code === "UNLOCK_NEEDED" ? "unlock" : "signIn")}
    </a>
  );
  const action =
    failure.code === "SIGNED_OUT" || failure.code === "UNLOCK_NEEDED" ? signIn : <TryAgain onRetry={onRetry} />;
  return (
    <Banner tone="attention" live title={`${title}.`} action={action}>
      {text} {kept} {failure.reference && errors("reference", { reference: failure.reference })}
    </Banner>
  );
}

/** One more try. */
export function TryAgain({ onRetry }: { onRetry: () => void }) {
  const errors = useTranslations("errors");
  return (
    <Button variant="ghost" size="large" onClick={onRetry}>
      {errors("again")}
    </Button>
  );
}
