import type { ReactNode } from "react";
import { RingsMark } from "@/components/brand/logo";

type EmptyStateProps = {
  title: ReactNode;
  text?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
  /** `h1` where it is all that the page has. */
  heading?: "h1" | "h2";
};

/** What will be here and the first step towards it. */
export function EmptyState({ heading: Heading = "h2", ...props }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-1 px-6 py-12 text-center">
      <span aria-hidden className="mb-3 grid size-14 place-items-center rounded-full bg-primary-wash text-primary">
        {props.icon ?? <RingsMark className="w-7" />}
      </span>
      <Heading className="display text-24">{props.title}</Heading>
      {props.text && <p className="max-w-md text-16 text-ink-soft">{props.text}</p>}
      {props.action && <div className="mt-5">{props.action}</div>}
    </div>
  );
}
