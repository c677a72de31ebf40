"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { MessagePage } from "@/components/ui/message-page";

/** A page failed: calm words, the reference under which it was logged, and another try. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = useTranslations("common.error");
  return (
    <MessagePage
      title={words("title")}
      text={words("text")}
      note={error.digest && words("reference", { digest: error.digest })}
      action={
        <>
          <Button onClick={reset}>{words("again")}</Button>
          <a href="/" className={buttonClass({ variant: "ghost" })}>
            {words("home")}
          </a>
        </>
      }
    />
  );
}
