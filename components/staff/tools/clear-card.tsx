"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { FieldError } from "@/components/ui/field";
import type { StoredEntry } from "@/server/features/tools/schema";

type ClearProps = { entry: StoredEntry; practiceId: string; coupleId: string; name: string; other: string };

/** Words that wait for a clinician to have read them before their author may offer them; below them stands the text itself. */
export function ClearCard({ entry, practiceId, coupleId, name, other }: ClearProps) {
  const words = useTranslations("staff.tools.clear");
  const router = useRouter();
  const clear = trpc.tools.clear.useMutation({ onSuccess: () => router.refresh() });
  const { entryId, version } = entry;
  const cleared = entry.clearedAt !== null || clear.isSuccess;
  return (
    <SectionCard title={words("title")}>
      <p className="text-15" role="status">
        {cleared ? words("cleared", { name }) : words("text", { name, other })}
      </p>
      {!cleared && (
        <div className="mt-4 grid justify-items-start gap-2">
          <Button pending={clear.isPending} onClick={() => clear.mutate({ practiceId, coupleId, entryId, version })}>
            {words("button")}
          </Button>
          {clear.error && <FieldError>{words("failed")}</FieldError>}
        </div>
      )}
    </SectionCard>
  );
}
