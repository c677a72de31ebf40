"use client";

import { useTranslations } from "next-intl";
import { useFault } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";

/** One more mail; the one before stays good until its time is over. */
export function SendAgain({ kind, email }: { kind: "SIGN_IN" | "RESET"; email: string }) {
  const words = useTranslations("auth.letter");
  const faultOf = useFault();
  const request = trpc.session.requestLetter.useMutation();
  const said = request.isSuccess ? words("sentAgain") : request.error && faultOf(request.error).text;
  return (
    <>
      <Button variant="quiet" pending={request.isPending} onClick={() => request.mutate({ kind, email })}>
        {words("again")}
      </Button>
      <p role="status" className="w-full text-center text-14 text-ink-soft empty:hidden">
        {said}
      </p>
    </>
  );
}
