/** The four areas of a couple's life that strategies work on, in the order in which they are always shown. */
export const areas = ["trust", "communication", "intimacy", "connection"] as const;
export type Area = (typeof areas)[number];

/** Ground of a mark, wash with its text, line of a chart: written out so that Tailwind finds every class. */
export const areaClass: Record<Area, { mark: string; chip: string; ink: string; wash: string; fill: string }> = {
  trust: {
    mark: "bg-trust",
    chip: "bg-trust-wash text-trust-ink",
    ink: "text-trust-ink",
    wash: "bg-trust-wash",
    fill: "fill-trust",
  },
  communication: {
    mark: "bg-communication",
    chip: "bg-communication-wash text-communication-ink",
    ink: "text-communication-ink",
    wash: "bg-communication-wash",
    fill: "fill-communication",
  },
  intimacy: {
    mark: "bg-intimacy",
    chip: "bg-intimacy-wash text-intimacy-ink",
    ink: "text-intimacy-ink",
    wash: "bg-intimacy-wash",
    fill: "fill-intimacy",
  },
  connection: {
    mark: "bg-connection",
    chip: "bg-connection-wash text-connection-ink",
    ink: "text-connection-ink",
    wash: "bg-connection-wash",
    fill: "fill-connection",
  },
};
