"use client";

import { useTranslations } from "next-intl";
import { places } from "@/components/staff/places";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { CoupleInvitations as Shape } from "@/server/features/invitations/schema";
import type { StaffViewer } from "@/server/features/people/schema";
import { CoupleInvitations } from "./couple-invitations";

type InvitedProps = {
  invited: Shape;
  viewer: StaffViewer;
  /** Mine, when I am a therapist: then the couple's page is open to me. */
  ownId: string | null;
  onAnother: () => void;
};

/** A couple was enrolled: where each stands, with the codes for those in the room. */
export function Invited({ invited, viewer, ownId, onAnother }: InvitedProps) {
  const words = useTranslations("invitations.new");
  const { practiceId } = viewer;
  return (
    <SectionCard title={words("doneTitle")} text={words("doneText")} className="max-w-3xl">
      <CoupleInvitations practiceId={practiceId} coupleId={invited.coupleId} first={invited} />
      <div className="mt-5 flex flex-wrap gap-3">
        {ownId ? (
          <LinkButton href={places.couple(practiceId, invited.coupleId)} prefetch={false}>
            {words("toCouple")}
          </LinkButton>
        ) : (
          <LinkButton href={places.couples(practiceId)} prefetch={false}>
            {words("toCouples")}
          </LinkButton>
        )}
        <Button variant="ghost" onClick={onAnother}>
          {words("another")}
        </Button>
      </div>
    </SectionCard>
  );
}
