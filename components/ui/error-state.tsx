import type { ReactNode } from "react";

type ErrorStateProps = {
  title: ReactNode;
  /** What happened, that nothing was lost, what to do. */
  text: ReactNode;
  reference?: ReactNode;
  action?: ReactNode;
  /** `h1` where it is all that the page has. */
  heading?: "h1" | "h2";
};

/** Something failed: calm words, nothing lost, the next step. */
export function ErrorState({ title, text, reference, action, heading: Heading = "h2" }: ErrorStateProps) {
  return (
    <div role="alert" className="grid justify-items-center gap-2 px-6 py-12 text-center">
      <Heading className="display text-24">{title}</Heading>
      <p className="max-w-md text-16 text-ink-soft">{text}</p>
      {reference && <p className="figures text-13 text-ink-faint">{reference}</p>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2.5">{action}</div>}
    </div>
  );
}
