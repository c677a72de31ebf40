import { useFormatter, useTranslations } from "next-intl";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import type { MinePage } from "@/server/features/transfers/schema";
import { civilInstant } from "../civil";
import { Fold } from "../fold";

const look = { day: "numeric", month: "long", timeZone: "UTC" } as const;

/** Exactly what would go of one's own: how much of each kind, and each of them for whoever wants to read on. */
export function OwnList({ page }: { page: MinePage }) {
  const words = useTranslations("transfers.me");
  const { checkIns, journal, weeks, stays } = page;
  const withWords = checkIns.filter((one) => one.words).length + journal.length;
  return (
    <section className="grid gap-2">
      <h2 className="display text-24">{words("yours")}</h2>
      <ul className="grid list-disc gap-1 pl-5 text-17">
        <li>{words("count.checkIns", { count: checkIns.length })}</li>
        <li>{words("count.words", { count: withWords })}</li>
        <li>{words("count.weeks", { count: weeks.length })}</li>
      </ul>
      <p className="text-ink-soft">
        {words("stays", { count: stays })} {words("tools")}
      </p>
      {checkIns.length + journal.length + weeks.length > 0 && (
        <Fold title={words("showList")}>
          <ul className="divide-y divide-line">
            {checkIns.map((one) => (
              <CheckInLine key={one.checkInId} one={one} />
            ))}
            {journal.map((one) => (
              <WordsLine key={one.entryId} title={words("journal")} on={one.on} text={one.words} shared={one.shared} />
            ))}
          </ul>
          {weeks.length > 0 && <Weeks weeks={weeks} />}
        </Fold>
      )}
    </section>
  );
}

function Weeks({ weeks }: { weeks: string[] }) {
  const words = useTranslations("transfers.me");
  const format = useFormatter();
  return (
    <div className="border-line border-t pt-3">
      <h3 className="font-semibold text-16">{words("weeks")}</h3>
      <p className="text-16 text-ink-soft">
        {format.list(
          weeks.map((week) => words("weekOf", { date: format.dateTime(civilInstant(week), look) })),
          { type: "conjunction" },
        )}
      </p>
    </div>
  );
}

function CheckInLine({ one }: { one: MinePage["checkIns"][number] }) {
  const words = useTranslations("transfers.me");
  const { title, on, result, difficulty, usefulness, shared } = one;
  const rated = difficulty !== null || usefulness !== null;
  const facts = [
    words(`result.${result}`),
    ...(rated
      ? [words("ratings", { difficulty: difficulty ?? words("unrated"), usefulness: usefulness ?? words("unrated") })]
      : []),
  ];
  return <WordsLine title={title} on={on} facts={facts.join(". ")} text={one.words} shared={shared} />;
}

type LineProps = { title: string; on: string; facts?: string; text: string | null; shared: boolean };

function WordsLine({ title, on, facts, text, shared }: LineProps) {
  const words = useTranslations("transfers.me");
  const format = useFormatter();
  return (
    <li className="grid gap-1 py-3.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-semibold text-16">{title}</h3>
        <span className="text-16 text-ink-soft">{format.dateTime(civilInstant(on), look)}</span>
      </div>
      {facts && <p className="text-16 text-ink-soft">{facts}</p>}
      {text ? (
        <>
          <p className="whitespace-pre-wrap break-words text-17">{text}</p>
          <VisibilityLabel visibility={shared ? "SHARED" : "THERAPIST"} />
        </>
      ) : (
        <p className="text-16 text-ink-soft">{words("noWords")}</p>
      )}
    </li>
  );
}
