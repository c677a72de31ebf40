import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** A sheet of surface on the paper. `lift` for the one card that matters most on a phone screen. */
export function Card({ lift, className, ...rest }: ComponentProps<"div"> & { lift?: boolean }) {
  return (
    <div
      {...rest}
      className={clsx(
        "border border-line bg-surface",
        lift ? "rounded-[22px] shadow-lift" : "rounded-l shadow-card",
        className,
      )}
    />
  );
}

/** A card that is a section with its heading, an optional line under it and an optional action beside it. */
export function SectionCard(props: {
  title: ReactNode;
  text?: ReactNode;
  action?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      id={props.id}
      className={clsx("rounded-l border border-line bg-surface p-5 shadow-card sm:px-6", props.className)}
    >
      <div className="flex items-start justify-between gap-4">
        <div>
          <h2 className="font-semibold text-17">{props.title}</h2>
          {props.text && <p className="text-13 text-ink-soft">{props.text}</p>}
        </div>
        {props.action}
      </div>
      <div className="mt-3">{props.children}</div>
    </section>
  );
}
