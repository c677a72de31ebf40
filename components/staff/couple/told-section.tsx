import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/card";
import { PartnerMark } from "@/components/ui/partner";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import type { CouplePage } from "@/server/features/couples/schema";
import type { ToldItem } from "@/server/features/tools/schema";
import { usePast } from "../moment";
import { namesInWords, namesOf, sideOf } from "../people";
import { places } from "../places";

/** Items that stand open; earlier ones are folded away. */
const shownAtOnce = 5;

/** What the two made in exercises since the last appointment, one line each, with the way to read all of it. */
export function ToldSection({ page }: { page: CouplePage }) {
  const words = useTranslations("told.staff");
  const { told } = page;
  const since = words(page.couple.lastAppointment ? "since" : "sinceFourWeeks");
  return (
    <SectionCard title={words("title")} text={told.length > 0 ? since : undefined}>
      {told.length === 0 && <p className="text-ink-soft">{words("empty")}</p>}
      <List items={told.slice(0, shownAtOnce)} page={page} />
      {told.length > shownAtOnce && (
        <details className="border-line border-t pt-3">
          <summary className="inline-block min-h-6 list-none text-14 text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink">
            {words("earlier", { count: told.length - shownAtOnce })}
          </summary>
          <List items={told.slice(shownAtOnce)} page={page} />
        </details>
      )}
    </SectionCard>
  );
}

function List({ items, page }: { items: readonly ToldItem[]; page: CouplePage }) {
  return (
    <ul className="divide-y divide-line">
      {items.map((item) => (
        <Item key={item.itemId} item={item} page={page} />
      ))}
    </ul>
  );
}

function Item({ item, page }: { item: ToldItem; page: CouplePage }) {
  const words = useTranslations("told.staff");
  const format = useFormatter();
  const past = usePast();
  const { viewer, couple } = page;
  const names = namesOf(couple.partners);
  const nameOf = (position: 1 | 2) => (position === 1 ? names.one : names.two);
  const authors = [...new Set(item.lines.map(({ position }) => position))];
  const [first, ...others] = authors;
  const one = first && others.length === 0 ? first : null;
  const [line] = item.lines;
  return (
    <li className="grid gap-1 py-3 first:pt-0 last:pb-0">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="flex min-w-0 items-baseline gap-2 font-semibold text-15">
          {one ? <PartnerMark side={sideOf(one)} className="translate-y-px" /> : <BothMarks />}
          <Link
            href={places.homework(viewer.practiceId, couple.coupleId, item.assignmentId)}
            prefetch={false}
            className="min-w-0 underline-offset-4 hover:underline"
          >
            {words("by", {
              name: one ? nameOf(one) : namesInWords(format, names.one, names.two),
              title: item.title,
            })}
          </Link>
        </h3>
        <time dateTime={item.at.toISOString()} className="shrink-0 text-13 text-ink-soft">
          {past(item.at, viewer)}
        </time>
      </div>
      <Lines item={item} nameOf={nameOf} several={authors.length > 1} />
      {line && (
        <VisibilityLabel visibility={line.readers} className="text-13">
          {line.readers === "SHARED" || !one ? words("forBoth") : words("forOne", { name: nameOf(one) })}
        </VisibilityLabel>
      )}
    </li>
  );
}

type LinesProps = { item: ToldItem; nameOf: (position: 1 | 2) => string; several: boolean };

/** The words, at most three lines of each; all of them are a step further. */
function Lines({ item, nameOf, several }: LinesProps) {
  return (
    <dl className="grid gap-1">
      {item.lines.map(({ label, text, position }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity and never change places
        <div key={index}>
          {item.lines[index - 1]?.label !== label && <dt className="text-13 text-ink-soft">{label}</dt>}
          <dd className="line-clamp-3 whitespace-pre-line break-words text-15">
            {several && position !== null && (
              <>
                <PartnerMark side={sideOf(position)} className="mr-1.5 size-2.5" />
                <span className="sr-only">{nameOf(position)}: </span>
              </>
            )}
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function BothMarks() {
  return (
    <span className="inline-flex shrink-0 translate-y-px">
      <PartnerMark side="one" />
      <PartnerMark side="two" className="-ml-0.5" />
    </span>
  );
}
