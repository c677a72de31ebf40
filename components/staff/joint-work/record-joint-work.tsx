"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { StaffViewer } from "@/server/features/people/schema";
import type { SafetyShape } from "@/server/features/safety/schema";
import { JointWorkForm } from "./joint-work-form";
import { JointWorkHistory } from "./joint-work-history";

type RecordProps = {
  viewer: Pick<StaffViewer, "practiceId" | "today" | "timeZone">;
  coupleId: string;
  safety: SafetyShape | null;
  prominent?: boolean;
};

/** Records whether joint work is possible, in a window above the page; what was recorded before is a step further. */
export function RecordJointWork({ prominent, safety, ...place }: RecordProps) {
  const words = useTranslations("jointWork");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={words("title")}
      description={words("text")}
      trigger={
        <Button
          variant={prominent ? "ghost" : "quiet"}
          size="small"
          aria-label={words("recordLabel")}
          className={prominent ? undefined : "-ml-3.5"}
        >
          {words(safety ? "change" : "record")}
        </Button>
      }
    >
      <JointWorkForm {...place} onDone={() => setOpen(false)} />
      {safety && <JointWorkHistory {...place} />}
    </Dialog>
  );
}
