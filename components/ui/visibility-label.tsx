import clsx from "clsx";
import { Eye, Lock, type LucideProps, Users } from "lucide-react";
import { useTranslations } from "next-intl";

/** Who may read a text: PRIVATE its author, THERAPIST also the couple's clinicians, SHARED also the partner. */
export type Visibility = "PRIVATE" | "THERAPIST" | "SHARED";

/** The icon of a visibility, the same everywhere. */
export function VisibilityIcon({ visibility, ...rest }: LucideProps & { visibility: Visibility }) {
  const Icon = visibility === "PRIVATE" ? Lock : visibility === "THERAPIST" ? Eye : Users;
  return <Icon aria-hidden size={15} strokeWidth={1.9} {...rest} />;
}

type LabelProps = {
  visibility: Visibility;
  /** The partner's name, used in the words for SHARED. */
  partner?: string;
  /** Other words than the author's own view: "You and Alex" on the therapist's side. */
  children?: string;
  className?: string;
};

/** Who can read this, in words with its icon; stands at every text. */
export function VisibilityLabel({ visibility, partner, children, className }: LabelProps) {
  const words = useTranslations("common.readers");
  const text = children ?? readers(words, visibility, partner);
  return (
    <span className={clsx("inline-flex items-center gap-1.5 font-medium text-14 text-ink-soft", className)}>
      <VisibilityIcon visibility={visibility} className="shrink-0" />
      {text}
    </span>
  );
}

type ReaderWords = {
  (key: "only" | "therapist" | "sharedUnnamed"): string;
  (key: "shared", values: { partner: string }): string;
};

/** The readers of a text in the author's words, for labels and for the choice before writing. */
export function readers(words: ReaderWords, visibility: Visibility, partner?: string): string {
  if (visibility === "PRIVATE") return words("only");
  if (visibility === "THERAPIST") return words("therapist");
  return partner ? words("shared", { partner }) : words("sharedUnnamed");
}
