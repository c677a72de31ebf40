import { useTranslations } from "next-intl";
import { CrisisHelp } from "@/components/safety/crisis-help";
import { AreaIcon } from "@/components/ui/area-icon";
import { Chip } from "@/components/ui/chip";
import { LinkButton } from "@/components/ui/link-button";
import type { ExercisePage } from "@/server/features/homework/schema";
import { BackLink } from "./back-link";
import { CheckInPanel } from "./check-in/check-in-panel";
import { EndedNotice } from "./ended-notice";
import { Fold } from "./fold";
import { HomeworkFacts } from "./homework-facts";
import { HomeworkPlan } from "./homework-plan";
import { ReplyCard } from "./reply-card";
import { TherapistNote } from "./therapist-note";
import { ExerciseTools } from "./tools/exercise-tools";

/** An exercise to do, and below it the check-in. `tiny` puts the two-minute version in the place of the steps. */
export function ExerciseView({ page, tiny }: { page: ExercisePage; tiny: boolean }) {
  const { viewer, card, text, replies } = page;
  const words = useTranslations("couple.exercise");
  const nav = useTranslations("couple.nav");
  const area = useTranslations("common.area");
  return (
    <>
      <BackLink href={`/couple/${viewer.coupleId}`} label={nav("back")} />
      <header>
        <Chip area={card.area} icon={<AreaIcon area={card.area} />}>
          {area(card.area)}
        </Chip>
        <h1 className="display mt-3 text-32 sm:text-44">{text.title}</h1>
        <p className="mt-1 mb-4 text-17 text-ink-soft">{text.promise}</p>
        <HomeworkFacts card={card} viewer={viewer} />
        {!page.checkIn && page.writable && (
          <a href="#check-in" className="link mt-3 inline-flex min-h-11 items-center">
            {words("checkInLink")}
          </a>
        )}
      </header>
      {page.ended && <EndedNotice coupleId={viewer.coupleId} />}
      <div className="mt-5 grid gap-8">
        {card.note && <TherapistNote therapistName={viewer.therapistName} note={card.note} />}
        {card.plan && <HomeworkPlan plan={card.plan} whole />}
        {page.ended ? <Tool page={page} /> : tiny ? <TinyVersion page={page} /> : <WholeVersion page={page} />}
        <div>
          <Fold title={words("why")}>
            <p className="text-ink-soft">{text.why}</p>
          </Fold>
          <Fold title={words("notWhen")}>
            <NotWhen reasons={text.notWhen} />
          </Fold>
        </div>
        <CheckInPanel
          viewer={viewer}
          checkIn={page.checkIn}
          writable={page.writable}
          resting={page.resting}
          ended={page.ended}
          draftKey={page.draftKey}
          occurrenceId={card.occurrenceId}
        />
        {replies.length > 0 && (
          <section className="grid gap-3">
            <h2 className="font-semibold text-16 text-ink-soft">{words("replies")}</h2>
            {replies.map((reply) => (
              <ReplyCard key={reply.replyId} reply={reply} timeZone={viewer.timeZone} />
            ))}
          </section>
        )}
      </div>
    </>
  );
}

function Tool({ page: { viewer, card, draftKey, tools } }: { page: ExercisePage }) {
  if (tools.blocks.length === 0) return null;
  return <ExerciseTools {...{ viewer, draftKey }} occurrenceId={card.occurrenceId} initial={tools} />;
}

/** The tool itself first; how to go about it below, for whoever wants the steps. */
function WholeVersion({ page }: { page: ExercisePage }) {
  return (
    <>
      <Tool page={page} />
      <Steps page={page} />
    </>
  );
}

function Steps({ page }: { page: ExercisePage }) {
  const words = useTranslations("couple.exercise");
  const { text, card, viewer } = page;
  return (
    <section>
      <h2 className="display mb-4 text-24">{words("steps")}</h2>
      <ol className="grid gap-4">
        {text.steps.map((step, index) => (
          <li key={step} className="flex gap-4 text-17">
            <span
              aria-hidden
              className="figures grid size-8 shrink-0 place-items-center rounded-full bg-sunken font-semibold text-16"
            >
              {index + 1}
            </span>
            <span className="pt-0.5">{step}</span>
          </li>
        ))}
      </ol>
      <LinkButton
        href={`/couple/${viewer.coupleId}/homework/${card.occurrenceId}?version=tiny`}
        prefetch={false}
        variant="ghost"
        size="large"
        className="mt-6"
      >
        {words("tinyLink")}
      </LinkButton>
    </section>
  );
}

function TinyVersion({ page }: { page: ExercisePage }) {
  const words = useTranslations("couple.exercise");
  const { text, card, viewer } = page;
  return (
    <section>
      <div className="rounded-l border border-line bg-surface p-5 shadow-card sm:p-7">
        <h2 className="font-semibold text-16 text-ink-soft">{words("tiny")}</h2>
        {text.tiny.title && card.tiny === text.tiny.text && <p className="display mt-1 text-24">{text.tiny.title}</p>}
        <p className="mt-2 whitespace-pre-line text-17">{card.tiny}</p>
        <p className="mt-3 text-ink-soft">{words("tinyText")}</p>
      </div>
      <LinkButton
        href={`/couple/${viewer.coupleId}/homework/${card.occurrenceId}`}
        prefetch={false}
        variant="ghost"
        size="large"
        className="mt-5"
      >
        {words("whole")}
      </LinkButton>
    </section>
  );
}

function NotWhen({ reasons }: { reasons: string[] }) {
  return (
    <>
      <ul className="mb-5 grid list-disc gap-2 pl-5 text-ink-soft">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <CrisisHelp />
    </>
  );
}
