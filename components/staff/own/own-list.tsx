import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { AreaMark } from "@/components/ui/area-mark";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import type { OwnListed } from "@/server/features/strategies/schema";
import { places } from "../places";

type OwnListProps = { own: readonly OwnListed[]; practiceId: string };

/** The practice's own strategies that the viewer may see, and below them what they have put away. */
export function OwnList({ own, practiceId }: OwnListProps) {
  const words = useTranslations("own.library");
  const awake = own.filter((one) => one.state !== "ARCHIVED");
  const away = own.filter((one) => one.state === "ARCHIVED");
  return (
    <section aria-labelledby="own" className="mb-10">
      <h2 id="own" className="display text-24">
        {words("own")}
      </h2>
      <p className="mb-3 text-14 text-ink-soft">{words("ownText")}</p>
      {awake.length === 0 ? (
        <div className="rounded-l border border-line-strong border-dashed">
          <EmptyState title={words("empty")} text={words("emptyText")} />
        </div>
      ) : (
        <Items own={awake} practiceId={practiceId} />
      )}
      {away.length > 0 && (
        <details className="mt-4">
          <summary className="inline-block min-h-6 cursor-pointer text-14 text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink">
            {words("archived")} ({away.length})
          </summary>
          <p className="mt-2 mb-3 text-14 text-ink-soft">{words("archivedText")}</p>
          <Items own={away} practiceId={practiceId} />
        </details>
      )}
    </section>
  );
}

function Items({ own, practiceId }: OwnListProps) {
  return (
    <ul className="grid gap-3 @xl:grid-cols-2 @4xl:grid-cols-3">
      {own.map((one) => (
        <Item key={one.strategyId} one={one} practiceId={practiceId} />
      ))}
    </ul>
  );
}

function Item({ one, practiceId }: { one: OwnListed; practiceId: string }) {
  const words = useTranslations("own");
  const staff = useTranslations("staff");
  const locale = useLocale() === "es" ? "es" : "en";
  const said = (text: OwnListed["title"]) => text[locale].trim() || text.en.trim() || text.es.trim();
  const facts = [
    staff("library.minutes", { count: one.minutes }),
    staff(`mode.${one.mode}`),
    staff(`cadence.${one.cadence.every}`, { times: one.cadence.times }),
  ];
  return (
    <li className={itemClass}>
      <h3 className="flex items-center gap-2.5 font-semibold text-16">
        <AreaMark area={one.area} />
        <Link
          href={places.ownStrategy(practiceId, one.strategyId)}
          prefetch={false}
          className="min-w-0 break-words outline-none after:absolute after:inset-0"
        >
          {said(one.title) || words("library.untitled")}
        </Link>
      </h3>
      <p className="mt-0.5 mb-3 text-14 text-ink-soft">{said(one.promise)}</p>
      <Marks one={one} />
      <p className="mt-auto text-13 text-ink-faint">{facts.join(" · ")}</p>
    </li>
  );
}

/** How it stands, whose it is, and which language is not complete. */
function Marks({ one }: { one: OwnListed }) {
  const words = useTranslations("own");
  const { state, mine, shared, author, missing, ahead } = one;
  const lacking = (["en", "es"] as const).filter((language) => missing[language] > 0);
  return (
    <p className="mb-3 flex flex-wrap gap-1.5">
      {mine && <Chip tone={state === "PUBLISHED" ? "primary" : "quiet"}>{words(`state.${state}`)}</Chip>}
      {mine && state === "PUBLISHED" && ahead && <Chip tone="warm">{words("state.ahead")}</Chip>}
      {!mine && <Chip>{words("state.sharedBy", { name: author })}</Chip>}
      {mine && state === "PUBLISHED" && <Chip>{words(shared ? "state.shared" : "state.onlyYou")}</Chip>}
      {lacking.map((language) => (
        <Chip key={language} tone="warm">
          {words("missing.chip", { language: words(`language.${language}`), count: missing[language] })}
        </Chip>
      ))}
    </p>
  );
}

const itemClass =
  "relative flex flex-col rounded-l border border-line bg-surface px-5 py-4 shadow-card transition-colors hover:border-line-control " +
  "has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus";
