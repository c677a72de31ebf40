"use client";

import { ChevronDown } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FaultBanner } from "@/components/staff/fault-banner";
import { trpc } from "@/components/trpc/client";
import { SectionCard } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { usStates } from "@/content/us-states";
import type { Contacts } from "@/server/features/joining/schema";
import type { Partner } from "@/server/features/people/schema";
import type { Clock } from "./invitation-words";

type Contact = Contacts["partners"][number];
type SafeContactsProps = { practiceId: string; coupleId: string; partners: Partner[]; clock: Clock };

/** How each partner wants to be reached: folded, read only when it is opened, and the reading is recorded. */
export function SafeContacts({ practiceId, coupleId, partners, clock }: SafeContactsProps) {
  const words = useTranslations("invitations.contacts");
  const [asked, setAsked] = useState(false);
  const query = trpc.joining.contacts.useQuery({ practiceId, coupleId }, { enabled: asked });
  return (
    <SectionCard title={words("section")} text={words("text")}>
      {partners.map(({ personId, name }) => (
        <details
          key={personId}
          onToggle={() => setAsked(true)}
          className="group border-line border-t first-of-type:border-t-0"
        >
          <summary className="flex min-h-11 list-none items-center justify-between gap-4 py-2 font-medium text-15 hover:text-primary">
            {words("title", { name })}
            <ChevronDown
              aria-hidden
              size={18}
              className="shrink-0 text-ink-soft transition-transform group-open:rotate-180"
            />
          </summary>
          <div className="pb-4">
            <FaultBanner error={query.error} />
            {query.isLoading && <Skeleton className="h-10" />}
            {query.data && (
              <OneContact contact={query.data.partners.find((one) => one.personId === personId)} clock={clock} />
            )}
          </div>
        </details>
      ))}
    </SectionCard>
  );
}

function OneContact({ contact, clock }: { contact: Contact | undefined; clock: Clock }) {
  const words = useTranslations("invitations.contacts");
  const format = useFormatter();
  const locale = useLocale();
  if (!contact?.updatedAt)
    return <p className="text-15 text-ink-soft">{words("notJoined", { name: contact?.name ?? "" })}</p>;
  const { name, pronouns, country, region, safeContact, updatedAt } = contact;
  const land = country && (new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? country);
  const place = [region && (usStates[region] ?? region), land].filter(Boolean).join(", ");
  return (
    <div className="grid gap-1 text-15">
      {safeContact ? (
        <p className="whitespace-pre-wrap break-words">{safeContact}</p>
      ) : (
        <p className="text-ink-soft">{words("none", { name })}</p>
      )}
      {pronouns && <p className="text-ink-soft">{words("pronouns", { pronouns })}</p>}
      {place && <p className="text-ink-soft">{words("place", { place })}</p>}
      <p className="text-14 text-ink-faint">
        {words("updated", { date: format.dateTime(updatedAt, { dateStyle: "medium", timeZone: clock.timeZone }) })}
      </p>
    </div>
  );
}
