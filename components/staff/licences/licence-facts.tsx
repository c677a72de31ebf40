"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { daysApart } from "@/components/staff/dates";
import { Chip, type ChipTone } from "@/components/ui/chip";
import type { LicenceCard, LicenceStatus } from "@/server/features/licences/schema";
import { statusOn, useFullDate, usePlaceName } from "./words";

const tones: Record<LicenceStatus, ChipTone> = {
  SUBMITTED: "warm",
  VERIFIED: "primary",
  REJECTED: "attention",
  EXPIRED: "quiet",
  SUSPENDED: "attention",
};

/** A licence's state in words. */
export function StatusChip({ licence, today }: { licence: LicenceCard; today: string }) {
  const words = useTranslations("licences.status");
  const status = statusOn(licence, today);
  return <Chip tone={tones[status]}>{words(status)}</Chip>;
}

/** What a licence is called: its kind and where it was given. */
export function useLicenceName(): (licence: Pick<LicenceCard, "kind" | "jurisdiction">) => string {
  const words = useTranslations("licences.kind");
  const placeName = usePlaceName();
  return ({ kind, jurisdiction }) => `${words(kind)}, ${placeName(jurisdiction)}`;
}

const soonDays = 60;

/** Number, last day, NPI and what was found, as label and value. */
export function LicenceFacts({ licence, today }: { licence: LicenceCard; today: string }) {
  const words = useTranslations("licences.card");
  const fullDate = useFullDate();
  const left = daysApart(today, licence.expiresOn);
  const soon = licence.status === "VERIFIED" && left >= 0 && left <= soonDays;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3 text-14">
      <Fact name={words("number")}>
        <span className="figures">{licence.number}</span>
      </Fact>
      <Fact name={words("until")}>
        {fullDate(licence.expiresOn)}
        {soon && <span className="ml-2 font-semibold text-attention-ink">{words("endsIn", { days: left })}</span>}
      </Fact>
      {licence.npi && (
        <Fact name={words("npi")}>
          <span className="figures">{licence.npi}</span>
        </Fact>
      )}
      {licence.boardReference && licence.status !== "SUBMITTED" && (
        <Fact name={words("reference")}>
          <span className="break-words">{licence.boardReference}</span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-13 text-ink-faint">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
