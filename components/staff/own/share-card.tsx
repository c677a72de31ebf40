"use client";

import { useState } from "react";
import { trpc } from "@/components/trpc/client";
import { SectionCard } from "@/components/ui/card";
import { Switch } from "@/components/ui/switch";
import { useToast } from "@/components/ui/toast";
import type { Work } from "@/server/features/strategies/schema";
import { FaultBanner } from "../fault-banner";
import { useOwnWords } from "./use-own-words";

/** Whether colleagues may read and assign what is published; in force at once. */
export function ShareCard({ work, practiceId }: { work: Work; practiceId: string }) {
  const { words } = useOwnWords();
  const toast = useToast();
  const [shared, setShared] = useState(work.shared);
  const share = trpc.strategies.share.useMutation({
    onSuccess: (_, sent) => toast({ text: words(sent.shared ? "share.on" : "share.off") }),
    onError: (_, sent) => setShared(!sent.shared),
  });
  return (
    <SectionCard title={words("share.title")}>
      <FaultBanner error={share.error} />
      <Switch
        label={words("share.label")}
        hint={words("share.hint")}
        checked={shared}
        onChange={(event) => {
          setShared(event.target.checked);
          share.mutate({ practiceId, strategyId: work.strategyId, shared: event.target.checked });
        }}
      />
    </SectionCard>
  );
}
