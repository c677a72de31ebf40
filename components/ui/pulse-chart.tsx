import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Area, areaClass } from "./area";
import { AreaMark } from "./area-mark";
import { PartnerMark } from "./partner";
import { type Frame, lastDistance, lastRating, pulsePaths, type Ratings } from "./pulse-geometry";
import { PulseLines } from "./pulse-lines";

export type PulseSeries = { name: string; values: Ratings };

type PulseChartProps = {
  area: Area;
  one: PulseSeries;
  two: PulseSeries;
  /** The weeks, already in the reader's language and zone, one for each value. */
  weeks: readonly string[];
  /** The sentence that says what the lines mean ("Alex fell 3 in five weeks; Sam is steady."). */
  summary: string;
  /** The week (index) in which homework began: a dotted line. */
  since?: number;
  /** Distance from which it is worth a word to the therapist. Default 3. */
  wide?: number;
};

const frame: Frame = { width: 328, height: 112, left: 22, right: 8, top: 8, bottom: 8 };

/** One area of the pulse: two lines, the band between them, their last values in words, and the table behind. */
export function PulseChart({ area, one, two, weeks, summary, since, wide = 3 }: PulseChartProps) {
  const words = useTranslations("common");
  const title = words(`area.${area}`);
  const distance = lastDistance(one.values, two.values);
  return (
    <figure className="min-w-0">
      <figcaption className="flex items-center gap-2 text-14">
        <AreaMark area={area} />
        <span className="grow font-semibold">{title}</span>
        {distance !== null && (
          <span className={distance >= wide ? "font-semibold text-attention-ink text-13" : "text-13 text-ink-soft"}>
            {words("pulse.apart", { count: distance })}
          </span>
        )}
      </figcaption>
      <Drawing {...{ area, one, two, since }} label={`${title}. ${summary}`} />
      <p className="flex gap-4 text-13">
        <Last side="one" series={one} />
        <Last side="two" series={two} />
      </p>
      <p className="mt-0.5 text-13 text-ink-soft">{summary}</p>
      <details className="mt-1 text-13">
        <summary className="inline-block min-h-6 list-none text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink">
          {words("showTable")}
        </summary>
        <PulseTable {...{ one, two, weeks }} caption={words("pulse.caption", { area: title })} />
      </details>
    </figure>
  );
}

function Drawing(props: { area: Area; one: PulseSeries; two: PulseSeries; since?: number; label: string }) {
  const paths = pulsePaths(props.one.values, props.two.values, frame);
  const right = frame.width - frame.right;
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      className="my-1.5 block w-full"
    >
      {[0, 5, 10].map((level) => (
        <g key={level}>
          <path d={`M${frame.left} ${paths.y(level)}H${right}`} className="stroke-line" />
          <text x={frame.left - 7} y={paths.y(level) + 3.5} textAnchor="end" className="fill-ink-faint text-[10px]">
            {level}
          </text>
        </g>
      ))}
      {props.since !== undefined && (
        <path
          d={`M${paths.x(props.since)} ${frame.top - 4}V${frame.height - frame.bottom}`}
          strokeDasharray="2 3"
          className="stroke-line-control"
        />
      )}
      <path d={paths.band} opacity="0.16" className={areaClass[props.area].fill} />
      <PulseLines paths={paths} mark={3.6} />
    </svg>
  );
}

function Last({ side, series }: { side: "one" | "two"; series: PulseSeries }) {
  const words = useTranslations("common.pulse");
  return (
    <span className="inline-flex items-center gap-1.5 text-ink-soft">
      <PartnerMark side={side} className="size-2.5" />
      {series.name} <b className="figures font-semibold text-ink">{lastRating(series.values) ?? words("skipped")}</b>
    </span>
  );
}

function PulseTable(props: { one: PulseSeries; two: PulseSeries; weeks: readonly string[]; caption: string }) {
  const words = useTranslations("common.pulse");
  const cell = (value: number | null | undefined): ReactNode => value ?? words("skipped");
  return (
    <table className="figures mt-1 w-full text-left">
      <caption className="sr-only">{props.caption}</caption>
      <thead>
        <tr className="text-ink-faint">
          <th scope="col" className="py-1 font-medium">
            {words("week")}
          </th>
          <th scope="col" className="py-1 font-medium">
            {props.one.name}
          </th>
          <th scope="col" className="py-1 font-medium">
            {props.two.name}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.weeks.map((week, index) => (
          <tr key={week} className="border-line border-t">
            <th scope="row" className="py-1 font-normal text-ink-soft">
              {week}
            </th>
            <td>{cell(props.one.values[index])}</td>
            <td>{cell(props.two.values[index])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
