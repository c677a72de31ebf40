import clsx from "clsx";

/** The two interlocked rings, one in front at the top, the other below. Width by class; decorative. */
export function RingsMark({ className }: { className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 32 22"
      fill="none"
      strokeWidth="3"
      className={clsx("h-auto shrink-0", className)}
    >
      <circle cx="11" cy="11" r="8.5" className="stroke-primary" />
      <circle cx="21" cy="11" r="8.5" className="stroke-partner-two" />
      <path d="M17.51 16.46A8.5 8.5 0 0 1 14.18 18.88" className="stroke-primary" />
    </svg>
  );
}

/** The mark with the name. `compact` shows the mark alone and keeps the name for screen readers. */
export function Logo({ compact, className }: { compact?: boolean; className?: string }) {
  return (
    <span className={clsx("inline-flex items-center gap-2.5", className)}>
      <RingsMark className="w-8.5" />
      <span className={compact ? "sr-only" : "font-[560] font-display text-[1.375rem] leading-none tracking-[-0.02em]"}>
        Reconnect
      </span>
    </span>
  );
}
