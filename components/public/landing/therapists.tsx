import { useLocale, useTranslations } from "next-intl";
import { ArrowLink } from "../arrow-link";
import { localizedPath } from "../paths";
import { CaseloadPiece } from "./caseload-piece";
import { Picture } from "./picture";

const points = ["reasons", "two", "reply", "remind"] as const;

/** What the therapist gains, with a part of the caseload. */
export function Therapists() {
  const words = useTranslations("public.therapists");
  const locale = useLocale();
  return (
    <section id="therapists" aria-labelledby="therapists-title" className="page scroll-mt-6 pt-24 md:pt-32">
      <p className="font-semibold text-14 text-primary">{words("eyebrow")}</p>
      <h2 id="therapists-title" className="display mt-1 text-32 sm:text-44">
        {words("title")}
      </h2>
      <p className="mt-2 max-w-[40em] text-17 text-ink-soft">{words("text")}</p>
      <p className="mt-4">
        <ArrowLink href={localizedPath(locale, "/sign-up")} prefetch={false}>
          {words("signUp")}
        </ArrowLink>
      </p>
      <Picture label={words("picture")} className="stage mt-9 rounded-xl p-4 sm:p-8 lg:p-11">
        <CaseloadPiece />
      </Picture>
      <dl className="mt-10 grid gap-x-8 gap-y-7 sm:grid-cols-2 lg:grid-cols-4">
        {points.map((point) => (
          <div key={point}>
            <dt className="font-semibold text-17">{words(`${point}Title`)}</dt>
            <dd className="mt-1 text-15 text-ink-soft">{words(`${point}Text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
