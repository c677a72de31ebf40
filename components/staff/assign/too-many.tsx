"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { AssignForm } from "@/server/features/homework/schema";

const enough = 2;

/** Says by name who would have more than two pieces of homework at once, and which. It warns, it does not forbid. */
export function TooMany({ page, personIds, title }: { page: AssignForm; personIds: readonly string[]; title: string }) {
  const words = useTranslations("staff.assign");
  const crowded = personIds.flatMap((personId) => {
    const name = page.partners.find((partner) => partner.personId === personId)?.name;
    const titles = [...(page.active.find((one) => one.personId === personId)?.titles ?? []), title];
    return name && titles.length > enough ? [{ name, titles }] : [];
  });
  if (crowded.length === 0) return null;
  return (
    <Banner>
      <ul>
        {crowded.map(({ name, titles }) => (
          <li key={name}>
            <b className="font-semibold">{words("tooMany", { name, count: titles.length })}</b> {titles.join(", ")}.
          </li>
        ))}
      </ul>
      <p className="text-14 text-ink-soft">{words("tooManyEnd")}</p>
    </Banner>
  );
}
