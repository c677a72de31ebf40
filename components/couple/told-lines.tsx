import { useTranslations } from "next-intl";
import { PartnerMark } from "@/components/ui/partner";
import type { PartnerViewer } from "@/server/features/people/schema";
import type { ToldItem } from "@/server/features/tools/schema";

/** Whose lines are, in words; empty for what is both's alike. */
function useName(viewer: PartnerViewer) {
  return ({ mine, position }: ToldItem["lines"][number]) =>
    position === null ? "" : ((mine ? viewer.displayName : viewer.partnerName) ?? "");
}

/** Whether the lines of an item are of more than one of the two. */
export function ofSeveral({ lines }: Pick<ToldItem, "lines">): boolean {
  return new Set(lines.map(({ position }) => position)).size > 1;
}

/** What a tool kept: each line under what it is about, said once, with whose it is where there are several. */
export function ToldLines({ item, viewer }: { item: ToldItem; viewer: PartnerViewer }) {
  const name = useName(viewer);
  const several = ofSeveral(item);
  return (
    <dl className="mt-2 grid gap-2.5">
      {item.lines.map((line, index) => {
        const said = index > 0 && item.lines[index - 1]?.label === line.label;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity and never change places
          <div key={index}>
            <dt className={said ? "sr-only" : "text-16 text-ink-soft"}>{line.label}</dt>
            <dd className={several ? "mt-1.5" : "mt-0.5"}>
              {several && line.position !== null && (
                <span className="flex items-center gap-2 font-semibold text-16">
                  <PartnerMark side={line.position === 1 ? "one" : "two"} />
                  {name(line)}
                </span>
              )}
              <span className="block whitespace-pre-line break-words text-17">{line.text}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The name over an item: its author's, or that it is both's. */
export function useHeading(viewer: PartnerViewer): (item: ToldItem) => string {
  const words = useTranslations("told");
  const us = useTranslations("couple.us");
  const name = useName(viewer);
  return (item) => {
    const [first] = item.lines;
    if (!first || first.position === null || ofSeveral(item)) return words("both");
    return first.mine ? us("you", { name: name(first) }) : name(first);
  };
}
