import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Fragment } from "react";
import { AreaMark } from "@/components/ui/area-mark";
import type { MePage } from "@/server/features/reminders/schema";
import { AnswerBody, AnswerResult } from "../check-in/stored-answer";
import { ReplyCard } from "../reply-card";
import { LockedWords } from "./locked-words";
import { ToldHistory } from "./told-history";

const shownAtOnce = 3;

/** Check-ins and what was made with tools, in one order of time. */
function listOf(page: MePage) {
  const checkIns = page.history.map((item) => ({
    ...{ key: item.checkInId, at: item.at },
    node: <HistoryItem item={item} page={page} />,
  }));
  const told = page.told.map((item) => ({
    ...{ key: item.itemId, at: item.at },
    node: <ToldHistory item={item} viewer={page.viewer} />,
  }));
  return [...checkIns, ...told].sort((one, other) => other.at.getTime() - one.at.getTime());
}

/** All that one wrote, with who may read it; the older is folded. Locked, check-ins say only how it went, and tools nothing. */
export function History({ page }: { page: MePage }) {
  const words = useTranslations("couple.me");
  const list = listOf(page);
  const recent = list.slice(0, shownAtOnce);
  const older = list.slice(shownAtOnce);
  return (
    <section>
      <h2 className="display text-24">{words("history")}</h2>
      <p className="text-ink-soft">{words(list.length > 0 || page.locked ? "historyText" : "historyEmpty")}</p>
      {page.locked && <LockedWords />}
      <ul className="mt-4 grid gap-4">
        {recent.map(({ key, node }) => (
          <Fragment key={key}>{node}</Fragment>
        ))}
      </ul>
      {older.length > 0 && (
        <details className="group mt-3">
          <summary className="link flex min-h-12 list-none items-center group-open:hidden">
            {words("older", { count: older.length })}
          </summary>
          <ul className="mt-1 grid gap-4">
            {older.map(({ key, node }) => (
              <Fragment key={key}>{node}</Fragment>
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
