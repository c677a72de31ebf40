"use client";

import { useTranslations } from "next-intl";
import { FaultBanner } from "@/components/staff/fault-banner";
import { trpc } from "@/components/trpc/client";
import { SectionCard } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { InvitationActions } from "./invitation-actions";
import { type Clock, useInvitationWords } from "./invitation-words";
import { InviteStaff } from "./invite-staff";

/** Who is invited onto the team and has not come yet; for owners. */
export function StaffInvitations({ practiceId, clock }: { practiceId: string; clock: Clock }) {
  const words = useTranslations("invitations.staff");
  const line = useTranslations("invitations.line");
  const standing = useInvitationWords();
  const query = trpc.invitations.ofStaff.useQuery({ practiceId });
  const invitations = query.data?.invitations;
  return (
    <SectionCard
      title={words("title")}
      text={words("text")}
      action={<InviteStaff practiceId={practiceId} onInvited={() => query.refetch()} />}
    >
      <FaultBanner error={query.error} />
      {query.isPending && <Skeleton className="h-12" />}
      {invitations?.length === 0 && <p className="text-15 text-ink-soft">{words("empty")}</p>}
      <ul className="grid gap-4">
        {invitations?.map((one) => (
          <li key={one.invitationId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <div className="min-w-0">
              <p className="font-medium text-15">{standing(one.name, one, clock)}</p>
              <p className="break-words text-14 text-ink-soft">
                {one.roles.map((role) => words(`role.${role}`)).join(", ")} {one.email && `· ${one.email}`}
              </p>
              {one.returned && one.email && (
                <p className="break-words text-14 text-ink-soft">{line("returned", { email: one.email })}</p>
              )}
            </div>
            <InvitationActions practiceId={practiceId} invitation={one} onChanged={() => query.refetch()} />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
