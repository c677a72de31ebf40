"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFault } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Skeleton } from "@/components/ui/skeleton";
import { AuthHeading } from "./auth-frame";
import { useFragment } from "./fragment";

/** A letter that is still good, as its reader may know it. */
export interface OpenLetter {
  token: string;
  email: string;
  sameBrowser: boolean;
}

type LetterGateProps = {
  kind: "SIGN_IN" | "RESET" | "ADDRESS_CHANGE";
  /** Where a new one is asked for. */
  again: string;
  children: (letter: OpenLetter) => ReactNode;
};

/** What the link of a mail stands for. Looking uses nothing up; a link that no longer works explains and offers a new one. */
export function LetterGate({ kind, again, children }: LetterGateProps) {
  const words = useTranslations("auth.link");
  const faultOf = useFault();
  const token = useFragment();
  const letter = trpc.session.showLetter.useQuery(
    { kind, token: token ?? "" },
    { enabled: Boolean(token), staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
  );
  if (token && letter.data?.state === "open" && letter.data.email) {
    const { email, sameBrowser } = letter.data;
    return children({ token, email, sameBrowser });
  }
  if (token === null || (token && letter.isPending)) return <Waiting />;
  if (letter.error) {
    const { title, text } = faultOf(letter.error);
    return (
      <>
        <AuthHeading title={title} text={text} />
        <Button className="justify-self-center" onClick={() => letter.refetch()}>
          {words("retry")}
        </Button>
      </>
    );
  }
  const state = token === "" ? "missing" : (letter.data?.state ?? "unknown");
  return (
    <>
      <AuthHeading
        title={words(`${state === "open" ? "unknown" : state}.title`)}
        text={words(`${state === "open" ? "unknown" : state}.text`)}
      />
      <LinkButton href={again} prefetch={false} className="justify-self-center">
        {words(`${kind}.again`)}
      </LinkButton>
    </>
  );
}

function Waiting() {
  const words = useTranslations("common");
  return (
    <Card className="grid gap-4 p-5 sm:p-7">
      <p role="status" className="sr-only">
        {words("loading")}
      </p>
      <Skeleton className="h-8 w-3/4" />
      <Skeleton className="h-12" />
    </Card>
  );
}
