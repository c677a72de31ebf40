import { Heart } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { LeaveHint } from "@/components/safety/leave-hint";
import { AreaMark } from "@/components/ui/area-mark";
import { EmptyState } from "@/components/ui/empty-state";
import type { HomeworkCard, TodayPage } from "@/server/features/homework/schema";
import { useUntil } from "./civil";
import { HomeworkHero } from "./homework-hero";
import { HomeworkPlan } from "./homework-plan";
import { NextAppointment } from "./next-appointment";
import { ProgramNote } from "./program-note";
import { ReplyCard } from "./reply-card";
import { LinkRow, RowSection, Tick } from "./rows";
import { TherapistNote } from "./therapist-note";

/** Older ones stand with their check-ins, under Me. */
const repliesShown = 2;

/** Today: one thing, one action; everything else quietly below. Shows nothing of what the other partner did. */
export function TodayView({ page }: { page: TodayPage }) {
  const { viewer, open, replies } = page;
  const words = useTranslations("couple.today");
  const [first, ...others] = open;
  return (
    <>
      <LeaveHint />
      <h1 className="display text-32 sm:text-44">{words(viewer.partOfDay, { name: viewer.displayName })}</h1>
      <p className="mt-1 text-17 text-ink-soft">
        <TodaySentence page={page} />
      </p>
      <div className="mt-6 grid gap-7">
        {first && <HomeworkHero card={first} viewer={viewer} />}
        {first?.plan && <HomeworkPlan plan={first.plan} />}
        {first?.note && <TherapistNote therapistName={viewer.therapistName} note={first.note} />}
        {open.length === 0 && page.answered.length === 0 && (
          <EmptyState title={words("emptyTitle")} text={words(page.resting ? "restingText" : "emptyText")} />
        )}
        {replies.length > 0 && <Replies page={page} />}
        {(others.length > 0 || page.pulseOpen) && <AlsoOpen page={page} others={others} />}
        {page.answered.length > 0 && <Answered page={page} />}
        {page.resting && (open.length > 0 || page.answered.length > 0) && (
          <p className="text-ink-soft">{words("restingText")}</p>
        )}
        {page.program && <ProgramNote program={page.program} />}
        {page.nextAppointment && <NextAppointment at={page.nextAppointment} timeZone={viewer.timeZone} />}
      </div>
    </>
  );
}

/** What is today, in one sentence. */
function TodaySentence({ page }: { page: TodayPage }) {
  const words = useTranslations("couple.today");
  const [first] = page.open;
  if (first && page.open.length === 1) return words("one", { minutes: first.minutes, mode: first.mode });
  if (first) return words("several", { count: page.open.length });
  if (page.pulseOpen) return words("pulseOnly");
  return words(page.answered.length > 0 ? "allAnswered" : "rest");
}

function AlsoOpen({ page, others }: { page: TodayPage; others: HomeworkCard[] }) {
  const words = useTranslations("couple.today");
  const homework = useTranslations("couple.homework");
  const until = useUntil();
  const base = `/couple/${page.viewer.coupleId}`;
  return (
    <RowSection title={words("also")}>
      {others.map((card) => (
        <LinkRow
          key={card.occurrenceId}
          href={`${base}/homework/${card.occurrenceId}`}
          mark={<AreaMark area={card.area} />}
          title={card.title}
          text={homework("anyTime", { until: until(card.dueOn, page.viewer.today) })}
        />
      ))}
      {page.pulseOpen && (
        <LinkRow
          href={`${base}/pulse`}
          mark={<Heart aria-hidden size={18} strokeWidth={1.9} className="text-primary" />}
          title={words("pulse")}
          text={words("pulseText")}
        />
      )}
    </RowSection>
  );
}

function Answered({ page }: { page: TodayPage }) {
  const words = useTranslations("couple.today");
  const homework = useTranslations("couple.homework");
  return (
    <RowSection title={words("answered")}>
      {page.answered.map((card) => (
        <LinkRow
          key={card.occurrenceId}
          href={`/couple/${page.viewer.coupleId}/homework/${card.occurrenceId}`}
          mark={<Tick />}
          title={card.title}
          text={card.result && homework(`result.${card.result}`)}
          quiet
        />
      ))}
    </RowSection>
  );
}

function Replies({ page }: { page: TodayPage }) {
  const words = useTranslations("couple.today");
  return (
    <section>
      <h2 className="mb-2 font-semibold text-16 text-ink-soft">{words("replies")}</h2>
      <ul className="grid gap-3">
        {page.replies.slice(0, repliesShown).map((reply) => (
          <li key={reply.replyId}>
            <ReplyCard reply={reply} timeZone={page.viewer.timeZone}>
              <Link
                href={`/couple/${page.viewer.coupleId}/homework/${reply.occurrenceId}#check-in`}
                prefetch={false}
                className="link mt-1 inline-flex min-h-8 items-center"
              >
                {words(reply.title ? "replyTo" : "replyToSome", { title: reply.title })}
              </Link>
            </ReplyCard>
          </li>
        ))}
      </ul>
    </section>
  );
}
