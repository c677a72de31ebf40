import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "@/components/ui/chip";
import { contentLocale } from "@/content/content";
import { programs } from "@/content/programs";
import type { ProgramLibrary } from "@/server/features/programs/schema";
import { places } from "../places";
import { MakeProgram } from "./make-program";

/** The programs of the library, and those that the practice made. */
export function ProgramList({ page }: { page: ProgramLibrary }) {
  const words = useTranslations("programs");
  const language = contentLocale(useLocale());
  const { practiceId } = page.viewer;
  return (
    <div className="grid gap-9">
      <section aria-labelledby="shipped">
        <h2 id="shipped" className="mb-3 font-semibold text-17">
          {words("shipped")}
        </h2>
        <ul className="grid gap-3 @xl:grid-cols-2 @4xl:grid-cols-3">
          {programs.map(({ key, weeks, text }) => (
            <Item
              key={key}
              href={places.program(practiceId, key)}
              title={text[language].title}
              text={text[language].promise}
              foot={words("weeks", { count: weeks.length })}
            />
          ))}
        </ul>
      </section>
      {page.therapist && (
        <section aria-labelledby="own">
          <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
            <h2 id="own" className="font-semibold text-17">
              {words("own")}
            </h2>
            <MakeProgram practiceId={practiceId} from={null} />
          </div>
          {page.own.length === 0 && <p className="text-ink-soft">{words("ownEmpty")}</p>}
          <ul className="grid gap-3 @xl:grid-cols-2 @4xl:grid-cols-3">
            {page.own.map((one) => (
              <OwnItem key={one.programId} one={one} practiceId={practiceId} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function OwnItem({ one, practiceId }: { one: ProgramLibrary["own"][number]; practiceId: string }) {
  const words = useTranslations("programs");
  const marks = [
    one.archived && words("archivedMark"),
    !one.ready && words("unready"),
    one.shared && one.mine && words("sharedMark"),
    one.missing.en > 0 && words("missing.en", { count: one.missing.en }),
    one.missing.es > 0 && words("missing.es", { count: one.missing.es }),
  ].filter((mark) => mark !== false);
  const whose = one.mine ? words("mine") : words("byAuthor", { name: one.authorName });
  return (
    <Item
      href={places.ownProgram(practiceId, one.programId)}
      title={one.title || words("untitled")}
      text={one.promise}
      foot={`${words("weeks", { count: one.weeks })} · ${whose}`}
    >
      {marks.length > 0 && (
        <p className="mb-2 flex flex-wrap gap-1.5">
          {marks.map((mark) => (
            <Chip key={mark}>{mark}</Chip>
          ))}
        </p>
      )}
    </Item>
  );
}

function Item(props: { href: string; title: string; text: string; foot: string; children?: ReactNode }) {
  return (
    <li className={itemClass}>
      <h3 className="font-semibold text-16">
        <Link href={props.href} prefetch={false} className="outline-none after:absolute after:inset-0">
          {props.title}
        </Link>
      </h3>
      <p className="mt-0.5 mb-3 text-14 text-ink-soft">{props.text}</p>
      <div className="mt-auto">
        {props.children}
        <p className="text-13 text-ink-faint">{props.foot}</p>
      </div>
    </li>
  );
}

const itemClass =
  "relative flex flex-col rounded-l border border-line bg-surface px-5 py-4 shadow-card transition-colors hover:border-line-control " +
  "has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus";
