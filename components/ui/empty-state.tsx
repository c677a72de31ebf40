import type { ReactNode } from "react";
import { RingsMark } from "@/components/brand/logo";

/** What will be here and the first step towards it. */
export function EmptyState(props: { title: ReactNode; text?: ReactNode; action?: ReactNode; icon?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-1 px-6 py-12 text-center">
      <span aria-hidden className="mb-3 grid size-14 place-items-center rounded-full bg-primary-wash text-primary">
        {props.icon ?? <RingsMark className="w-7" />}
      </span>
      <h2 className="display text-24">{props.title}</h2>
      {props.text && <p className="max-w-md text-16 text-ink-soft">{props.text}</p>}
      {props.action && <div className="mt-5">{props.action}</div>}
    </div>
  );
}
