import { useTranslations } from "next-intl";
import { Count } from "@/components/ui/chip";
import type { CouplePage, ReviewedCheckIn } from "@/server/features/couples/schema";
import { CheckInItem } from "./check-in-item";
import { NextUnread } from "./next-unread";
import { ReviewAll } from "./review-all";

/** Read check-ins that stand open; earlier ones are folded away. */
const readShown = 4;

/** What the two answered and let the therapist read: unread first. */
export function CheckInsSection({ page }: { page: CouplePage }) {
  const words = useTranslations("staff.checkIns");
  const unread = page.checkIns.filter(({ reviewed }) => !reviewed);
  const read = page.checkIns.filter(({ reviewed }) => reviewed);
  return (
    <section className="rounded-l border border-line bg-surface p-5 shadow-card sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="check-ins" tabIndex={-1} className="flex items-center gap-2 font-semibold text-17 outline-none">
          {words("title")}
          {unread.length > 0 && <Count value={unread.length} label={words("toRead", { count: unread.length })} />}
        </h2>
        <div className="flex items-center gap-1">
          {unread.length > 1 && <ReviewAll {...idsOf(page)} unread={unread.map(versionOf)} />}
          {unread.length > 0 && <NextUnread />}
        </div>
      </div>
      {page.checkIns.length === 0 && (
        <p className="mt-2 text-ink-soft">
          <b className="font-semibold text-ink">{words("empty.title")}.</b> {words("empty.text")}
        </p>
      )}
      <List label={words("unreadHeading")} checkIns={unread} page={page} />
      <List label={words("readHeading")} checkIns={read.slice(0, readShown)} page={page} />
      <Earlier checkIns={read.slice(readShown)} page={page} />
    </section>
  );
}

type ListProps = { checkIns: readonly ReviewedCheckIn[]; page: CouplePage };

function List({ label, checkIns, page }: ListProps & { label: string }) {
  if (checkIns.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 font-medium text-13 text-ink-faint">{label}</h3>
      <Items checkIns={checkIns} page={page} />
    </>
  );
}

/** What was read before and is not among the latest, folded away. */
function Earlier({ checkIns, page }: ListProps) {
  const words = useTranslations("staff.checkIns");
  if (checkIns.length === 0) return null;
  return (
    <details className="border-line border-t pt-3">
      <summary className="inline-block min-h-6 list-none text-14 text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink">
        {words("earlier", { count: checkIns.length })}
      </summary>
      <Items checkIns={checkIns} page={page} />
    </details>
  );
}

function Items({ checkIns, page }: ListProps) {
  return (
    <ul className="divide-y divide-line">
      {checkIns.map((checkIn) => (
        <CheckInItem key={checkIn.checkInId} checkIn={checkIn} page={page} />
      ))}
    </ul>
  );
}

function idsOf({ viewer, couple }: CouplePage) {
  return { practiceId: viewer.practiceId, coupleId: couple.coupleId };
}

function versionOf({ checkInId, version }: ReviewedCheckIn) {
  return { checkInId, version };
}
