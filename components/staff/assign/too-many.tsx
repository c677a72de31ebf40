"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { AssignForm } from "@/server/features/homework/schema";

const enough = 2;

/** Says by name who would have more than two pieces of homework at once; which, their plate says. It warns, it does not forbid. */
export function TooMany({ page, personIds }: { page: AssignForm; personIds: readonly string[] }) {
  const words = useTranslations("staff.assign");
  const crowded = page.partners.flatMap(({ personId, name }) => {
    const running = page.active.find((one) => one.personId === personId)?.titles.length ?? 0;
    return personIds.includes(personId) && running >= enough ? [{ personId, name, count: running + 1 }] : [];
  });
  if (crowded.length === 0) return null;
  return (
    <Banner>
      <ul className="font-semibold">
        {crowded.map(({ personId, name, count }) => (
          <li key={personId}>{words("tooMany", { name, count })}</li>
        ))}
      </ul>
      <p className="text-14 text-ink-soft">{words("tooManyEnd")}</p>
    </Banner>
  );
}
