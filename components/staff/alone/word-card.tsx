import { CircleAlert, Phone, Scale } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { PartnerMark } from "@/components/ui/partner";
import { secretsPolicies } from "@/content/consent";
import type { StaffViewer } from "@/server/features/people/schema";
import type { OpenedWord } from "@/server/features/private-words/schema";
import { sideOf } from "../people";

type WordProps = { word: OpenedWord; viewer: StaffViewer };

/** One word: whose, when, what; beside it how to answer, and what to mind before one does. */
export function WordCard({ word, viewer }: WordProps) {
  const words = useTranslations("alone.word");
  const format = useFormatter();
  const at = format.dateTime(word.at, { dateStyle: "full", timeStyle: "short", timeZone: viewer.timeZone });
  const others = format.list(word.openedBy, { type: "conjunction" });
  return (
    <li>
      <Card className="@container">
        <article className="grid gap-6 p-5 sm:p-6 @2xl:grid-cols-[minmax(0,1fr)_17rem]">
          <div className="min-w-0">
            <h2 className="display flex items-center gap-2.5 text-24">
              <PartnerMark side={sideOf(word.position)} />
              {word.name}
            </h2>
            <time dateTime={word.at.toISOString()} className="text-14 text-ink-soft">
              {at}
            </time>
            <p className="measure mt-4 whitespace-pre-wrap break-words text-17">{word.words}</p>
            {others && (
              <p className="mt-4 text-14 text-ink-soft">
                {words("openedBy", { names: others, count: word.openedBy.length })}
              </p>
            )}
          </div>
          <Aside word={word} viewer={viewer} />
        </article>
      </Card>
    </li>
  );
}

function Aside({ word: { cautions, name, policy, safeContact }, viewer }: WordProps) {
  const words = useTranslations("alone.word");
  const format = useFormatter();
  const locale = useLocale() === "es" ? "es" : "en";
  const agreed = policy && secretsPolicies[policy][locale];
  const day = (date: Date) => format.dateTime(date, { dateStyle: "long", timeZone: viewer.timeZone });
  return (
    <div className="grid content-start gap-4 rounded-m bg-sunken p-4 text-15">
      {cautions.includes("unproven") && (
        <Point icon={<CircleAlert size={17} className="text-attention-ink" />} title={words("unprovenTitle")}>
          {words("unproven", { name })}
        </Point>
      )}
      <Point icon={<Phone size={17} className="text-primary" />} title={words("answerBy")}>
        {safeContact ? (
          <>
            <span className="block whitespace-pre-wrap break-words text-ink">{safeContact.words}</span>
            <span className="mt-1 block text-13">{words("since", { date: day(safeContact.since) })}</span>
          </>
        ) : (
          words("noSafeContact", { name })
        )}
        <span className="mt-1 block">{words("never")}</span>
      </Point>
      {agreed && (
        <Point icon={<Scale size={17} className="text-primary" />} title={words("agreed", { title: agreed.title })}>
          {agreed.text}
        </Point>
      )}
    </div>
  );
}

function Point({ icon, title, children }: { icon: ReactNode; title: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-start gap-2.5">
      <span aria-hidden className="mt-0.5 shrink-0">
        {icon}
      </span>
      <div className="min-w-0">
        <h3 className="font-semibold">{title}</h3>
        <div className="text-ink-soft">{children}</div>
      </div>
    </div>
  );
}
