"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import type { ExercisePage, OwnCheckIn } from "@/server/features/homework/schema";
import { BothVersions } from "./both-versions";
import { CheckInForm } from "./check-in-form";
import { ClosedCheckIn, OldWords } from "./closed-check-in";
import { DraftStore } from "./draft-store";
import { editStage, firstStage, type Stage, stageOfDraft } from "./stage";
import { StoredAnswer } from "./stored-answer";

const headings = { form: "title", stored: "yours", both: "whichStays", closed: "title" } as const;

type PanelProps = Pick<ExercisePage, "viewer" | "checkIn" | "writable" | "resting" | "ended" | "draftKey"> & {
  occurrenceId: string;
};

/** The check-in of one occurrence: form, stored answer, both versions, or closed. Takes up a draft left on the phone. */
export function CheckInPanel(props: PanelProps) {
  const { viewer, checkIn, writable, draftKey, occurrenceId } = props;
  const words = useTranslations("couple.checkIn");
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  const [clientId] = useState(() => uuidv4());
  const store = useMemo(() => new DraftStore(draftKey, occurrenceId), [draftKey, occurrenceId]);
  const [stage, setStage] = useState<Stage>(() => firstStage({ checkIn, writable }, clientId));
  useTakenUpDraft(store, { checkIn, writable }, setStage);

  const show = (next: Stage) => {
    setStage(next);
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  };
  const onSent = (sent: OwnCheckIn) => {
    store.remove();
    show({ kind: "stored", checkIn: sent, said: sent.version === 1 ? "sent" : "saved" });
    router.refresh();
  };
  // The page has said it above; only words that were begun are still to be kept.
  if (props.ended && stage.kind === "closed")
    return stage.mine?.words ? <OldWords mine={stage.mine} store={store} /> : null;
  return (
    <section id="check-in" aria-labelledby="check-in-title" className="scroll-mt-20">
      <h2
        id="check-in-title"
        ref={heading}
        tabIndex={-1}
        className="display mb-4 scroll-mt-20 text-24 outline-none sm:text-32"
      >
        {words(headings[stage.kind])}
      </h2>
      {stage.kind === "stored" && (
        <StoredAnswer
          checkIn={stage.checkIn}
          said={stage.said}
          viewer={viewer}
          onEdit={writable ? () => show(editStage(stage.checkIn, clientId)) : undefined}
        />
      )}
      {stage.kind === "form" && (
        <CheckInForm
          key={`${stage.target.clientId}.${stage.target.editing?.version ?? 0}`}
          stage={stage}
          viewer={viewer}
          occurrenceId={occurrenceId}
          store={store}
          onSent={onSent}
          onStage={show}
          onCancel={checkIn ? () => show({ kind: "stored", checkIn }) : undefined}
        />
      )}
      {stage.kind === "both" && (
        <BothVersions
          stage={stage}
          viewer={viewer}
          occurrenceId={occurrenceId}
          store={store}
          onSent={onSent}
          onStage={show}
        />
      )}
      {stage.kind === "closed" && <ClosedCheckIn mine={stage.mine} resting={props.resting} store={store} />}
    </section>
  );
}

/** Opens the draft that was left here, once, when the page has come alive. */
function useTakenUpDraft(
  store: DraftStore,
  known: Pick<ExercisePage, "checkIn" | "writable">,
  take: (stage: Stage) => void,
) {
  const asOpened = useRef(known);
  useEffect(() => {
    let gone = false;
    store.load().then((draft) => {
      if (gone || !draft) return;
      const stage = stageOfDraft(asOpened.current, draft);
      if (stage) take(stage);
      else store.remove();
    });
    return () => {
      gone = true;
    };
  }, [store, take]);
}
