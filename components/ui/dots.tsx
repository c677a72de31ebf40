import clsx from "clsx";
import { useTranslations } from "next-intl";

/** One answer in a row of dots: done, partly, not this time, or no answer (yet). */
export type DotResult = "done" | "partly" | "not" | "none";

/** Answers in time order, for one partner. The sentence that a screen reader gets counts each kind. */
export function Dots({
  results,
  label,
  className,
}: {
  results: readonly DotResult[];
  label?: string;
  className?: string;
}) {
  const words = useTranslations("common");
  const count = (kind: DotResult) => results.filter((result) => result === kind).length;
  const sentence = words("dots", {
    done: count("done"),
    partly: count("partly"),
    not: count("not"),
    none: count("none"),
    total: results.length,
  });
  return (
    <span className={clsx("inline-flex items-center gap-[5px]", className)}>
      <span className="sr-only">{label ? `${label}: ${sentence}` : sentence}</span>
      {results.map((result, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the row is what identifies a dot
        <Dot key={index} result={result} />
      ))}
    </span>
  );
}

/** One dot, told apart by fill and not by colour alone. Decorative. */
export function Dot({ result }: { result: DotResult }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3 shrink-0">
      {result === "done" && <circle cx="6" cy="6" r="5.2" className="fill-positive" />}
      {result === "partly" && (
        <>
          <circle cx="6" cy="6" r="4.5" className="fill-transparent stroke-[1.5] stroke-positive" />
          <path d="M6 1.5a4.5 4.5 0 0 0 0 9Z" className="fill-positive" />
        </>
      )}
      {result === "not" && (
        <>
          <circle cx="6" cy="6" r="4.5" className="fill-line stroke-[1.3] stroke-line-control" />
          <path d="M3.9 6h4.2" className="stroke-[1.3] stroke-ink-soft" />
        </>
      )}
      {result === "none" && (
        <circle
          cx="6"
          cy="6"
          r="4.5"
          strokeDasharray="1.6 1.9"
          className="fill-transparent stroke-[1.2] stroke-line-control"
        />
      )}
    </svg>
  );
}
