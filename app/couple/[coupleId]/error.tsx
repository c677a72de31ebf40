"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { PageTitle } from "@/components/couple/page-title";
import { Button } from "@/components/ui/button";

type ErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** Something failed on our side: nothing lost, try again. The way out stays above. */
export default function CoupleError({ error, reset }: ErrorProps) {
  const words = useTranslations("errors");
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh(); // the failure may lie on the server: ask it anew, then draw
      reset();
    });
  return (
    <div role="alert">
      <PageTitle title={words("UNEXPECTED.title")} text={words("UNEXPECTED.text")} />
      {error.digest && <p className="figures mb-5 text-ink-soft">{words("reference", { reference: error.digest })}</p>}
      <Button size="large" onClick={again}>
        {words("again")}
      </Button>
    </div>
  );
}
