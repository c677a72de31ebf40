import type { pulsePaths } from "./pulse-geometry";

/** The two lines with their end marks: circle for partner one, diamond for two, one inside the other where they meet. */
export function PulseLines({ paths, mark }: { paths: ReturnType<typeof pulsePaths>; mark: number }) {
  const { endOne, endTwo } = paths;
  const meet = endOne && endTwo && Math.hypot(endOne.x - endTwo.x, endOne.y - endTwo.y) < mark;
  const half = mark * (meet ? 0.95 : 1.3);
  return (
    <>
      <g fill="none" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d={paths.one} className="stroke-partner-one" />
        <path d={paths.two} className="stroke-partner-two" />
      </g>
      {endOne && (
        <circle
          cx={endOne.x}
          cy={endOne.y}
          r={meet ? mark * 1.5 : mark}
          className="fill-partner-one stroke-[1.5] stroke-surface"
        />
      )}
      {endTwo && (
        <path
          d={`M${endTwo.x} ${endTwo.y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}Z`}
          className={meet ? "fill-partner-two" : "fill-partner-two stroke-[1.5] stroke-surface"}
        />
      )}
    </>
  );
}
