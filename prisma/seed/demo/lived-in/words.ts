import { addDays, type CivilDate } from "@/server/clock";
import type { Step } from "../../tools";
import { agree, pick, plan, question } from "./steps";

export const olaAndEmre: Step[] = [
  {
    ...{ by: 1, days: 28, block: "i-statement", kind: "sentence", readers: "THERAPIST" },
    body: {
      feel: "lonely, tired",
      when: "the evening is over and we have not talked",
      because: "that is the part of the day I look forward to",
      like: "ten minutes on the sofa before the series",
    },
  },
  {
    ...{ by: 2, days: 13, block: "i-statement", kind: "sentence", readers: "PRIVATE" },
    body: {
      feel: "tense",
      when: "plans change on the way",
      because: "I like to know what is coming",
      like: "a message, even a short one",
    },
  },
];

const share = (by: 1 | 2, days: number, readers: "THERAPIST" | "SHARED", parts: [string, string, string]): Step => ({
  ...{ by, days, readers, block: "open-share", kind: "answer" },
  body: { parts: { thought: parts[0], felt: parts[1], "want-you-to-know": parts[2] } },
});

export const olaAndEmreOpen: Step[] = [
  share(1, 18, "SHARED", [
    "When you checked the bill twice, I thought you did not trust me with it.",
    "Small, and a bit cross.",
    "I know you do it everywhere. I only want you to know how it lands.",
  ]),
  share(2, 11, "SHARED", [
    "On Sunday I thought you would rather have gone alone.",
    "Left out.",
    "I would have liked to be asked. Nothing to fix, just that.",
  ]),
  share(1, 5, "THERAPIST", [
    "I think a lot about going back to work full time.",
    "Excited and guilty.",
    "I am not ready to say it at home yet.",
  ]),
  plan(
    2,
    4,
    "hard-talk",
    {
      fields: {
        topic: "The holidays with my parents",
        hope: "That we both know what we can say yes to",
        opening: "There is something I would like us to decide early this year.",
        stop: "Either of us can ask for tea.",
      },
      ...{ at: null, minutes: 45 },
    },
    { readers: "THERAPIST" },
  ),
];

export const rioAndKai = (today: CivilDate): Step[] => [
  pick(1, 40, "match", "evening-walk"),
  pick(2, 39, "match", "evening-walk"),
  pick(2, 39, "match", "puzzle-together"),
  pick(1, 20, "match", "cook-one-dish"),
  pick(2, 19, "match", "cook-one-dish"),
  pick(1, 19, "match", "stretching", "no"),
  plan(
    2,
    18,
    "match-plan",
    {
      fields: { what: "Cook one dish, start to finish", where: "Kai’s kitchen" },
      ...{ at: `${addDays(today, 2)}T19:00`, minutes: 90 },
    },
    { name: "cook" },
  ),
  agree(1, 17, "match-plan", "cook"),
];

export const rioAndKaiCurious: Step[] = [
  question(1, 15, "free-morning", "The long way to the bakery and back, twice."),
  question(2, 15, "free-morning", "Sleep, then the market, then nothing with you."),
  question(1, 4, "last-laugh", "You, trying to fold the map."),
];

export const louAndFinn: Step[] = [
  {
    ...{ by: 1, days: 24, block: "apology", kind: "apology", cleared: 22, changed: 21, name: "apology" },
    body: {
      did: "I told your sister about the job before you had decided.",
      effect: "You had to explain yourself when you were not ready, and you could not trust me with it.",
      amends: "I have told her it was not mine to tell. I ask you now before I share news of yours.",
      inTheRoom: false,
    },
  },
  { by: 1, days: 21, block: "apology", kind: "offer", body: {}, to: "apology", name: "offer" },
  { by: 2, days: 19, block: "apology", kind: "consent", body: {}, to: "offer" },
  {
    ...{ by: 2, days: 18, block: "apology", kind: "answer", to: "apology" },
    body: { answer: "heard", words: "Thank you for saying it without a reason attached." },
  },
  {
    ...{ by: 2, days: 2, block: "apology", kind: "apology", readers: "THERAPIST" },
    body: {
      did: "I have been short with you every morning this month.",
      effect: "I think you began the day on guard.",
      amends: "Ten minutes of coffee before I look at anything.",
      inTheRoom: false,
    },
  },
];
