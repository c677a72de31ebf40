"use client";

import { useTranslations } from "next-intl";
import { BlockViews } from "@/blocks/block";
import { ReadingProvider } from "@/blocks/reading";
import { SectionCard } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { loadCards } from "@/content/decks/load";
import type { Reading } from "@/server/features/tools/schema";
import { places } from "../places";
import { ClearCard } from "./clear-card";
import { DeliverySwitch } from "./delivery-switch";

type ReadingProps = { page: Reading; practiceId: string; coupleId: string };

/** One homework's tools to read: what waits for the clinician first, then every block that somebody used. */
export function ReadingView({ page, practiceId, coupleId }: ReadingProps) {
  const words = useTranslations("staff.tools");
  const nameOf = (position: 1 | 2) => page.partners.find((one) => one.position === position)?.name ?? null;
  const waiting = page.entries.filter((entry) => entry.kind === "apology" && entry.readers === "THERAPIST");
  const used = page.blocks.filter((block) => page.entries.some((entry) => entry.block === block.id));
  return (
    <ReadingProvider value={{ names: { 1: nameOf(1), 2: nameOf(2) }, timeZone: page.timeZone, cards: loadCards }}>
      <PageHeader
        crumb={{ href: places.couple(practiceId, coupleId), label: words("crumb") }}
        title={page.title}
        text={<span className="measure block">{words("text")}</span>}
      />
      <div className="grid max-w-[46rem] gap-6">
        {waiting.map((entry) => (
          <ClearCard
            key={`${entry.entryId}.${entry.version}`}
            {...{ entry, practiceId, coupleId }}
            name={nameOf(entry.position) ?? ""}
            other={nameOf(entry.position === 1 ? 2 : 1) ?? ""}
          />
        ))}
        {used.length === 0 ? (
          <EmptyState title={words("empty.title")} text={words("empty.text")} />
        ) : (
          <BlockViews blocks={used} entries={page.entries} reader="therapist" />
        )}
        <SectionCard title={words("delivery.title")}>
          <DeliverySwitch on={page.partnerDelivery} practiceId={practiceId} coupleId={coupleId} />
        </SectionCard>
      </div>
    </ReadingProvider>
  );
}
