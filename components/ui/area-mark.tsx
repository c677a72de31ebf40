import clsx from "clsx";
import { type Area, areaClass } from "./area";

/** The small square of an area's colour. Decorative: the area's name or the strategy's title stands beside it. */
export function AreaMark({ area, className }: { area: Area; className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx("inline-block size-2.5 shrink-0 rounded-[3px]", areaClass[area].mark, className)}
    />
  );
}
