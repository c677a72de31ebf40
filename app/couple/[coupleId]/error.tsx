"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

type ErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** Something failed on our side: nothing lost, try again. The way out stays above. */
export default function CoupleError({ error, reset }: ErrorProps) {
  const words = useTranslations("errors");
  return (
    <ErrorState
      title={words("UNEXPECTED.title")}
      text={words("UNEXPECTED.text")}
      reference={error.digest && words("reference", { reference: error.digest })}
      action={
        <Button size="large" onClick={reset}>
          {words("again")}
        </Button>
      }
    />
  );
}
