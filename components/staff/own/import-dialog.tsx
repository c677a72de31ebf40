"use client";

import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import type { Fault } from "@/content/own/faults";
import { largestFile, readStrategyFile } from "@/content/own/file";
import { FaultBanner } from "../fault-banner";
import { places } from "../places";
import { FaultList } from "./fault-list";
import { useOwnWords } from "./use-own-words";

/** Takes in a file of another practice or an earlier export. What is wrong with it is said by place; nothing of it is run. */
export function ImportDialog({ practiceId }: { practiceId: string }) {
  const { words } = useOwnWords();
  const common = useTranslations("common");
  const [open, setOpen] = useState(false);
  const { text, setText, choose, problem, faults, read, pending, error } = useImport(practiceId);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="large"
      title={words("import.title")}
      description={words("import.text")}
      trigger={
        <Button variant="ghost">
          <Upload aria-hidden size={16} />
          {words("library.import")}
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button pending={pending} onClick={read}>
            {words("import.do")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <FaultBanner error={error} />
        <Field label={words("import.file")} hint={words("import.fileHint")}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".json,application/json"
              onChange={(event) => void choose(event.target.files?.[0])}
              className="block w-full text-15 file:mr-4 file:min-h-10 file:cursor-pointer file:rounded-full file:border-0 file:bg-primary-wash file:px-4 file:font-semibold file:text-14 file:text-primary"
            />
          )}
        </Field>
        <Field label={words("import.paste")}>
          {(control) => (
            <Textarea
              {...control}
              value={text}
              rows={6}
              spellCheck={false}
              autoComplete="off"
              className="max-h-64 overflow-y-auto font-mono"
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {problem && <FieldError>{problem}</FieldError>}
        {faults.length > 0 && (
          <FaultList
            title={words("import.faults", { count: faults.length })}
            faults={faults}
            root={parsedOrNothing(text)}
          />
        )}
      </div>
    </Dialog>
  );
}

/** For the names of blocks beside their faults only. */
function parsedOrNothing(text: string): unknown {
  try {
    return (JSON.parse(text) as { strategy?: unknown } | null)?.strategy;
  } catch {
    return undefined;
  }
}

function useImport(practiceId: string) {
  const { words } = useOwnWords();
  const router = useRouter();
  const toast = useToast();
  const [clientId] = useState(() => uuidv4());
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const [faults, setFaults] = useState<Fault[]>([]);
  const send = trpc.strategies.importFile.useMutation({
    onSuccess: ({ strategyId, faults: found }) => {
      setFaults(found);
      if (!strategyId) return;
      toast({ text: words("import.done") });
      router.push(places.ownStrategy(practiceId, strategyId));
    },
  });
  const take = (next: string) => {
    setText(next);
    setFaults([]);
    setProblem("");
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > largestFile) return setFaults([{ place: [], fault: "tooLarge" }]);
    try {
      take(await file.text());
    } catch {
      setProblem(words("import.unreadable"));
    }
  };
  const read = () => {
    if (text.trim() === "") return setProblem(words("import.empty"));
    // The same reading as the server's, so that faults are said without sending anything; the server decides.
    const found = readStrategyFile(text).faults ?? [];
    setFaults(found);
    if (found.length === 0) send.mutate({ practiceId, clientId, text });
  };
  const pending = send.isPending || (send.isSuccess && send.data.strategyId !== null);
  return { text, setText: take, choose, problem, faults, read, pending, error: send.error };
}
