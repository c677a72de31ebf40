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
      <Row results={results} />
    </span>
  );
}

const pitch = 17;

/** All dots in one drawing with a path for each kind, since a caseload shows thousands of them. */
function Row({ results }: { results: readonly DotResult[] }) {
  const draw = (kind: DotResult, path: (x: number) => string) =>
    results.map((result, index) => (result === kind ? path(index * pitch) : "")).join("");
  const rings = (kind: DotResult) => draw(kind, (x) => circle(x, 4.5));
  const shapes = [
    { part: "done", d: draw("done", (x) => circle(x, 5.2)), look: "fill-positive" },
    { part: "partly", d: rings("partly"), look: "fill-transparent stroke-[1.5] stroke-positive" },
    { part: "half", d: draw("partly", (x) => `M${x + 6} 1.5a4.5 4.5 0 0 0 0 9Z`), look: "fill-positive" },
    { part: "not", d: rings("not"), look: "fill-line stroke-[1.3] stroke-line-control" },
    { part: "dash", d: draw("not", (x) => `M${x + 3.9} 6h4.2`), look: "stroke-[1.3] stroke-ink-soft" },
  ];
  const none = rings("none");
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${Math.max(results.length, 1) * pitch - 5} 12`}
      className="h-3 w-auto shrink-0"
    >
      {shapes.map(({ part, d, look }) => d && <path key={part} d={d} className={look} />)}
      {none && (
        <path d={none} strokeDasharray="1.6 1.9" className="fill-transparent stroke-[1.2] stroke-line-control" />
      )}
    </svg>
  );
}

function circle(x: number, radius: number): string {
  return `M${(x + 6 - radius).toFixed(1)} 6a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

/** One dot, told apart by fill and not by colour alone. Decorative. */
export function Dot({ result }: { result: DotResult }) {
  return <Row results={[result]} />;
}
