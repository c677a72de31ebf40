import { expect, it } from "vitest";
import { recordProof } from "../harness/proof";
import { onStage, playMany } from "./interleavings.stage";

const stage = onStage();
const stories = 200;

it("keeps its promises in two hundred generated stories of a couple", async () => {
  const { steps, rows, kinds, fault } = await playMany(stage(), stories);
  recordProof({
    proof:
      "nothing goes for what is done, twice, in quiet hours or in a pause, and nothing is lost to one, whatever happens in whichever order",
    size: `${stories} generated stories, ${steps.toLocaleString("en")} things that happen`,
    measured: `${fault ? 1 : 0} faults in ${rows.toLocaleString("en")} reminders of ${kinds.size} kinds`,
    bound: "none",
    holds: fault === undefined,
  });
  expect(fault).toBeUndefined();
  // Staff's own mail comes along.
  const partners = ["HOMEWORK_DUE", "HOMEWORK_MISSED", "HOMEWORK_NEW", "REPLY", "WEEKLY_PULSE"];
  expect([...kinds]).toEqual(expect.arrayContaining(partners));
});
