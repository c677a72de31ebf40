import { area, line } from "d3-shape";

/** A partner's ratings in time order, 0 to 10; null where the area was skipped. */
export type Ratings = readonly (number | null)[];

export type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number };

/** Paths of a two-line chart: each partner's line, the band between them, and where each line ends. */
export function pulsePaths(one: Ratings, two: Ratings, frame: Frame) {
  const count = Math.max(one.length, two.length);
  const x = xScale(count, frame);
  const y = yScale(frame);
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))
    .digits(1);
  const band = area<number>()
    .defined((index) => typeof one[index] === "number" && typeof two[index] === "number")
    .x((index) => x(index))
    .y0((index) => y(one[index] ?? 0))
    .y1((index) => y(two[index] ?? 0))
    .digits(1);
  return {
    one: draw([...one]) ?? "",
    two: draw([...two]) ?? "",
    band: band(Array.from({ length: count }, (_, index) => index)) ?? "",
    endOne: endPoint(one, x, y),
    endTwo: endPoint(two, x, y),
    x,
    y,
  };
}

/** The last rating that was given, or null when there is none. */
export function lastRating(ratings: Ratings): number | null {
  return ratings.findLast((value) => value !== null) ?? null;
}

/** The distance between the two partners in the last week that both rated, or null when there is none. */
export function lastDistance(one: Ratings, two: Ratings): number | null {
  for (let index = Math.min(one.length, two.length) - 1; index >= 0; index -= 1) {
    const [first, second] = [one[index], two[index]];
    if (typeof first === "number" && typeof second === "number") return Math.abs(first - second);
  }
  return null;
}

function xScale(count: number, { width, left, right }: Frame) {
  const step = count > 1 ? (width - left - right) / (count - 1) : 0;
  return (index: number) => Math.round((left + index * step) * 10) / 10;
}

function yScale({ height, top, bottom }: Frame) {
  return (value: number) => Math.round((height - bottom - (value / 10) * (height - top - bottom)) * 10) / 10;
}

function endPoint(ratings: Ratings, x: (index: number) => number, y: (value: number) => number) {
  const index = ratings.findLastIndex((value) => value !== null);
  const value = ratings[index];
  return typeof value === "number" ? { x: x(index), y: y(value) } : null;
}
