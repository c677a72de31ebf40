import { useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/card";
import { PartnerMark } from "@/components/ui/partner";
import type { CouplePage } from "@/server/features/couples/schema";
import { sideOf } from "../people";
import { HelpBackIn } from "./help-back-in";

/** For a partner who lost every way to their own words but the mailbox: a code, handed over in the room. */
export function HelpBackSection({ page: { couple, viewer } }: { page: CouplePage }) {
  const words = useTranslations("staff.helpBack");
  const joined = couple.partners.filter((partner) => partner.joined);
  if (joined.length === 0) return null;
  return (
    <SectionCard title={words("title")} text={words("text")}>
      <ul className="divide-y divide-line">
        {joined.map(({ personId, name, position }) => (
          <li key={personId} className="flex items-center gap-3 py-2 first:pt-0 last:pb-0">
            <PartnerMark side={sideOf(position)} />
            <span className="grow font-semibold text-15">{name}</span>
            <HelpBackIn practiceId={viewer.practiceId} coupleId={couple.coupleId} personId={personId} name={name} />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
