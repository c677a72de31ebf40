import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { places } from "../places";
import { MoreMenu } from "./more-menu";

/**
 * What stands around a couple's work: when they meet, who may read it, what to open alone, who opened it, and to whom it was disclosed. Side by
 * side where there is room, and behind one button where there is not.
 */
export function CoupleLinks({ practiceId, coupleId }: { practiceId: string; coupleId: string }) {
  const words = useTranslations();
  const links = [
    { href: places.appointments(practiceId, coupleId), label: words("appointments.link") },
    { href: places.access(practiceId, coupleId), label: words("people.access.link") },
    { href: places.alone(practiceId, coupleId), label: words("alone.link") },
    { href: places.coupleReminders(practiceId, coupleId), label: words("reminders.link") },
    { href: places.coupleLog(practiceId, coupleId), label: words("log.link") },
    { href: places.disclosures(practiceId, coupleId), label: words("disclosures.link") },
  ];
  return (
    <>
      <div className="-ml-3.5 hidden flex-wrap gap-x-1 gap-y-2 lg:flex">
        {links.map(({ href, label }) => (
          <LinkButton key={href} href={href} prefetch={false} variant="quiet" size="small">
            {label}
          </LinkButton>
        ))}
      </div>
      <div className="lg:hidden">
        <MoreMenu links={links} />
      </div>
    </>
  );
}
