"use client";

import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { StaffViewer } from "@/server/features/people/schema";
import type { SafetyShape } from "@/server/features/safety/schema";
import { useFullDay } from "../moment";
import { RecordJointWork } from "./record-joint-work";

type JointWorkProps = {
  viewer: Pick<StaffViewer, "practiceId" | "today" | "timeZone">;
  coupleId: string;
  /** The record that holds; null for none. */
  safety: SafetyShape | null;
};

/** Whether joint work is possible, in one quiet line, with the way to record it. For the couple's clinicians alone. */
export function JointWork(props: JointWorkProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-14 text-ink-soft">
      <p className="flex items-center gap-2">
        <UsersRound aria-hidden size={16} strokeWidth={1.9} className="shrink-0" />
        <Standing {...props} />
      </p>
      <RecordJointWork {...props} />
    </div>
  );
}

/** The same where a strategy needs a record that is missing: why it is asked for, and the record at hand. */
export function JointWorkNeeded(props: JointWorkProps) {
  const words = useTranslations("jointWork");
  return (
    <Banner tone="attention" icon={<UsersRound size={18} />} action={<RecordJointWork {...props} prominent />}>
      <strong className="font-semibold">
        <Standing {...props} />
      </strong>
      <span className="block text-14">{words("needed")}</span>
    </Banner>
  );
}

function Standing({ safety, viewer }: JointWorkProps) {
  const words = useTranslations("jointWork");
  const day = useFullDay();
  if (!safety) return words("none");
  const { standing, lookAgainOn } = safety;
  const over = lookAgainOn < viewer.today;
  return words(standing === "JOINT" && over ? "due" : standing, { date: day(lookAgainOn) });
}
