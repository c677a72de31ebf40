import { addDays, weekdayOf } from "../civil";

/** The ways to say by when a promise is kept. */
export const dueChoices = ["today", "tomorrow", "weekend", "date"] as const;
export type DueChoice = (typeof dueChoices)[number];

/**
 * The civil date that a choice means. "weekend" is the coming Sunday, today on a Sunday.
 * @param date what was picked, for "date"; not asked otherwise.
 */
export function dueOn(choice: DueChoice, today: string, date: string): string {
  if (choice === "today") return today;
  if (choice === "tomorrow") return addDays(today, 1);
  if (choice === "weekend") return addDays(today, 7 - weekdayOf(today));
  return date;
}
