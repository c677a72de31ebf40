import { useFormatter, useTranslations } from "next-intl";
import { PartnerMark } from "@/components/ui/partner";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import type { CouplePage, ReplyShape, ReviewedCheckIn } from "@/server/features/couples/schema";
import { usePast } from "../moment";
import { namesInWords, otherName, sideOf } from "../people";
import { CheckInActions } from "./check-in-actions";

type ItemProps = { checkIn: ReviewedCheckIn; page: CouplePage };

/** One check-in: who, what, how it went, the words, and who else reads them. */
export function CheckInItem({ checkIn, page }: ItemProps) {
  const words = useTranslations("staff.checkIns");
  const past = usePast();
  const { authorName: author, title, at } = checkIn;
  const other = otherName(page.couple.partners, checkIn.position);
  const headingId = `check-in-${checkIn.checkInId}`;
  return (
    <li>
      <article aria-labelledby={headingId} className="py-3.5">
        <div className="flex items-baseline justify-between gap-3">
          <h4 id={headingId} tabIndex={-1} data-unread={!checkIn.reviewed || undefined} className={headingClass}>
            <PartnerMark side={sideOf(checkIn.position)} className="translate-y-px" />
            <span className="min-w-0">{words("by", { name: author, title })}</span>
          </h4>
          <time dateTime={at.toISOString()} className="shrink-0 text-13 text-ink-soft">
            {past(at, page.viewer)}
          </time>
        </div>
        <p className="mt-0.5 text-13 text-ink-soft">{useOutcome()(checkIn)}</p>
        {checkIn.words !== null && (
          <blockquote className="mt-1.5 whitespace-pre-line text-15">
            {words("quote", { words: checkIn.words })}
          </blockquote>
        )}
        <CheckInActions
          practiceId={page.viewer.practiceId}
          coupleId={page.couple.coupleId}
          checkIn={{ checkInId: checkIn.checkInId, version: checkIn.version, reviewed: checkIn.reviewed, title }}
          author={author}
          other={checkIn.visibility === "SHARED" && page.couple.state !== "ENDED" ? other : null}
          readers={<Readers checkIn={checkIn} other={other} />}
        >
          <Replies checkIn={checkIn} page={page} other={other} />
        </CheckInActions>
      </article>
    </li>
  );
}

/** Who reads the words; or that there are none for the therapist. */
function Readers({ checkIn, other }: { checkIn: ReviewedCheckIn; other: string }) {
  const words = useTranslations("staff.checkIns");
  const format = useFormatter();
  const author = checkIn.authorName;
  if (checkIn.words === null) return <p className="text-13 text-ink-soft italic">{words("noWords")}</p>;
  return (
    <VisibilityLabel visibility={checkIn.visibility} className="text-13">
      {checkIn.visibility === "SHARED"
        ? words("readersShared", { names: namesInWords(format, author, other) })
        : namesInWords(format, words("you"), author)}
    </VisibilityLabel>
  );
}

function Replies({ checkIn, page, other }: ItemProps & { other: string }) {
  const words = useTranslations("staff.checkIns");
  const format = useFormatter();
  const past = usePast();
  if (checkIn.replies.length === 0) return null;
  const author = checkIn.authorName;
  const readers = (reply: ReplyShape) =>
    reply.audience === "AUTHOR"
      ? words("toAuthor", { author })
      : words("toBoth", { names: namesInWords(format, author, other) });
  return (
    <ul aria-label={words("replies")} className="mt-2 grid gap-2.5 border-line-strong border-l-2 pl-3.5">
      {checkIn.replies.map((reply) => (
        <li key={reply.replyId}>
          <p className="text-13 text-ink-soft">
            <b className="font-semibold text-ink">{reply.mine ? words("you") : reply.authorName}</b> ·{" "}
            {past(reply.at, page.viewer)} · {readers(reply)}
          </p>
          <p className="whitespace-pre-line text-15">{reply.body}</p>
        </li>
      ))}
    </ul>
  );
}

/** How it went, in words: "Partly · difficulty 7 of 10". */
function useOutcome(): (checkIn: ReviewedCheckIn) => string {
  const words = useTranslations("staff.checkIns");
  return ({ result, difficulty, usefulness }) =>
    [
      words(`result.${result}`),
      ...(difficulty === null ? [] : [words("difficulty", { value: difficulty })]),
      ...(usefulness === null ? [] : [words("usefulness", { value: usefulness })]),
    ].join(" · ");
}

const headingClass = "flex min-w-0 items-baseline gap-2 rounded-s font-semibold text-15 scroll-mt-24";
