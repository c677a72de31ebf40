/** The frame that text controls share. */
export const controlClass =
  "w-full rounded-m border border-line-control bg-surface px-3.5 text-16 text-ink transition-colors " +
  "hover:border-ink-faint focus-visible:border-primary focus-visible:outline-offset-0 " +
  "aria-invalid:border-attention disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-faint";
