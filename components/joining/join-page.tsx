"use client";

import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/session/error-words";
import { appError } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { OverState } from "@/server/features/joining/schema";
import { CodeForm } from "./code-form";
import { JoinFlow } from "./join-flow";
import { useArrival } from "./use-joining";

/** Joining from a link, a QR code or typed digits: one thing at a time. */
export function JoinPage({ zones }: { zones: string[] }) {
  const arrival = useArrival();
  switch (arrival.stage) {
    case "opening":
      return <Opening />;
    case "code":
      return <CodeForm onOpened={arrival.arrived} />;
    case "over":
      return <Over state={arrival.state} onCode={arrival.askCode} />;
    case "failed":
      return <Failed error={arrival.error} onRetry={arrival.retry} />;
    case "open":
      return (
        <JoinFlow
          key={`${arrival.invitation.token} ${arrival.invitation.signedInAs}`}
          invitation={arrival.invitation}
          zones={zones}
          onOver={arrival.arrived}
          onReopen={arrival.reopen}
        />
      );
  }
}

function Opening() {
  const words = useTranslations("joining");
  return (
    <div role="status" className="grid justify-items-center gap-4 py-16 text-center">
      <LoaderCircle aria-hidden className="size-8 animate-turn text-primary" />
      <h1 className="display text-24">{words("arriving")}</h1>
    </div>
  );
}

/** Why it opens nothing, and what to do next; no more than that. */
function Over({ state, onCode }: { state: OverState; onCode: () => void }) {
  const words = useTranslations("joining.over");
  return (
    <section className="grid gap-3">
      <h1 className="display text-32">{words(`${state}.title`)}</h1>
      <p className="text-17 text-ink-soft">{words(`${state}.text`)}</p>
      <div className="mt-4 grid gap-3">
        {state === "accepted" ? (
          <LinkButton href="/sign-in" size="large" wide>
            {words("signIn")}
          </LinkButton>
        ) : (
          <Button variant="ghost" size="large" wide onClick={onCode}>
            {words("code")}
          </Button>
        )}
      </div>
    </section>
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useTranslations();
  const { code, reference } = appError(error);
  const { title, text } = useErrorWords()(code);
  return (
    <section className="grid gap-4">
      <h1 className="display text-24">{words("joining.title")}</h1>
      <Banner tone="attention" live title={`${title}.`}>
        {text} {reference && words("errors.reference", { reference })}
      </Banner>
      <Button variant="ghost" size="large" wide onClick={onRetry}>
        {words("errors.again")}
      </Button>
    </section>
  );
}
