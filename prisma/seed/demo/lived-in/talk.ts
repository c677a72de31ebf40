import type { Step } from "../../tools";

const turns = 4;
const other = (one: 1 | 2): 1 | 2 => (one === 1 ? 2 : 1);

/** A whole talk of four turns on two phones, begun at eight in the evening; with a break after a turn where one was taken. */
export function talk(told: { days: number; first: 1 | 2; topic: number; breakAfter?: number }): Step[] {
  const { days, first, topic, breakAfter } = told;
  let minute = 0;
  const step = (by: 1 | 2, after: number, body: Step["body"]): Step => {
    minute += after;
    return { by, days, time: [20, minute], block: "turns", kind: "event", body };
  };
  const steps = [step(first, 0, { type: "start", first, phones: 2, topic })];
  for (let turn = 0, speaker = first; turn < turns; turn++, speaker = other(speaker)) {
    steps.push(step(speaker, 4, { type: "end-turn", turn }));
    if (turn === breakAfter) {
      steps.push(step(other(speaker), 1, { type: "break", turn }));
      steps.push(step(other(speaker), 20, { type: "resume", turn }));
    }
    steps.push(step(speaker, 2, { type: "answer", turn, answer: "gotIt" }));
  }
  return steps;
}
