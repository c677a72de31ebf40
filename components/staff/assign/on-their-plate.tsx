"use client";

import { useTranslations } from "next-intl";
import type { AssignForm } from "@/server/features/homework/schema";

/** How much each partner has already, and what. */
export function OnTheirPlate({ page }: { page: AssignForm }) {
  const words = useTranslations("assigning.plate");
  return (
    <section aria-label={words("title")} className="text-14 text-ink-soft">
      <h3 className="font-semibold text-15 text-ink">{words("title")}</h3>
      <ul>
        {page.partners.map(({ personId, name }) => {
          const titles = page.active.find((one) => one.personId === personId)?.titles ?? [];
          return (
            <li key={personId}>
              {words("count", { name, count: titles.length })}
              {titles.length > 0 && ` · ${titles.join(", ")}`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
