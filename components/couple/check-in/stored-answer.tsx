"use client";

import { Check, CircleSlash2, Contrast } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import type { OwnCheckIn } from "@/server/features/homework/schema";
import type { PartnerViewer } from "@/server/features/people/schema";
import type { SentValues } from "./values";

type AnswerProps = {
  checkIn: OwnCheckIn;
  viewer: PartnerViewer;
  said?: "sent" | "saved";
  onEdit?: () => void;
};

/** One's own answer as it is stored, with who may read its words. */
export function StoredAnswer({ checkIn, viewer, said, onEdit }: AnswerProps) {
  const words = useTranslations("couple.checkIn");
  const format = useFormatter();
  const day = { weekday: "short", day: "numeric", month: "short" } as const;
  const look = { ...day, hour: "numeric", minute: "2-digit", timeZone: viewer.timeZone } as const;
  return (
    <div className="grid gap-4">
      {said && (
        <Banner tone="positive" live>
          {words(said)}
        </Banner>
      )}
      <div className="rounded-l border border-line bg-surface p-5 shadow-card">
        <AnswerBody answer={checkIn} partnerName={viewer.partnerName} />
        <div className="mt-4 flex items-center justify-between gap-4 border-line border-t pt-3 text-ink-soft">
          <time dateTime={checkIn.at.toISOString()}>{format.dateTime(checkIn.at, look)}</time>
          {onEdit && (
            <Button variant="ghost" size="large" onClick={onEdit}>
              {words("edit")}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

type Answer = Pick<SentValues, "result" | "difficulty" | "usefulness" | "visibility"> & { words: string | null };

/** How it went, in one word with its mark. */
export function AnswerResult({ result }: Pick<Answer, "result">) {
  const words = useTranslations("couple.homework.result");
  const Icon = result === "DONE" ? Check : result === "PARTLY" ? Contrast : CircleSlash2;
  return (
    <p className="flex items-center gap-2 font-semibold text-17">
      <Icon aria-hidden size={18} strokeWidth={2.2} className="text-positive" />
      {words(result)}
    </p>
  );
}

/** How it went, the ratings that were given, the words and their readers. */
export function AnswerBody({ answer, partnerName }: { answer: Answer; partnerName: string | null }) {
  const words = useTranslations("couple.checkIn");
  const ratings = (["difficulty", "usefulness"] as const).filter((name) => answer[name] !== null);
  return (
    <>
      <AnswerResult result={answer.result} />
      {ratings.length > 0 && (
        <dl className="mt-2 grid gap-0.5 text-16">
          {ratings.map((name) => (
            <div key={name} className="flex flex-wrap gap-x-2">
              <dt className="text-ink-soft">{words(name)}</dt>
              <dd className="figures font-medium">{words("rated", { value: answer[name] ?? 0 })}</dd>
            </div>
          ))}
        </dl>
      )}
      {answer.words ? (
        <>
          <p className="mt-3 whitespace-pre-line text-17">{answer.words}</p>
          <VisibilityLabel visibility={answer.visibility} partner={partnerName ?? undefined} className="mt-2" />
        </>
      ) : (
        <p className="mt-2 text-ink-soft">{words("noWords")}</p>
      )}
    </>
  );
}
