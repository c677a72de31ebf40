"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Switch } from "@/components/ui/switch";
import { useToast } from "@/components/ui/toast";
import type { OwnProgramPage } from "@/server/features/programs/schema";
import { FaultBanner } from "../fault-banner";

/** Who may use a program, and whether it is put away. */
export function ProgramState({ page }: { page: OwnProgramPage }) {
  const words = useTranslations("programs.editor");
  const router = useRouter();
  const toast = useToast();
  const ids = { practiceId: page.viewer.practiceId, programId: page.programId };
  const told = (text: string) => {
    toast({ text });
    router.refresh();
  };
  const share = trpc.programs.share.useMutation({
    onSuccess: (_, { shared }) => told(words(shared ? "sharedToast" : "unsharedToast")),
  });
  const archive = trpc.programs.archive.useMutation({
    onSuccess: (_, { archived }) => told(words(archived ? "archivedToast" : "unarchivedToast")),
  });
  const held = new Set(page.content.weeks.flatMap((week) => week.strategies));
  const ownInside = page.strategies.some((one) => one.own && held.has(one.key));
  return (
    <Card className="grid gap-4 p-5">
      <FaultBanner error={share.error ?? archive.error} />
      <Switch
        label={words("share")}
        hint={words("shareHint")}
        checked={share.isPending ? share.variables.shared : page.shared}
        onChange={(event) => share.mutate({ ...ids, shared: event.target.checked })}
      />
      {page.shared && ownInside && <p className="text-14 text-ink-soft">{words("strategyKept")}</p>}
      <Button
        variant="quiet"
        size="small"
        className="justify-self-start"
        pending={archive.isPending}
        onClick={() => archive.mutate({ ...ids, archived: !page.archived })}
      >
        {words(page.archived ? "unarchive" : "archive")}
      </Button>
    </Card>
  );
}
