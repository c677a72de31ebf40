import Link from "next/link";
import { useTranslations } from "next-intl";
import { AreaIcon } from "@/components/ui/area-icon";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { LinkButton } from "@/components/ui/link-button";
import type { HomeworkCard } from "@/server/features/homework/schema";
import type { PartnerViewer } from "@/server/features/people/schema";
import { HomeworkFacts } from "./homework-facts";

/** The one thing of today: what it is, one action, and the tiny version beside it. */
export function HomeworkHero({ card, viewer }: { card: HomeworkCard; viewer: PartnerViewer }) {
  const words = useTranslations("couple.today");
  const area = useTranslations("common.area");
  const href = `/couple/${viewer.coupleId}/homework/${card.occurrenceId}`;
  return (
    <Card lift className="p-5 sm:p-7">
      <Chip area={card.area} icon={<AreaIcon area={card.area} />}>
        {area(card.area)}
      </Chip>
      <h2 className="display mt-3 text-24 sm:text-32">{card.title}</h2>
      <p className="mt-1 text-17 text-ink-soft">{card.summary}</p>
      <div className="mt-4">
        <HomeworkFacts card={card} viewer={viewer} />
      </div>
      <div className="mt-5 -mb-2 grid gap-1.5">
        <LinkButton href={href} prefetch={false} size="large" wide>
          {words(card.mode === "TOGETHER" && viewer.partnerName ? "beginTogether" : "begin")}
          <span className="sr-only">: {card.title}</span>
        </LinkButton>
        <Link href={`${href}?version=tiny`} prefetch={false} className={tinyClass}>
          {words("tiny")}
          <span className="sr-only"> {words("tinyFor", { title: card.title })}</span>
        </Link>
      </div>
    </Card>
  );
}

const tinyClass =
  "grid min-h-12 place-items-center text-balance rounded-full px-1 py-2 text-center font-semibold text-16 text-primary transition-colors hover:bg-primary-wash";
