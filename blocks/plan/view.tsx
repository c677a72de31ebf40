"use client";

import { useTranslations } from "next-intl";
import type { ViewProps } from "../block-tool";
import { EntryCard, NothingYet, useWhose } from "../parts/entry";
import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { afterwardsOf } from "./afterwards";
import { agreementTo, planOf } from "./agreement";
import { PlanCard } from "./plan-card";
import { IsIn } from "./plans";

/** Plans, who is in, and how it felt afterwards, to read only. */
export function PlanView({ definition, entries, reader }: ViewProps<BlockOf<"plan">>) {
  const words = useTranslations("blocks.plan");
  const text = useText();
  const whose = useWhose(reader);
  const plans = entries.filter((entry) => entry.kind === "plan" && planOf(entry));
  const said = entries.filter((entry) => entry.kind === "afterwards" && afterwardsOf(entry));
  return (
    <Frame title={text(definition.label)}>
      {plans.length + said.length === 0 && <NothingYet />}
      {plans.map((entry) => {
        const { entry: agreed, holds } = agreementTo(entries, entry);
        return (
          <PlanCard key={entry.entryId} definition={definition} entry={entry} reader={reader}>
            {agreed && holds && (
              <IsIn>{agreed.mine ? words("youIn") : words("partnerIn", { named: "yes", name: whose(agreed) })}</IsIn>
            )}
          </PlanCard>
        );
      })}
      {said.length > 0 && definition.afterwards && (
        <h3 className="font-semibold text-17">{text(definition.afterwards)}</h3>
      )}
      {said.map((entry) => (
        <EntryCard key={entry.entryId} entry={entry} reader={reader}>
          <p className="whitespace-pre-line break-words text-17">{afterwardsOf(entry)?.words}</p>
        </EntryCard>
      ))}
    </Frame>
  );
}
