"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { useToast } from "@/components/ui/toast";
import type { BillingPage } from "@/server/features/billing/schema";
import { FaultBanner } from "../fault-banner";
import { namesOf } from "../people";

type SoloProps = { practiceId: string; solo: NonNullable<BillingPage["solo"]> };

/** Which couples Solo goes on with: the owner ticks them, with a way back. */
export function SoloCouples({ practiceId, solo }: SoloProps) {
  const words = useTranslations("billing.solo");
  const { limit, couples } = solo;
  if (couples.length <= limit)
    return (
      <SectionCard title={words("title")}>
        <p className="text-15 text-ink-soft">{words("all", { count: couples.length, limit })}</p>
      </SectionCard>
    );
  return (
    <SectionCard id="solo" title={words("title")} text={words("text", { limit })}>
      <Choose practiceId={practiceId} solo={solo} />
    </SectionCard>
  );
}

function Choose({ practiceId, solo: { limit, chosen: wasChosen, couples } }: SoloProps) {
  const words = useTranslations("billing.solo");
  const format = useFormatter();
  const before = couples.filter((one) => one.goesOn).map((one) => one.coupleId);
  const [chosen, setChosen] = useState<readonly string[]>(before);
  const save = useSave(practiceId, wasChosen ? before : [], () => setChosen(before));
  const full = chosen.length >= limit;
  const changed = chosen.length !== before.length || chosen.some((id) => !before.includes(id)) || !wasChosen;
  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  return (
    <div className="grid gap-4">
      <ChoiceGroup legend={words("legend")} hint={wasChosen ? undefined : words("recent")}>
        {couples.map(({ coupleId, partners }) => (
          <Checkbox
            key={coupleId}
            label={format.list(Object.values(namesOf(partners)).filter(Boolean))}
            checked={chosen.includes(coupleId)}
            disabled={full && !chosen.includes(coupleId)}
            onChange={() => toggle(coupleId)}
          />
        ))}
      </ChoiceGroup>
      <p aria-live="polite" className="figures text-14 text-ink-soft">
        {words("progress", { count: chosen.length, limit })} {full && words("full")}
      </p>
      <FaultBanner error={save.error} />
      <div>
        <Button
          variant={changed ? "primary" : "ghost"}
          disabled={chosen.length === 0}
          pending={save.isPending}
          onClick={() => save.mutate({ practiceId, coupleIds: [...chosen] })}
        >
          {words("save")}
        </Button>
      </div>
    </div>
  );
}

function useSave(practiceId: string, before: string[], onBack: () => void) {
  const words = useTranslations("billing.solo");
  const router = useRouter();
  const toast = useToast();
  const back = trpc.billing.chooseCouples.useMutation({
    onSettled: () => {
      onBack();
      router.refresh();
    },
  });
  return trpc.billing.chooseCouples.useMutation({
    onSuccess: () => {
      toast({ text: words("saved"), undo: () => back.mutate({ practiceId, coupleIds: before }) });
      router.refresh();
    },
  });
}
