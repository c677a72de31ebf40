import { CalendarDays, Clock3, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { HomeworkCard } from "@/server/features/homework/schema";
import type { PartnerViewer } from "@/server/features/people/schema";
import { useUntil } from "./civil";

/** How long, with whom and until when, in one quiet line. */
export function HomeworkFacts({ card, viewer }: { card: HomeworkCard; viewer: PartnerViewer }) {
  const words = useTranslations("couple.homework");
  const until = useUntil();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-16 text-ink-soft">
      <li className="flex items-center gap-1.5">
        <Clock3 aria-hidden size={16} strokeWidth={1.9} />
        <span aria-hidden>{words("minutes", { count: card.minutes })}</span>
        <span className="sr-only">{words("minutesSpoken", { count: card.minutes })}</span>
      </li>
      <li className="flex items-center gap-1.5">
        <Users aria-hidden size={16} strokeWidth={1.9} />
        {withWhom(words, card.mode, viewer.partnerName)}
      </li>
      <li className="flex items-center gap-1.5">
        <CalendarDays aria-hidden size={16} strokeWidth={1.9} />
        {until(card.dueOn, viewer.today)}
      </li>
    </ul>
  );
}

function withWhom(
  words: ReturnType<typeof useTranslations<"couple.homework">>,
  mode: HomeworkCard["mode"],
  name: string | null,
): string {
  if (mode === "JUST_YOU") return words("justYou");
  if (mode === "EACH") return words("each");
  return name ? words("with", { name }) : words("together");
}
