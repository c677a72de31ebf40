import { useTranslations } from "next-intl";
import { Count } from "@/components/ui/chip";
import type { CouplePage, ReviewedCheckIn } from "@/server/features/couples/schema";
import { CheckInItem } from "./check-in-item";
import { NextUnread } from "./next-unread";
import { ReviewAll } from "./review-all";

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
      <List label={words("readHeading")} checkIns={read} page={page} />
    </section>
  );
}

function List({ label, checkIns, page }: { label: string; checkIns: ReviewedCheckIn[]; page: CouplePage }) {
  if (checkIns.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 font-medium text-13 text-ink-faint">{label}</h3>
      <ul className="divide-y divide-line">
        {checkIns.map((checkIn) => (
          <CheckInItem key={checkIn.checkInId} checkIn={checkIn} page={page} />
        ))}
      </ul>
    </>
  );
}

function idsOf({ viewer, couple }: CouplePage) {
  return { practiceId: viewer.practiceId, coupleId: couple.coupleId };
}

function versionOf({ checkInId, version }: ReviewedCheckIn) {
  return { checkInId, version };
}
