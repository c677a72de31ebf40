"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { readDraft } from "./reply-draft";
import { ReplyForm } from "./reply-form";
import { type CoupleIds, useReview, type Version } from "./review";

type ActionsProps = CoupleIds & {
  checkIn: Version & { reviewed: boolean; title: string };
  author: string;
  /** The partner who may read a reply as well; null where the check-in is not theirs to read. */
  other: string | null;
  /** Who reads the words, said beside the actions. */
  readers: ReactNode;
  /** The replies so far. */
  children: ReactNode;
};

/** Replying to a check-in and marking it reviewed. A reply begun earlier is open again. */
export function CheckInActions({ practiceId, coupleId, checkIn, author, other, readers, children }: ActionsProps) {
  const words = useTranslations("staff.checkIns");
  const { mark, pending } = useReview({ practiceId, coupleId });
  const [replying, setReplying] = useState(false);
  const { checkInId, version, title } = checkIn;
  useEffect(() => {
    if (readDraft(checkInId)?.body) setReplying(true);
  }, [checkInId]);
  return (
    <>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-3">
        {readers}
        <div className="-mr-3 ml-auto flex">
          {!replying && (
            <Button
              variant="quiet"
              size="small"
              aria-label={words("replyTo", { author, title })}
              onClick={() => setReplying(true)}
            >
              {words("reply")}
            </Button>
          )}
          {!checkIn.reviewed && (
            <Button
              variant="quiet"
              size="small"
              pending={pending}
              aria-label={words("reviewLabel", { author, title })}
              onClick={() => mark([{ checkInId, version }])}
            >
              {words("review")}
            </Button>
          )}
        </div>
      </div>
      {children}
      {replying && (
        <ReplyForm {...{ practiceId, coupleId, checkInId, author, other }} onClose={() => setReplying(false)} />
      )}
    </>
  );
}
