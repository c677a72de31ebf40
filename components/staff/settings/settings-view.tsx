import { useFormatter, useLocale, useTranslations } from "next-intl";
import { countryOptions, zoneOptions } from "@/components/places/zones";
import { SectionCard } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { SettingsPage } from "@/server/features/practices/schema";
import { places } from "../places";
import { AboutForm } from "./about-form";
import { TwoFactorSetting } from "./two-factor-setting";

/** A practice as its owner runs it. */
export function SettingsView({ page }: { page: SettingsPage }) {
  const words = useTranslations("practice.settings");
  const locale = useLocale();
  const { practiceId } = page.viewer;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words("title")}
        text={<span className="measure block">{words("text")}</span>}
        actions={
          <LinkButton href={places.start(practiceId)} prefetch={false} variant="quiet">
            {words("startLink")}
          </LinkButton>
        }
      />
      <div className="grid gap-4.5">
        <SectionCard title={words("about.title")}>
          <AboutForm
            practiceId={practiceId}
            fields={page.fields}
            zones={zoneOptions(page.fields.timeZone)}
            countries={countryOptions(locale)}
          />
        </SectionCard>
        <SectionCard title={words("signIn.title")}>
          <TwoFactorSetting
            practiceId={practiceId}
            required={page.requiresTwoFactor}
            hasTwoFactor={page.hasTwoFactor}
          />
        </SectionCard>
        <Signed page={page} />
      </div>
    </div>
  );
}

function Signed({ page }: { page: SettingsPage }) {
  const words = useTranslations("practice.settings.agreement");
  const format = useFormatter();
  const { agreement, agreementDue, viewer } = page;
  const date = (at: Date) => format.dateTime(at, { dateStyle: "long", timeZone: viewer.timeZone });
  return (
    <SectionCard title={words("title")}>
      <p className="text-15">
        {agreement
          ? words("signed", {
              version: agreement.version,
              signatory: agreement.signatory,
              date: date(agreement.acceptedAt),
            })
          : words("none")}
      </p>
      {agreementDue && <p className="mt-1 text-15 text-attention-ink">{words("due", { version: agreementDue })}</p>}
      <LinkButton href={places.agreement(viewer.practiceId)} prefetch={false} variant="ghost" className="mt-3">
        {words(agreementDue ? "review" : "read")}
      </LinkButton>
    </SectionCard>
  );
}
