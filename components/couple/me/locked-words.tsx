"use client";

import { LockKeyhole } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { UnlockProvider, useUnlock } from "@/components/unlock/unlock-dialog";

/** One's own words rest behind a fresh proof; this asks for it in place. */
export function LockedWords() {
  return (
    <UnlockProvider>
      <Locked />
    </UnlockProvider>
  );
}

function Locked() {
  const words = useTranslations("couple.me");
  const unlock = useUnlock();
  return (
    <div className="mt-4 flex flex-wrap items-center gap-4 rounded-l bg-primary-wash px-5 py-4">
      <LockKeyhole aria-hidden size={20} className="shrink-0 text-primary" />
      <p className="min-w-48 grow basis-0">{words("lockedText")}</p>
      <Button variant="ghost" size="large" onClick={unlock}>
        {words("unlock")}
      </Button>
    </div>
  );
}
