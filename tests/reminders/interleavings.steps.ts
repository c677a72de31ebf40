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

const drawn = (names: readonly string[]): fc.Arbitrary<Step> =>
  fc.oneof(
    ...Object.entries(kinds).flatMap(([name, [weight, fields]]) => {
      const arbitrary = fc.record({ do: fc.constant(name), ...fields }) as unknown as fc.Arbitrary<Step>;
      return names.includes(name) ? [{ weight, arbitrary }] : [];
    }),
  );
const anything = drawn(Object.keys(kinds));

/** The latest homework. */
const latest = -1;
const wait = (minutes: 15 | 60 | 1440): Step => ({ do: "wait", minutes });
/** Ways to let something rest, each with what ends it. */
const rests: fc.Arbitrary<[Step, Step]> = fc.oneof(
  fc.constant<[Step, Step]>([
    { do: "pause", which: latest },
    { do: "resume", which: latest },
  ]),
  fc.constant<[Step, Step]>([
    { do: "couple", state: "PAUSED" },
    { do: "couple", state: "ACTIVE" },
  ]),
  fc.tuple(someone, days).map(([who, many]): [Step, Step] => {
    const choice = { do: "choose", who, kind: "HOMEWORK_NEW", days: many } as const;
    return [
      { ...choice, choice: "PAUSED" },
      { ...choice, choice: "ON" },
    ];
  }),
);

/** Homework that begins, rests before anybody was told of it, and goes on: mail is sent meanwhile. */
const rested = fc
  .tuple(drawn(["assign"]), rests, fc.constantFrom(15, 60, 1440))
  .map(([assign, [stop, goOn], minutes]): Step[] => [
    ...[{ do: "couple", state: "ACTIVE" } as const, assign, stop],
    ...[wait(minutes), { do: "send" } as const, goOn],
  ]);

/** Something that happens between the planning of a day's mail and its sending. */
const overtaken = fc
  .tuple(
    fc.constantFrom(15, 1440),
    fc.array(drawn(["checkIn", "pulse", "end", "pause", "couple", "choose", "quiet", "move", "leave"]), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([minutes, events]): Step[] => [wait(minutes), { do: "sweep" }, ...events, { do: "send" }]);

/** Days and weeks of a couple, as they may go. */
export const interleaving = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 12, arbitrary: anything.map((step) => [step]) },
        { weight: 2, arbitrary: overtaken },
        { weight: 1, arbitrary: rested },
      ),
      { minLength: 8, maxLength: 24, size: "max" },
    ),
    fc.oneof(rested, overtaken),
  )
  .map(([scenes, last]) => [...scenes.flat(), ...last]);
