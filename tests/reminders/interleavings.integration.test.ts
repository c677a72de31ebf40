import { expect, it } from "vitest";
import { Couple } from "./interleavings";
import { onStage, playMany } from "./interleavings.stage";

const stage = onStage();

it("tells of new homework once, after the pause in which it would have come", async () => {
  const couple = new Couple(stage());
  await couple.begin();
  const night = { do: "wait", minutes: 1440 } as const;
  const steps = [
    { do: "assign", every: "day", inDays: 0 },
    { do: "pause", which: 0 },
    { do: "send" },
    ...[night, { do: "send" }, night],
    { do: "resume", which: 0 },
    { do: "send" },
    ...[night, { do: "send" }, night, { do: "send" }],
  ] as const;
  for (const [turn, step] of steps.entries()) {
    await couple.run(step);
    if (turn < 7) expect([...couple.sent.values()]).toEqual([]);
  }
  expect([...couple.sent.values()]).toEqual(["HOMEWORK_NEW", "HOMEWORK_NEW"]);
  expect(couple.faults).toEqual([]);
});

it("whatever happens in whichever order, no mail goes for what is done, twice, in quiet hours, or while something rests, and none is lost to a pause", async () => {
  const { kinds, fault } = await playMany(stage(), 12);
  expect(fault).toBeUndefined();
  expect([...kinds]).toEqual(expect.arrayContaining(["HOMEWORK_NEW", "HOMEWORK_DUE"]));
}, 600_000);
