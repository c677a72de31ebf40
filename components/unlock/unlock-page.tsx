"use client";

import { useTranslations } from "next-intl";
import { useArrive } from "@/components/auth/use-arrive";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { UnlockWays } from "@/server/features/sessions/schema";
import { UnlockPanel } from "./unlock-panel";

/** The whole of the page: the ways that are open, and the way out for whoever it is not. */
export function UnlockPage({ ways, next }: { ways: UnlockWays; next: string }) {
  const words = useTranslations("account.unlock");
  const arrive = useArrive(next);
  const end = trpc.session.end.useMutation({
    onSettled: () => window.location.replace(`/sign-in?next=${encodeURIComponent(next)}`),
  });
  return (
    <>
      <Card className="p-5 sm:p-7">
        <UnlockPanel ways={ways} onUnlocked={() => arrive()} />
      </Card>
      <Button variant="quiet" size="large" pending={end.isPending} onClick={() => end.mutate()}>
        {words("notYou")}
      </Button>
    </>
  );
}
