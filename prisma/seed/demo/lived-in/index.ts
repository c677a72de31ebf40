import type { CivilDate } from "@/server/clock";
import type { Step } from "../../tools";
import { alexAndSam, alexAndSamCurious, junAndBea, junAndBeaWeekly, mikaAndJo, tessAndRavi } from "./harbor";
import { enPareja } from "./spanish";
import { talk } from "./talk";
import { louAndFinn, olaAndEmre, olaAndEmreOpen, rioAndKai, rioAndKaiCurious } from "./words";

const heard = (by: 1 | 2, value: number): Step => ({
  ...{ by, days: 9, block: "heard", kind: "rating", readers: "THERAPIST", body: { value }, time: [21, 40] },
});

/** What couples of the demo did with their tools, by the first partner's name and the strategy's key. */
export const livedIn: Record<string, (today: CivilDate) => Step[]> = {
  "Alex keep-small-promises": alexAndSam,
  "Alex be-curious": () => alexAndSamCurious,
  "Mika be-vulnerable": () => mikaAndJo,
  "Tess celebrate-small-wins": () => tessAndRavi,
  "Tess listen-actively": () => [
    ...talk({ days: 17, first: 1, topic: 0 }),
    ...talk({ days: 9, first: 2, topic: 4, breakAfter: 1 }),
    heard(1, 8),
    heard(2, 6),
  ],
  "Ola say-i": () => olaAndEmre,
  "Ola be-transparent": () => olaAndEmreOpen,
  "Jun make-quality-time": junAndBea,
  "Jun check-in-regularly": junAndBeaWeekly,
  "Rio do-things-together": rioAndKai,
  "Rio be-curious": () => rioAndKaiCurious,
  "Lou apologise-and-forgive": () => louAndFinn,
  ...enPareja,
};
