import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import type { StaffPerson } from "@/server/features/staff/schema";
import { useFullDay } from "../moment";

/** Who worked here once, folded away. */
export function FormerPeople({ people }: { people: readonly StaffPerson[] }) {
  const words = useTranslations("people");
  const day = useFullDay();
  return (
    <details className="group mt-5">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-1.5 font-semibold text-15 text-ink-soft hover:text-ink">
        <ChevronRight aria-hidden size={16} className="transition-transform group-open:rotate-90" />
        {words("former", { count: people.length })}
      </summary>
      <ul className="mt-1 divide-y divide-line rounded-l border border-line bg-surface">
        {people.map(({ personId, name, since, until }) => (
          <li key={personId} className="flex items-center gap-3 px-4 py-3 @4xl:px-5">
            <Avatar name={name} />
            <span className="grow font-medium text-15">{name}</span>
            <span className="text-13 text-ink-soft">
              {until ? words("fromTo", { from: day(since), until: day(until) }) : words("noRole")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
