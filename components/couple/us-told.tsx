import Link from "next/link";
import { useFormatter } from "next-intl";
import { AreaMark } from "@/components/ui/area-mark";
import { PartnerAvatar, PartnerPair } from "@/components/ui/partner";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import type { PartnerViewer } from "@/server/features/people/schema";
import type { ToldItem } from "@/server/features/tools/schema";
import { ofSeveral, ToldLines, useHeading } from "./told-lines";

/** What both may read of one exercise: a promise, two answers that opened, a match, a talk. */
export function SharedTold({ item, viewer }: { item: ToldItem; viewer: PartnerViewer }) {
  const heading = useHeading(viewer)(item);
  const format = useFormatter();
  const [first] = item.lines;
  const one = first && first.position !== null && !ofSeveral(item) ? first.position : null;
  const path = `/couple/${viewer.coupleId}/homework/${item.occurrenceId}`;
  return (
    <article className="rounded-l border border-line bg-surface p-5 shadow-card">
      <header className="flex items-center gap-3">
        {one ? (
          <PartnerAvatar side={one === 1 ? "one" : "two"} name={heading} />
        ) : (
          <PartnerPair {...pairOf(item, viewer)} />
        )}
        <h2 className="grow font-semibold text-17">{heading}</h2>
        <time dateTime={item.at.toISOString()} className="shrink-0 text-ink-soft">
          {format.dateTime(item.at, { day: "numeric", month: "short", timeZone: viewer.timeZone })}
        </time>
      </header>
      <p className="mt-3 flex items-center gap-x-2 text-ink-soft">
        <AreaMark area={item.area} />
        {item.occurrenceId ? (
          <Link href={path} prefetch={false} className="link min-w-0 text-16">
            {item.title}
          </Link>
        ) : (
          <span>{item.title}</span>
        )}
      </p>
      <ToldLines item={item} viewer={viewer} />
      <VisibilityLabel visibility="SHARED" partner={viewer.partnerName ?? undefined} className="mt-3" />
    </article>
  );
}

/** The two by their places; a place whose name no line tells is known from the other one. */
function pairOf({ lines }: ToldItem, { displayName, partnerName }: PartnerViewer): { one: string; two: string } {
  const own = lines.find(({ mine, position }) => mine && position !== null)?.position;
  const other = lines.find(({ mine, position }) => !mine && position !== null)?.position;
  const second = own === 2 || other === 1;
  const [me, partner] = [displayName, partnerName ?? ""];
  return second ? { one: partner, two: me } : { one: me, two: partner };
}
