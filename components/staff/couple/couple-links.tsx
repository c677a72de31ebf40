import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { places } from "../places";

/** What stands around a couple's work: who may read it, who opened it, and to whom it was disclosed. */
export function CoupleLinks({ practiceId, coupleId }: { practiceId: string; coupleId: string }) {
  const words = useTranslations();
  const links = [
    { href: places.appointments(practiceId, coupleId), label: words("appointments.link") },
    { href: places.access(practiceId, coupleId), label: words("people.access.link") },
    { href: places.coupleReminders(practiceId, coupleId), label: words("reminders.link") },
    { href: places.coupleLog(practiceId, coupleId), label: words("log.link") },
    { href: places.disclosures(practiceId, coupleId), label: words("disclosures.link") },
  ];
  return links.map(({ href, label }) => (
    <LinkButton key={href} href={href} prefetch={false} variant="quiet" size="small">
      {label}
    </LinkButton>
  ));
}
