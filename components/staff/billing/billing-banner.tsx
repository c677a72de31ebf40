"use client";

import { X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { rememberPutAway } from "@/components/ui/preference-cookie";
import type { BillingBanner as Shown } from "@/server/features/billing/schema";
import { ElsewhereThan } from "../licences/elsewhere-than";
import { places } from "../places";

type Present = NonNullable<Shown>;
type BannerProps = {
  practiceId: string;
  banner: Present;
  timeZone: string;
  /** What was put away in this browser. */
  putAway: string | undefined;
};

const nameOf = (practiceId: string, { kind, until }: Present) => `${practiceId}.${kind}.${until?.getTime() ?? ""}`;

/** Whether it stays however often it was seen: a payment, and what ends tomorrow. */
const stays = ({ kind, days }: Present) =>
  kind === "PAYMENT_GRACE" || kind === "PAYMENT_OVERDUE" || (days !== null && days <= 1);

/** What billing has to say above every page but its own: to owners with the way there, to others what waits. */
export function BillingBanner({ practiceId, banner, timeZone, putAway }: BannerProps) {
  const words = useTranslations("billing.banner");
  const name = nameOf(practiceId, banner);
  const [away, setAway] = useState(putAway === name && !stays(banner));
  const urgent = banner.kind === "PAYMENT_OVERDUE" || (banner.kind === "PAYMENT_GRACE" && banner.owner);
  const page = places.billing(practiceId);
  if (away) return null;
  const putIt = () => {
    rememberPutAway(name);
    setAway(true);
  };
  const action = (
    <span className="flex items-center gap-1">
      {banner.owner && (
        <LinkButton href={page} prefetch={false} variant="ghost" size="small">
          {words("open")}
        </LinkButton>
      )}
      {!stays(banner) && (
        <button type="button" aria-label={words("dismiss")} onClick={putIt} className={closeClass}>
          <X aria-hidden size={16} />
        </button>
      )}
    </span>
  );
  return (
    <ElsewhereThan path={page}>
      <Banner tone={urgent ? "attention" : "info"} action={action} className="mb-6">
        <Sentence banner={banner} timeZone={timeZone} />
      </Banner>
    </ElsewhereThan>
  );
}

function Sentence({ banner: { kind, days, until, owner }, timeZone }: { banner: Present; timeZone: string }) {
  const words = useTranslations("billing.banner");
  const format = useFormatter();
  if (kind === "TRIAL_ENDING" || kind === "ENDING" || kind === "BEHIND") return words(kind, { days: days ?? 0 });
  const date = until ? format.dateTime(until, { dateStyle: "long", timeZone }) : "";
  return words(`${kind}.${owner ? "owner" : "staff"}`, { days: days ?? 0, date });
}

const closeClass =
  "grid size-8 shrink-0 place-items-center rounded-full text-ink-soft hover:bg-surface/60 hover:text-ink";
