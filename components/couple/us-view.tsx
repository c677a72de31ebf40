import { Users } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { AreaMark } from "@/components/ui/area-mark";
import { EmptyState } from "@/components/ui/empty-state";
import { PartnerAvatar } from "@/components/ui/partner";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import type { UsPage } from "@/server/features/check-ins/schema";
import { NextAppointment } from "./next-appointment";
import { PageTitle } from "./page-title";
import { ReplyCard } from "./reply-card";
import { SharedTold } from "./us-told";

/** Check-ins and what tools keep, in one order of time. */
function listOf(page: UsPage) {
  const checkIns = page.shared.map((shared) => ({
    ...{ key: shared.checkInId, at: shared.at },
    node: <SharedCheckIn shared={shared} page={page} />,
  }));
  const told = page.told.map((item) => ({
    ...{ key: item.itemId, at: item.at },
    node: <SharedTold item={item} viewer={page.viewer} />,
  }));
  return [...checkIns, ...told].sort((one, other) => other.at.getTime() - one.at.getTime());
}

/** What both may read, newest first: whose words, about what, and the replies that are for both. */
export function UsView({ page }: { page: UsPage }) {
  const words = useTranslations("couple.us");
  const list = listOf(page);
  return (
    <>
      <PageTitle title={words("title")} text={words("text")} />
      {list.length === 0 ? (
        <EmptyState
          icon={<Users size={26} strokeWidth={1.8} />}
          title={words("emptyTitle")}
          text={words("emptyText")}
        />
      ) : (
        <ul className="grid gap-5">
          {list.map(({ key, node }) => (
            <li key={key}>{node}</li>
          ))}
        </ul>
      )}
      {page.nextAppointment && (
        <div className="mt-7">
          <NextAppointment at={page.nextAppointment} timeZone={page.viewer.timeZone} />
        </div>
      )}
    </>
  );
}

function SharedCheckIn({ shared, page }: { shared: UsPage["shared"][number]; page: UsPage }) {
  const words = useTranslations("couple.us");
  const results = useTranslations("couple.homework.result");
  const format = useFormatter();
  const { timeZone, partnerName } = page.viewer;
  return (
    <article className="rounded-l border border-line bg-surface p-5 shadow-card">
      <header className="flex items-center gap-3">
        <PartnerAvatar side={shared.position === 1 ? "one" : "two"} name={shared.authorName} />
        <h2 className="grow font-semibold text-17">
          {shared.mine ? words("you", { name: shared.authorName }) : shared.authorName}
        </h2>
        <time dateTime={shared.at.toISOString()} className="shrink-0 text-ink-soft">
          {format.dateTime(shared.at, { day: "numeric", month: "short", timeZone })}
        </time>
      </header>
      <p className="mt-3 flex flex-wrap items-center gap-x-2 text-ink-soft">
        {shared.area && <AreaMark area={shared.area} />}
        {shared.title && (
          <>
            <span>{shared.title}</span>
            <span aria-hidden>·</span>
          </>
        )}
        <span>{results(shared.result)}</span>
      </p>
      {shared.words ? (
        <p className="mt-2 whitespace-pre-line text-17">{shared.words}</p>
      ) : (
        <p className="mt-2 text-ink-soft">{words("noWords")}</p>
      )}
      <VisibilityLabel visibility="SHARED" partner={partnerName ?? undefined} className="mt-3" />
      {shared.replies.length > 0 && (
        <div className="mt-4 grid gap-3">
          {shared.replies.map((reply) => (
            <ReplyCard key={reply.replyId} reply={reply} timeZone={timeZone} />
          ))}
        </div>
      )}
    </article>
  );
}
