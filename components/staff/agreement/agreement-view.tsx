import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card, SectionCard } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { businessAssociate } from "@/content/agreements/business-associate";
import type { AgreementPage } from "@/server/features/practices/schema";
import { places } from "../places";
import { AgreementBody } from "./agreement-text";
import { PrintButton } from "./print-button";
import { SignForm } from "./sign-form";

/** What the practice has signed with the operator, or is asked to sign. */
export function AgreementView({ page }: { page: AgreementPage }) {
  const words = useTranslations("practice.agreement");
  const settings = useTranslations("practice.settings");
  const locale = useLocale() === "es" ? "es" : "en";
  const { viewer, due, signed } = page;
  const { version, text } = businessAssociate;
  return (
    <div className="max-w-3xl">
      <PageHeader
        crumb={{ href: places.settings(viewer.practiceId), label: settings("title") }}
        title={text[locale].title}
        text={words("text")}
        actions={<PrintButton>{words("print")}</PrintButton>}
      />
      <Standing page={page} />
      <Card className="mt-5 p-5 sm:p-7">
        <p className="mb-5 text-14 text-ink-soft">{words("version", { version })}</p>
        <AgreementBody text={text[locale]} />
      </Card>
      {due && (
        <SectionCard
          title={words("sign")}
          text={words("signText", { practice: viewer.practiceName })}
          className="mt-5 print:hidden"
        >
          <SignForm practiceId={viewer.practiceId} version={due} locale={locale} />
        </SectionCard>
      )}
      <Earlier page={page} signed={due ? signed : signed.slice(1)} />
    </div>
  );
}

function Standing({ page: { due, signed, viewer } }: { page: AgreementPage }) {
  const words = useTranslations("practice.agreement");
  const format = useFormatter();
  const [newest] = signed;
  if (!due && newest) {
    const date = format.dateTime(newest.acceptedAt, { dateStyle: "long", timeZone: viewer.timeZone });
    return <Banner tone="positive">{words("signed", { signatory: newest.signatory, date })}</Banner>;
  }
  return <Banner title={words(newest ? "due" : "dueFirst")}>{words(newest ? "dueText" : "dueFirstText")}</Banner>;
}

function Earlier({ page: { viewer }, signed }: { page: AgreementPage; signed: AgreementPage["signed"] }) {
  const words = useTranslations("practice.agreement");
  const format = useFormatter();
  if (signed.length === 0) return null;
  return (
    <SectionCard title={words("earlier")} className="mt-5">
      <ul className="grid gap-1 text-15">
        {signed.map(({ version, signatory, acceptedAt }) => (
          <li key={version}>
            {words("earlierRow", {
              version,
              signatory,
              date: format.dateTime(acceptedAt, { dateStyle: "long", timeZone: viewer.timeZone }),
            })}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
