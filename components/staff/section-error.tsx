"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { LinkButton } from "@/components/ui/link-button";

/** What a section shows when it could not be drawn: nothing was lost, and it can be asked for again. */
export function SectionError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = useTranslations("common.error");
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <ErrorState
      heading="h1"
      title={words("title")}
      text={words("text")}
      reference={error.digest && words("reference", { digest: error.digest })}
      action={
        <>
          <Button onClick={again}>{words("again")}</Button>
          <LinkButton href="/home" prefetch={false} variant="ghost">
            {words("home")}
          </LinkButton>
        </>
      }
    />
  );
}
