"use client";

import { useTranslations } from "next-intl";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";

/** Ends the session here and goes to the sign-in page, also when the answer got lost. */
export function SignOut() {
  const words = useTranslations("couple.me");
  const end = trpc.session.end.useMutation({
    networkMode: "always",
    onSettled: () => window.location.replace("/sign-in"),
  });
  return (
    <div className="mt-6 border-line border-t pt-5">
      <p className="mb-3 text-ink-soft">{words("signOutText")}</p>
      <Button variant="ghost" size="large" pending={end.isPending} onClick={() => end.mutate()}>
        {words("signOut")}
      </Button>
    </div>
  );
}
