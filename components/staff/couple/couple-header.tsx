import { LockKeyhole } from "lucide-react";
import { useTranslations } from "next-intl";
import { CoupleInvitations } from "@/components/invitations/couple-invitations";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { CoupleName } from "@/components/ui/partner";
import type { CouplePage } from "@/server/features/couples/schema";
import { useComing } from "../moment";
import { namesOf } from "../people";
import { places } from "../places";
import { ShortcutLink } from "../shortcut-link";
import { CoupleLinks } from "./couple-links";

/** Who they are, how far along, when they meet next; and the one main action. */
export function CoupleHeader({ page }: { page: CouplePage }) {
  const words = useTranslations("staff");
  const coming = useComing();
  const { couple, viewer } = page;
  const { one, two } = namesOf(couple.partners);
  const next = couple.nextAppointment
    ? words("couple.next", { when: coming(couple.nextAppointment, viewer, "long") })
    : words("couple.noNext");
  return (
    <>
      <PageHeader
        crumb={{ href: places.caseload(viewer.practiceId), label: words("caseload.title") }}
        title={two ? <CoupleName one={one} two={two} and={words("and")} sign={words("sign")} /> : one}
        text={`${words("couple.week", { week: couple.week })} · ${next}`}
        actions={
          <>
            <CoupleLinks practiceId={viewer.practiceId} coupleId={couple.coupleId} />
            {couple.state === "ACTIVE" && (
              <ShortcutLink href={places.assign(viewer.practiceId, couple.coupleId)} shortcut="a">
                {words("couple.assign")}
              </ShortcutLink>
            )}
          </>
        }
      />
      {page.toOpenAlone && <OpenAlone href={places.alone(viewer.practiceId, couple.coupleId)} />}
      <CoupleState couple={couple} practiceId={viewer.practiceId} />
    </>
  );
}

/** A mark that says neither what it is nor whose, so that it may be read over a shoulder. */
function OpenAlone({ href }: { href: string }) {
  const words = useTranslations("alone.mark");
  const action = (
    <LinkButton href={href} prefetch={false} variant="ghost" size="small">
      {words("open")}
    </LinkButton>
  );
  return (
    <Banner className="mb-5" icon={<LockKeyhole size={18} />} action={action}>
      {words("text")}
    </Banner>
  );
}

function CoupleState({ couple, practiceId }: Pick<CouplePage, "couple"> & { practiceId: string }) {
  const words = useTranslations("staff.couple");
  if (couple.state === "PAUSED") return <Banner className="mb-5">{words("paused")}</Banner>;
  if (couple.state === "ENDED") return <Banner className="mb-5">{words("ended")}</Banner>;
  if (couple.partners.length === 2 && couple.partners.every((partner) => partner.joined)) return null;
  return (
    <div className="mb-5 rounded-[14px] bg-primary-wash px-4 py-3">
      <CoupleInvitations practiceId={practiceId} coupleId={couple.coupleId} waitingOnly />
      {couple.partners.some((partner) => !partner.joined) && (
        <p className="mt-1 text-14 text-ink-soft">{words("notJoined")}</p>
      )}
    </div>
  );
}
