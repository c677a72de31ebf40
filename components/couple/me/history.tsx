import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { AreaMark } from "@/components/ui/area-mark";
import type { MePage } from "@/server/features/reminders/schema";
import { AnswerBody, AnswerResult } from "../check-in/stored-answer";
import { ReplyCard } from "../reply-card";
import { LockedWords } from "./locked-words";

const shownAtOnce = 3;

/** All of one's own check-ins with who may read each; the older ones are folded. Locked, they say only how it went. */
export function History({ page }: { page: MePage }) {
  const words = useTranslations("couple.me");
  const recent = page.history.slice(0, shownAtOnce);
  const older = page.history.slice(shownAtOnce);
  return (
    <section>
      <h2 className="display text-24">{words("history")}</h2>
      <p className="text-ink-soft">{words(page.history.length > 0 ? "historyText" : "historyEmpty")}</p>
      {page.locked && page.history.length > 0 && <LockedWords />}
      <ul className="mt-4 grid gap-4">
        {recent.map((item) => (
          <HistoryItem key={item.checkInId} item={item} page={page} />
        ))}
      </ul>
      {older.length > 0 && (
        <details className="group mt-3">
          <summary className="link flex min-h-12 list-none items-center group-open:hidden">
            {words("older", { count: older.length })}
          </summary>
          <ul className="mt-1 grid gap-4">
            {older.map((item) => (
              <HistoryItem key={item.checkInId} item={item} page={page} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function HistoryItem({ item, page }: { item: MePage["history"][number]; page: MePage }) {
  const format = useFormatter();
  const { coupleId, partnerName, timeZone } = page.viewer;
  return (
    <li className="rounded-l border border-line bg-surface p-5 shadow-card">
      <p className="mb-2 flex items-baseline gap-x-2">
        <AreaMark area={item.area} />
        <Link href={`/couple/${coupleId}/homework/${item.occurrenceId}`} prefetch={false} className="link grow text-16">
          {item.title}
        </Link>
        <time dateTime={item.at.toISOString()} className="shrink-0 text-ink-soft">
          {format.dateTime(item.at, { day: "numeric", month: "short", timeZone })}
        </time>
      </p>
      {item.visibility === null ? (
        <AnswerResult result={item.result} />
      ) : (
        <AnswerBody answer={{ ...item, visibility: item.visibility }} partnerName={partnerName} />
      )}
      {item.replies.length > 0 && (
        <div className="mt-4 grid gap-3">
          {item.replies.map((reply) => (
            <ReplyCard key={reply.replyId} reply={reply} timeZone={timeZone} />
          ))}
        </div>
      )}
    </li>
  );
}
