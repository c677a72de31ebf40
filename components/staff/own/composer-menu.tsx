"use client";

import { Archive, ArchiveRestore, Copy, Download, Ellipsis, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/components/staff/confirm-dialog";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { Work } from "@/server/features/strategies/schema";
import { places } from "../places";
import { exportFile } from "./export-file";
import { useBegin } from "./use-begin";
import type { Drafting } from "./use-draft";
import { useOwnWords } from "./use-own-words";

type ComposerMenuProps = { work: Work; practiceId: string; drafting: Drafting };

/** What else can be done with an own strategy. */
export function ComposerMenu({ work, practiceId, drafting }: ComposerMenuProps) {
  const { words } = useOwnWords();
  const [removing, setRemoving] = useState(false);
  const { begin } = useBegin(practiceId);
  const archive = useArchive(work.strategyId, practiceId);
  const archived = work.state === "ARCHIVED";
  const duplicate = async () => {
    if (await drafting.flush()) begin(work.strategyId);
  };
  return (
    <>
      <Menu
        trigger={
          <Button variant="ghost" aria-label={words("menu.label")} className="px-3">
            <Ellipsis aria-hidden size={18} />
          </Button>
        }
      >
        <MenuItem icon={<Copy aria-hidden size={16} />} onSelect={() => void duplicate()}>
          {words("menu.duplicate")}
        </MenuItem>
        <MenuItem icon={<Download aria-hidden size={16} />} onSelect={() => exportFile(drafting.draft)}>
          {words("menu.export")}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          icon={archived ? <ArchiveRestore aria-hidden size={16} /> : <Archive aria-hidden size={16} />}
          onSelect={() => archive(!archived)}
        >
          {words(archived ? "menu.unarchive" : "menu.archive")}
        </MenuItem>
        {work.editions.length === 0 && (
          <MenuItem danger icon={<Trash2 aria-hidden size={16} />} onSelect={() => setRemoving(true)}>
            {words("menu.remove")}
          </MenuItem>
        )}
      </Menu>
      <RemoveDialog {...{ practiceId, strategyId: work.strategyId }} open={removing} onOpenChange={setRemoving} />
    </>
  );
}

/** Puts a strategy away or takes it back out, each with the way back. */
export function useArchive(strategyId: string, practiceId: string): (archived: boolean) => void {
  const { words } = useOwnWords();
  const router = useRouter();
  const toast = useToast();
  const mutation = trpc.strategies.archive.useMutation();
  const set = (archived: boolean, again = true) =>
    mutation.mutate(
      { practiceId, strategyId, archived },
      {
        onSuccess: () => {
          const text = words(archived ? "archive.done" : "archive.undone");
          toast(again ? { text, undo: () => set(!archived, false) } : { text });
          router.refresh();
        },
        onError: () => toast({ text: words("save.failed") }),
      },
    );
  return (archived) => set(archived);
}

type RemoveProps = { practiceId: string; strategyId: string; open: boolean; onOpenChange: (open: boolean) => void };

function RemoveDialog({ practiceId, strategyId, open, onOpenChange }: RemoveProps) {
  const { words } = useOwnWords();
  const router = useRouter();
  const toast = useToast();
  const remove = trpc.strategies.remove.useMutation({
    onSuccess: () => {
      toast({ text: words("remove.done") });
      router.push(places.library(practiceId));
      router.refresh();
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={words("remove.title")}
      description={words("remove.text")}
      confirm={words("remove.confirm")}
      pending={remove.isPending || remove.isSuccess}
      onConfirm={() => remove.mutate({ practiceId, strategyId })}
      error={remove.error}
    />
  );
}
