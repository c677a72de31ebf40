import { useLocale } from "next-intl";
import { type Consent, secretsPolicies } from "@/content/consent";
import type { SecretsPolicy } from "@/server/features/people/schema";

/** The points of a consent, each a title and a few words. */
export function ConsentPoints({ consent }: { consent: Consent }) {
  const locale = useLocale() === "es" ? "es" : "en";
  return (
    <dl className="grid gap-3">
      {consent.text[locale].points.map(({ title, text }) => (
        <div key={title}>
          <dt className="font-semibold text-16">{title}</dt>
          <dd className="text-16 text-ink-soft">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A couple's policy on what is told alone, in a partner's words. */
export function PolicyWords({ policy }: { policy: SecretsPolicy }) {
  const locale = useLocale() === "es" ? "es" : "en";
  const { title, partner } = secretsPolicies[policy][locale];
  return (
    <p className="text-16">
      {policy !== "THERAPIST_DECIDES" && <strong className="font-semibold">{title}. </strong>}
      {partner}
    </p>
  );
}
