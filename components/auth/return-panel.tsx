"use client";

import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { AuthHeading } from "./auth-frame";
import { useFragment } from "./fragment";
import { useArrive } from "./use-arrive";
import { useProof } from "./use-proof";

/** Back from the organisation's own sign-in: redeems the ticket, once, and goes on to where one wanted to go. */
export function ReturnPanel({ next }: { next: string }) {
  const words = useTranslations("auth.return");
  const ticket = useFragment();
  const proof = useProof(useArrive(next));
  const run = useRef(proof.run);
  const begun = useRef(false);
  useEffect(() => {
    if (!ticket || begun.current) return;
    begun.current = true;
    void run.current(async () => ({ step: "done", ticket }));
  }, [ticket]);
  if (ticket !== "" && !proof.fault) {
    return (
      <div role="status" className="grid justify-items-center gap-5">
        <LoaderCircle aria-hidden className="size-8 animate-turn text-primary" />
        <AuthHeading title={words("title")} text={words("text")} />
      </div>
    );
  }
  return (
    <>
      <AuthHeading title={words("failedTitle")} text={words("failedText")} />
      <LinkButton href={`/sign-in?next=${encodeURIComponent(next)}`} prefetch={false} className="justify-self-center">
        {words("again")}
      </LinkButton>
    </>
  );
}
