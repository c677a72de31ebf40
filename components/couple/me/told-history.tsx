import Link from "next/link";
import { useFormatter } from "next-intl";
import { AreaMark } from "@/components/ui/area-mark";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import type { PartnerViewer } from "@/server/features/people/schema";
import type { ToldItem } from "@/server/features/tools/schema";
import { ToldLines } from "../told-lines";

/** What one made with a tool, with who may read it. */
export function ToldHistory({ item, viewer }: { item: ToldItem; viewer: PartnerViewer }) {
  const format = useFormatter();
  const { coupleId, partnerName, timeZone } = viewer;
  const [first] = item.lines;
  return (
    <li className="rounded-l border border-line bg-surface p-5 shadow-card">
      <p className="flex items-baseline gap-x-2">
        <AreaMark area={item.area} />
        {item.occurrenceId ? (
          <Link
            href={`/couple/${coupleId}/homework/${item.occurrenceId}`}
            prefetch={false}
            className="link grow text-16"
          >
            {item.title}
          </Link>
        ) : (
          <span className="grow text-16">{item.title}</span>
        )}
        <time dateTime={item.at.toISOString()} className="shrink-0 text-ink-soft">
          {format.dateTime(item.at, { day: "numeric", month: "short", timeZone })}
        </time>
      </p>
      <ToldLines item={item} viewer={viewer} />
      {first && <VisibilityLabel visibility={first.readers} partner={partnerName ?? undefined} className="mt-3" />}
    </li>
  );
}
