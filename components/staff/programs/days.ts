const dayMs = 86_400_000;

/**
 * When the weeks of a program would open, one a week from its first day; null from a week on that waits for the therapist's
 * word, since nobody knows that day.
 */
export function daysOf(weeks: readonly { opens: "DATE" | "THERAPIST" }[], startsOn: string): (string | null)[] {
  const first = Date.parse(startsOn);
  const waitsAt = weeks.findIndex((week) => week.opens === "THERAPIST");
  return weeks.map((_, index) => {
    const known = !Number.isNaN(first) && (waitsAt < 0 || index < waitsAt);
    return known ? new Date(first + index * 7 * dayMs).toISOString().slice(0, 10) : null;
  });
}
