"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { AuthHeading } from "./auth-frame";
import { useFragment } from "./fragment";
import { takeNext } from "./kept-words";
import { safeNext } from "./safe-next";
import { useArrive } from "./use-arrive";
import { useProof } from "./use-proof";

/** Back from the organisation's own sign-in: redeems the ticket, once, and goes on to where one wanted to go. */
export function ReturnPanel() {
  const words = useTranslations("auth.return");
  const ticket = useFragment();
  const next = useRef("/home");
  const arrive = useArrive("/home");
  const proof = useProof(() => arrive(next.current));
  const { run } = proof;
  const begun = useRef(false);
  useEffect(() => {
    if (!ticket || begun.current) return;
    begun.current = true;
    next.current = safeNext(takeNext());
    void run(async () => ({ step: "done", ticket }));
  }, [ticket, run]);
  if (ticket !== "" && !proof.fault) return <AuthHeading title={words("title")} text={words("text")} />;
  return (
    <>
      <AuthHeading title={words("failedTitle")} text={words("failedText")} />
      <LinkButton href="/sign-in" className="justify-self-center">
        {words("again")}
      </LinkButton>
    </>
  );
}
