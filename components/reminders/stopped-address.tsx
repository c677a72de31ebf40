"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { RemindersPage } from "@/server/features/reminders/schema";

type StoppedProps = { coupleId: string; cause: NonNullable<RemindersPage["stopped"]> };

/** Says that an address gets nothing any more, and lets its owner try it again. */
export function StoppedAddress({ coupleId, cause }: StoppedProps) {
  const words = useTranslations("reminders.stopped");
  const router = useRouter();
  const lift = trpc.reminders.lift.useMutation({ networkMode: "always", onSuccess: () => router.refresh() });
  return (
    <Banner
      tone="attention"
      title={words("title")}
      className="mb-6"
      action={
        <Button variant="ghost" size="large" pending={lift.isPending} onClick={() => lift.mutate({ coupleId })}>
          {words("again")}
        </Button>
      }
    >
      {words(cause)}
    </Banner>
  );
}
