"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";

type AloudProps = { definition: BlockOf<"statement">; sentence: string; children: ReactNode };

/** The sentence alone on the screen, large enough to be read at arm's length. `children` is the button that opens it. */
export function ReadAloud({ definition, sentence, children }: AloudProps) {
  const words = useTranslations("blocks.statement");
  const text = useText();
  return (
    <Dialog
      size="full"
      title={words("aloudTitle")}
      description={text(definition.aloud)}
      trigger={children}
      footer={
        <DialogClose>
          <Button size="large">{words("aloudDone")}</Button>
        </DialogClose>
      }
    >
      <p className="display py-6 text-32 sm:text-44">{sentence}</p>
    </Dialog>
  );
}
