import fc from "fast-check";

const someone = fc.constantFrom("alex" as const, "sam" as const);
const zones = ["America/New_York", "Europe/Madrid", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"];
const hour = fc.integer({ min: 0, max: 23 });
const which = fc.nat({ max: 2 });
const kind = fc.constantFrom("HOMEWORK_NEW", "HOMEWORK_DUE", "HOMEWORK_MISSED", "WEEKLY_PULSE", "REPLY");
const days = fc.integer({ min: 0, max: 5 });

/** What may happen in any order, and how often beside the others. */
const kinds = {
  wait: [7, { minutes: fc.constantFrom(15, 60, 240, 720, 1440, 4320) }],
  sweep: [4, {}],
  send: [5, {}],
  checkIn: [3, { who: someone, which }],
  assign: [3, { every: fc.constantFrom("day" as const, "week" as const), inDays: fc.constantFrom(0, 1, 4) }],
  pause: [4, { which }],
  resume: [4, { which }],
  end: [1, { which }],
  couple: [1, { state: fc.constantFrom("ACTIVE" as const, "PAUSED" as const) }],
  move: [2, { who: someone, zone: fc.constantFrom(...zones) }],
  quiet: [2, { who: someone, hours: fc.option(fc.tuple(hour, hour)), at: hour }],
  choose: [2, { who: someone, kind, choice: fc.constantFrom("ON" as const, "OFF" as const, "PAUSED" as const), days }],
  leave: [2, { inDays: days, days, rests: fc.boolean() }],
  reply: [1, { which }],
  pulse: [1, { who: someone }],
} as const;

type Kinds = typeof kinds;
type Drawn<T> = { -readonly [K in keyof T]: T[K] extends fc.Arbitrary<infer V> ? V : never };
/** One thing that happens. */
export type Step = { [K in keyof Kinds]: { do: K } & Drawn<Kinds[K][1]> }[keyof Kinds];

const oneOf = Object.entries(kinds).map(([name, [weight, fields]]) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(name), ...fields }) as unknown as fc.Arbitrary<Step>,
}));

/** Days and weeks of a couple, as they may go. */
export const interleaving = fc.array(fc.oneof(...oneOf), { minLength: 12, maxLength: 45, size: "max" });
