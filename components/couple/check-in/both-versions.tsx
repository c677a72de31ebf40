"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { OwnCheckIn } from "@/server/features/homework/schema";
import type { PartnerViewer } from "@/server/features/people/schema";
import type { DraftStore } from "./draft-store";
import { SendFailure } from "./send-failure";
import type { Stage } from "./stage";
import { AnswerBody } from "./stored-answer";
import { useSend } from "./use-send";
import { formSchema } from "./values";

type BothProps = {
  stage: Extract<Stage, { kind: "both" }>;
  viewer: PartnerViewer;
  occurrenceId: string;
  store: DraftStore;
  onSent: (stored: OwnCheckIn) => void;
  onStage: (next: Stage) => void;
};

/** The stored answer and the one written here, side by side; the person decides which one stays. */
export function BothVersions({ stage, viewer, occurrenceId, store, onSent, onStage }: BothProps) {
  const words = useTranslations("couple.failure");
  const { stored, mine, clientId } = stage;
  const sendable = formSchema.safeParse(mine);
  const { send, retry, failure, pending } = useSend({
    coupleId: viewer.coupleId,
    occurrenceId,
    onSent,
    onConflict: (newer) => onStage({ ...stage, stored: newer }),
    onClosed: () => onStage({ kind: "closed", mine }),
  });
  const keepStored = () => {
    store.remove();
    onStage({ kind: "stored", checkIn: stored });
  };
  const { checkInId, version } = stored;
  const replaceByMine = () => sendable.success && send(sendable.data, { clientId, editing: { checkInId, version } });
  return (
    <div className="grid gap-4">
      <p role="alert" className="-mt-2 text-ink-soft">
        {words("bothText")}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Version title={words("stored")}>
          <AnswerBody answer={stored} partnerName={viewer.partnerName} />
        </Version>
        <Version title={words("mine")}>
          {sendable.success ? (
            <AnswerBody answer={sendable.data} partnerName={viewer.partnerName} />
          ) : (
            <p className="whitespace-pre-line text-17">{mine.words}</p>
          )}
        </Version>
      </div>
      {failure && <SendFailure failure={failure} onRetry={retry} kept />}
      <div className="grid gap-2 sm:grid-cols-2">
        <Button variant="ghost" size="large" wide onClick={keepStored}>
          {words("keepStored")}
        </Button>
        {sendable.success && (
          <Button size="large" wide pending={pending} onClick={replaceByMine}>
            {words("useMine")}
          </Button>
        )}
      </div>
    </div>
  );
}

function Version({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="rounded-l border border-line bg-surface p-5 shadow-card">
      <h3 className="mb-2 font-semibold text-16 text-ink-soft">{title}</h3>
      {children}
    </section>
  );
}
