"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { FaultBanner } from "../fault-banner";
import { places } from "../places";

/** Begins an own program, empty or as a copy, and opens it. Pressed twice it begins one. */
export function MakeProgram({ practiceId, from }: { practiceId: string; from: string | null }) {
  const words = useTranslations("programs");
  const router = useRouter();
  const [programId] = useState(() => uuidv4());
  const create = trpc.programs.create.useMutation({
    onSuccess: () => router.push(places.ownProgram(practiceId, programId)),
  });
  return (
    <>
      <Button
        variant={from === null ? "quiet" : "ghost"}
        pending={create.isPending || create.isSuccess}
        onClick={() => create.mutate({ practiceId, programId, from })}
      >
        {words(from === null ? "make" : "copy")}
      </Button>
      <FaultBanner error={create.error} />
    </>
  );
}
