import { addDays, type CivilDate, mondayOf } from "@/server/clock";
import type { Step } from "../../tools";
import { agree, noticed, pick, plan, promise, question } from "./steps";

export const alexAndSam = (today: CivilDate): Step[] => [
  promise(today, 1, [33, 2], "Ring you at lunch on Thursday", "kept", { name: "lunch" }),
  noticed(2, 31, "lunch"),
  promise(today, 2, [26, 3], "Have the bins out before you are up", "missed"),
  promise(today, 1, [19, 1], "Be home by seven, or say so by five", "renegotiated"),
  promise(today, 2, [16, 3], "Book the dentist for both of us", "kept", { name: "dentist" }),
  noticed(1, 12, "dentist"),
  promise(today, 1, [12, 2], "Not bring up money before breakfast", "kept", { readers: "THERAPIST" }),
  promise(today, 1, [5, 2], "Put my phone in the hall on Sunday evening", "kept", { name: "phone" }),
  noticed(2, 2, "phone"),
  promise(today, 2, [4, 6], "Cook on Friday, start to finish", "open"),
  promise(today, 1, [2, 4], "Ask how the meeting went, and only listen", "open"),
  promise(today, 2, [3, 5], "Go to bed before midnight twice", "open", { readers: "PRIVATE" }),
];

export const alexAndSamCurious: Step[] = [
  question(1, 66, "best-minute", "When the whole tram laughed at the same dog."),
  question(2, 66, "best-minute", "You humming in the kitchen. You did not notice."),
  question(2, 58, "song-in-my-head", "The one from the car, with the whistling."),
  question(1, 57, "song-in-my-head", "Still the whistling one. Thanks for that."),
  question(1, 50, "place-to-show", "The lake behind my grandmother’s house, in March, when nobody is there."),
  question(2, 49, "place-to-show", "The roof of my first flat. You would have hated the stairs."),
];

const deeper = (by: 1 | 2, days: number, slot: string, words: string): Step => ({
  ...{ by, days, slot, block: "deeper", kind: "answer", body: { words } },
});

export const mikaAndJo: Step[] = [
  deeper(1, 40, "hard-day-signs", "I get very tidy. If I am wiping the table twice, ask me."),
  deeper(2, 38, "hard-day-signs", "I go quiet and say I am fine in a high voice."),
  deeper(2, 24, "meant-more", "When you drove two hours to sit with my mother. I never said how much."),
  deeper(1, 23, "meant-more", "You keeping the porch light on. Every single time."),
  deeper(1, 6, "small-worry", "That I make everything into work, us too."),
  { by: 1, days: 6, block: "receive", kind: "chosen", body: { values: ["just-read"] } },
];

const win = (by: 1 | 2, days: number, tag: string, words: string, more: Partial<Step> = {}): Step => ({
  ...{ by, days, block: "win", kind: "answer", body: { parts: { words }, tag }, ...more },
});
const glad = (by: 1 | 2, days: number, to: string, words: string): Step => ({
  ...{ by, days, to, block: "win", kind: "response", body: { words } },
});

export const tessAndRavi: Step[] = [
  win(1, 30, "my-partners", "You made the call to the school that we had both been putting off.", { name: "school" }),
  glad(2, 29, "school", "My hands were shaking. Thank you for seeing it."),
  win(2, 21, "mine", "Ran for twenty minutes without stopping. First time since spring."),
  win(2, 13, "ours", "Three evenings in a row without a screen at the table."),
  win(1, 9, "mine", "I said no to the extra shift, and the sky did not fall.", { name: "shift" }),
  glad(2, 8, "shift", "I was so glad to have you home."),
  win(1, 3, "my-partners", "The soup. You made it after a day like that."),
  win(2, 2, "mine", "I asked for help before I was at the end of it.", { readers: "THERAPIST" }),
];

export const junAndBea = (today: CivilDate): Step[] => [
  pick(1, 50, "ideas", "old-photos"),
  pick(2, 49, "ideas", "old-photos"),
  pick(1, 30, "ideas", "window-and-tea"),
  pick(2, 28, "ideas", "window-and-tea"),
  pick(2, 28, "ideas", "draw-each-other", "no"),
  pick(1, 9, "ideas", "our-top-ten"),
  plan(
    1,
    27,
    "our-date",
    {
      fields: { what: "Window and tea", where: "The bench at the back window", phones: "In the drawer" },
      ...{ at: `${addDays(today, -24)}T16:00`, minutes: 60 },
    },
    { name: "tea" },
  ),
  agree(2, 26, "our-date", "tea"),
  { by: 2, days: 23, block: "our-date", kind: "afterwards", body: { words: "Slow, and then funny." } },
  {
    ...{ by: 1, days: 22, block: "our-date", kind: "afterwards", readers: "THERAPIST" },
    body: { words: "I had missed being bored together." },
  },
  plan(
    2,
    3,
    "our-date",
    {
      fields: {
        what: "A walk to the old cinema and back",
        where: "From the corner shop",
        "rain-plan": "go on Sunday instead",
      },
      ...{ at: `${addDays(today, 3)}T18:30`, minutes: 90 },
    },
    { name: "walk" },
  ),
  agree(1, 2, "our-date", "walk"),
];

const line = (by: 1 | 2, days: number, words: string): Step => ({
  ...{ by, days, block: "agenda", kind: "answer", body: { parts: { words } } },
});
const week = (by: 1 | 2, days: number, value: number): Step => ({
  ...{ by, days, block: "my-week", kind: "rating", readers: "THERAPIST", body: { value } },
});

export const junAndBeaWeekly = (today: CivilDate): Step[] => [
  plan(
    2,
    26,
    "our-time",
    {
      fields: { "day-hour": "Sunday, after lunch", where: "Kitchen table, door closed" },
      ...{ at: `${addDays(mondayOf(today), 6)}T14:00`, minutes: 30 },
    },
    { name: "weekly" },
  ),
  agree(1, 25, "our-time", "weekly"),
  line(1, 17, "Who picks up on Thursdays from January"),
  line(2, 12, "A thank-you for the tax letter"),
  line(2, 5, "Do we want guests over the holidays?"),
  line(1, 1, "One evening a week without plans"),
  week(1, 10, 7),
  week(2, 10, 8),
];
