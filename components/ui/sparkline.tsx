import clsx from "clsx";
import { pulsePaths, type Ratings } from "./pulse-geometry";
import { PulseLines } from "./pulse-lines";

const frame = { width: 132, height: 40, left: 3, right: 8, top: 5, bottom: 5 };

/** Both partners' ratings in a row of a table, without axes; `label` says in words what it shows. */
export function Sparkline({
  one,
  two,
  label,
  className,
}: {
  one: Ratings;
  two: Ratings;
  label: string;
  className?: string;
}) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      className={clsx("block h-10 w-33", className)}
    >
      <PulseLines paths={pulsePaths(one, two, frame)} mark={3.2} />
    </svg>
  );
}
