"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SecondFactorStep } from "@/components/auth/second-factor-step";
import { type Proof, useProof } from "@/components/auth/use-proof";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import type { UnlockWays } from "@/server/features/sessions/schema";
import { WayForm } from "./way-forms";
import { openWays, type Way } from "./ways";

type UnlockPanelProps = {
  ways: UnlockWays;
  /** The only ways that count here; all of them when left out. */
  only?: readonly Way[];
  /** Called when there is a session that has just proven more than the mailbox. */
  onUnlocked: () => Promise<void> | void;
};

/** Proving more than the mailbox, by one of the ways that are open; the others one tap away. Needs `auth` and `account`. */
export function UnlockPanel({ ways: first, only, onUnlocked }: UnlockPanelProps) {
  const proof = useProof(onUnlocked);
  const known = trpc.session.unlockWays.useQuery(undefined, {
    initialData: first,
    // Waiting for a code from one's therapist: it is there as soon as it was given.
    refetchInterval: ({ state }) => (state.data && openWays(state.data, only).length === 0 ? 5_000 : false),
  });
  const open = openWays(known.data, only);
  const [chosen, setChosen] = useState<Way | null>(null);
  const way = chosen && open.includes(chosen) ? chosen : open[0];
  if (proof.challenge) return <SecondFactorStep proof={proof} challenge={proof.challenge} />;
  if (!way) return <NoWay />;
  const refused = (by: Way) => by === "pin" && void known.refetch(); // the fifth wrong PIN is the last
  return (
    <div className="grid gap-6">
      <WayForm key={way} way={way} app={known.data.app} proof={proof} onRefused={() => refused(way)} />
      <OtherWays
        open={open.filter((one) => one !== way)}
        app={known.data.app}
        proof={proof}
        onChoose={(other) => {
          proof.startOver();
          setChosen(other);
        }}
      />
      {!only && known.data.live && !open.includes("recovery") && <LostWays />}
    </div>
  );
}

type OtherWaysProps = { open: Way[]; app: boolean; proof: Proof; onChoose: (way: Way) => void };

function OtherWays({ open, app, proof, onChoose }: OtherWaysProps) {
  const words = useTranslations("account.unlock");
  if (open.length === 0) return null;
  return (
    <div className="grid gap-2 border-line border-t pt-4">
      <p className="text-16 text-ink-soft">{words("otherWay")}</p>
      {open.map((way) => (
        <Button key={way} variant="ghost" size="large" wide disabled={proof.pending} onClick={() => onChoose(way)}>
          {words(way === "code" && !app ? "way.codeOnly" : `way.${way}`)}
        </Button>
      ))}
    </div>
  );
}

function LostWays() {
  const words = useTranslations("account.unlock");
  return (
    <details className="text-16 text-ink-soft">
      <summary className="link min-h-8 cursor-pointer">{words("lost")}</summary>
      <p className="mt-2">{words("lostText")}</p>
    </details>
  );
}

function NoWay() {
  const words = useTranslations("account.unlock");
  return (
    <div role="status" className="grid gap-2 text-16">
      <h2 className="font-semibold text-20">{words("none")}</h2>
      <p className="text-ink-soft">{words("noneText")}</p>
      <p className="text-ink-soft">{words("noneStaff")}</p>
    </div>
  );
}
