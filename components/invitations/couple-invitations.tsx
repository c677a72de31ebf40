"use client";

import { useTranslations } from "next-intl";
import { FaultBanner } from "@/components/staff/fault-banner";
import { trpc } from "@/components/trpc/client";
import { Skeleton } from "@/components/ui/skeleton";
import type { CoupleInvitations as Shape } from "@/server/features/invitations/schema";
import { AddPartner } from "./add-partner";
import { InvitationActions } from "./invitation-actions";
import { useInvitationWords } from "./invitation-words";

type CoupleInvitationsProps = {
  practiceId: string;
  coupleId: string;
  /** What is known already; asked for otherwise. */
  first?: Shape;
  /** Only those who have not joined, where the page names the others anyway. */
  waitingOnly?: boolean;
};

/** Where each partner stands, in words, and what can be done about it. Staff see it; partners never do. */
export function CoupleInvitations({ practiceId, coupleId, first, waitingOnly }: CoupleInvitationsProps) {
  const words = useTranslations("invitations.line");
  const line = useInvitationWords();
  const query = trpc.invitations.ofCouple.useQuery({ practiceId, coupleId }, { initialData: first, staleTime: 5_000 });
  if (query.error) return <FaultBanner error={query.error} />;
  if (!query.data) return <Skeleton className="h-16" />;
  const partners = query.data.partners.filter((one) => !(waitingOnly && one.joined));
  return (
    <ul className="grid gap-4">
      {partners.map((partner) => (
        <li key={partner.personId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            <p className="font-medium text-15">
              {partner.joined
                ? words("joined", { name: partner.name })
                : line(partner.name, partner.invitation, query.data.clock)}
            </p>
            {partner.invitation?.state === "open" && partner.invitation.email && (
              <p className="break-words text-14 text-ink-soft">
                {words(partner.invitation.returned ? "returned" : "address", { email: partner.invitation.email })}
              </p>
            )}
          </div>
          {partner.invitation && (
            <InvitationActions
              practiceId={practiceId}
              invitation={partner.invitation}
              onChanged={() => query.refetch()}
            />
          )}
        </li>
      ))}
      {query.data.partners.length === 1 && (
        <li>
          <AddPartner practiceId={practiceId} coupleId={coupleId} onAdded={() => query.refetch()} />
        </li>
      )}
    </ul>
  );
}
