"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { places } from "../places";

/** From where on Stripe's side somebody came back. */
export type ReturnedFrom = "done" | "left" | "portal";
type Notice = "asking" | "done" | "later" | "left";

/** Coming back from Stripe: what is true is asked for at once, said calmly, and the address forgets how one came. */
export function Returned({ practiceId, from }: { practiceId: string; from: ReturnedFrom | null }) {
  const words = useTranslations("billing.back");
  const router = useRouter();
  const asked = useRef(false);
  const [notice, setNotice] = useState<Notice | null>(
    from === "portal" ? null : from && (from === "left" ? from : "asking"),
  );
  // It is said to have worked when the page below says so too.
  const [refreshing, refresh] = useTransition();
  const { mutate } = trpc.billing.returned.useMutation({
    onSettled: (answer) => {
      if (from === "done") setNotice(answer?.synced ? "done" : "later");
      refresh(() => {
        router.replace(places.billing(practiceId));
        router.refresh();
      });
    },
  });
  useEffect(() => {
    if (!from || asked.current) return;
    asked.current = true;
    if (from === "left") router.replace(places.billing(practiceId));
    else mutate({ practiceId });
  }, [from, mutate, practiceId, router]);
  if (!notice) return null;
  if (notice === "asking" || refreshing)
    return (
      <Banner live className="mb-4.5">
        {words("asking")}
      </Banner>
    );
  return (
    <Banner live tone={notice === "done" ? "positive" : "info"} title={words(notice)} className="mb-4.5">
      {words(`${notice}Text`)}
    </Banner>
  );
}
