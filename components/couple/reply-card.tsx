import { CornerDownRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Reply = { authorName: string; body: string; at: Date };

type ReplyProps = {
  reply: Reply;
  timeZone: string;
  /** What it answers, where that is not plain from the place. */
  children?: ReactNode;
};

/** A clinician's reply in full, with who wrote it and when in the reader's own zone. */
export function ReplyCard({ reply, timeZone, children }: ReplyProps) {
  const words = useTranslations("couple.today");
  const format = useFormatter();
  return (
    <div className="rounded-m bg-primary-wash px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-2 text-16">
        <CornerDownRight aria-hidden size={16} className="text-primary" />
        <span className="font-semibold">{words("replyFrom", { name: reply.authorName })}</span>
        <time dateTime={reply.at.toISOString()} className="text-ink-soft">
          {format.dateTime(reply.at, { day: "numeric", month: "short", timeZone })}
        </time>
      </p>
      <p className="mt-1 whitespace-pre-line text-16">{reply.body}</p>
      {children}
    </div>
  );
}
