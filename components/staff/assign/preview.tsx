"use client";

import { useQuery } from "@tanstack/react-query";
import { NextIntlClientProvider, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { RingsMark } from "@/components/brand/logo";
import { Segmented } from "@/components/ui/segmented";
import { Skeleton } from "@/components/ui/skeleton";
import type { Strategy } from "@/content/schema";
import type { AssignFields, AssignForm } from "@/server/features/homework/schema";
import type { Partner } from "@/server/features/people/schema";
import { PreviewToday } from "./preview-today";

type Language = "en" | "es";

/** The words of a partner's Today in a language, fetched when a preview first asks for them. */
async function todayWords(locale: Language) {
  const [couple, common] =
    locale === "en"
      ? await Promise.all([import("@/messages/en/couple.json"), import("@/messages/en/common.json")])
      : await Promise.all([import("@/messages/es/couple.json"), import("@/messages/es/common.json")]);
  return { couple: couple.default, common: common.default };
}

/** What of a strategy a preview shows. */
export type Previewed = Pick<Strategy, "area" | "minutes"> & Pick<AssignForm["strategies"][number], "card">;

type PreviewProps = {
  strategy: Previewed | undefined;
  fields: AssignFields;
  partners: readonly Partner[];
  locales: AssignForm["locales"];
  therapist: string;
  today: string;
  /** The days of coming appointments, in order. */
  appointments: readonly string[];
  /** The last day of the window that is open, where it runs already. */
  openUntil?: string;
};

/** How it will look on each partner's phone, in their language; with a switch to the other one. */
export function Preview(props: PreviewProps) {
  const { partners, locales, fields } = props;
  const words = useTranslations("assigning.preview");
  const viewers = useLocale() === "es" ? "es" : "en";
  const [chosen, setChosen] = useState<string | null>(null);
  const [language, setLanguage] = useState<Language | null>(null);
  const asked = partners.find(({ personId }) => fields.personIds.includes(personId));
  const partner = partners.find(({ personId }) => personId === chosen) ?? asked ?? partners[0];
  if (!partner) return null;
  const own = locales[partner.personId] ?? viewers;
  const shown = language ?? own;
  return (
    <section aria-labelledby="preview" className="rounded-xl border border-line bg-sunken p-4">
      <h2 id="preview" className="mb-3 font-semibold text-15">
        {words("title")}
      </h2>
      <div className="mb-3 grid gap-2">
        {partners.length > 1 && (
          <Segmented
            name="preview-partner"
            legend={words("partner")}
            legendHidden
            value={partner.personId}
            onValueChange={(personId) => {
              setChosen(personId);
              setLanguage(null);
            }}
            options={partners.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
        )}
        <Languages value={shown} onChange={setLanguage} />
        <p className="text-13 text-ink-soft">
          {words(shown === own ? "own" : "other", { name: partner.name })} {shown !== viewers && words("words")}
        </p>
      </div>
      <Phone {...props} partner={partner} language={shown} />
    </section>
  );
}

function Languages({ value, onChange }: { value: Language; onChange: (language: Language) => void }) {
  const words = useTranslations("assigning.preview");
  const names = useTranslations("common.language");
  return (
    <Segmented
      name="preview-language"
      legend={words("language")}
      legendHidden
      value={value}
      onValueChange={onChange}
      options={(["en", "es"] as const).map((one) => ({ value: one, label: <span lang={one}>{names(one)}</span> }))}
    />
  );
}

/** A picture of a phone: nothing in it can be pressed. */
function Phone({ partner, language, ...props }: PreviewProps & { partner: Partner; language: Language }) {
  const words = useTranslations("assigning.preview");
  const { strategy, fields, partners } = props;
  const other = partners.find(({ personId }) => personId !== partner.personId);
  const loaded = useQuery({
    queryKey: ["today-words", language],
    queryFn: () => todayWords(language),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const notAsked = fields.personIds.length > 0 && !fields.personIds.includes(partner.personId);
  const said = !strategy
    ? words("none")
    : notAsked && words(fields.knownToBoth ? "known" : "hidden", { name: partner.name, other: other?.name ?? "" });
  return (
    <div className="mx-auto grid max-w-88 gap-3 rounded-[22px] bg-paper p-4 shadow-card">
      <RingsMark className="w-7" />
      {said && <p className="px-2 py-6 text-center text-15 text-ink-soft">{said}</p>}
      {!said && !loaded.data && <Skeleton className="h-64" />}
      {!said && strategy && loaded.data && (
        <NextIntlClientProvider locale={language} messages={loaded.data} timeZone="UTC">
          <div inert lang={language} className="grid gap-4">
            <PreviewToday
              strategy={strategy}
              fields={fields}
              partner={partner}
              other={other?.joined ? other.name : null}
              therapist={props.therapist}
              today={props.today}
              appointments={props.appointments}
              openUntil={props.openUntil}
              language={language}
            />
          </div>
        </NextIntlClientProvider>
      )}
    </div>
  );
}
