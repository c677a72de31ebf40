import type { Client } from "@/server/db/clients";
import type { ReminderKind } from "@/server/features/reminders/schema";
import { wall } from "./year";

/** A row of the ledger that has just been sent. */
export interface SentRow {
  id: string;
  practiceId: string;
  personId: string;
  kind: ReminderKind;
  subject: string;
  carriedBy: string | null;
}

const text = (date: Date) => date.toISOString().slice(0, 10);
const partnersOwn = ["HOMEWORK_NEW", "HOMEWORK_DUE", "HOMEWORK_MISSED", "WEEKLY_PULSE", "REPLY"];

/** Unanswered windows of running homework of a person. */
function unanswered(owner: Client, { practiceId, personId }: SentRow, where: object) {
  const running = { state: "ACTIVE" as const, couple: { state: "ACTIVE" as const } };
  return owner.occurrence.findMany({
    where: { practiceId, personId, checkIn: null, rests: false, assignment: running, ...where },
  });
}

/** Monday of an ISO week, told day by day. */
function mondayOf(week: string): string {
  const [year, number] = week.split("-W").map(Number);
  const fourth = new Date(Date.UTC(year ?? 0, 0, 4));
  const shift = (((number ?? 1) - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * 86_400_000;
  return text(new Date(fourth.getTime() + shift));
}

/** Whether there was nothing left of what a row is about. */
async function isDone(owner: Client, row: SentRow, today: string): Promise<boolean> {
  const { kind, subject, practiceId, personId } = row;
  if (kind === "HOMEWORK_DUE" || kind === "HOMEWORK_MISSED") {
    if (kind === "HOMEWORK_DUE" && today > subject) return true;
    return (await unanswered(owner, row, { dueOn: new Date(`${subject}T00:00:00Z`) })).length === 0;
  }
  if (kind === "HOMEWORK_NEW") {
    const answers = await owner.checkIn.count({ where: { practiceId, authorId: personId, assignmentId: subject } });
    return (
      answers > 0 ||
      (await unanswered(owner, row, { assignmentId: subject, dueOn: { gte: new Date(`${today}T00:00:00Z`) } }))
        .length === 0
    );
  }
  if (kind === "WEEKLY_PULSE")
    return (
      (await owner.pulse.count({
        where: { practiceId, personId, weekOf: new Date(`${mondayOf(subject)}T00:00:00Z`) },
      })) > 0
    );
  return false;
}

/** What was wrong with sending a row now, told from the rows alone and by no part of the product. */
export async function faultsOf(owner: Client, row: SentRow, at: Date): Promise<string[]> {
  const { kind, practiceId, personId } = row;
  if (!partnersOwn.includes(kind)) return [];
  const times = await owner.personPrivate.findUniqueOrThrow({
    where: { practiceId_personId: { practiceId, personId } },
  });
  const { date, hour } = wall(at.getTime(), times.timeZone);
  const [from, to] = [times.quietFrom, times.quietTo];
  const quiet =
    from !== null && to !== null && from !== to && (from < to ? hour >= from && hour < to : hour >= from || hour < to);
  const stopped = await owner.reminderOptOut.findFirst({ where: { practiceId, personId, kind } });
  const rests = await owner.couple.count({
    where: { practiceId, state: { not: "ACTIVE" }, partners: { some: { personId } } },
  });
  const said = `${kind} ${row.subject} at ${at.toISOString()}`;
  return [
    ...(quiet ? [`${said} in quiet hours`] : []),
    ...(stopped && (stopped.until === null || date <= text(stopped.until)) ? [`${said} though it is stopped`] : []),
    ...(rests > 0 ? [`${said} while the couple rests`] : []),
    ...((await isDone(owner, row, date)) ? [`${said} though nothing is left of it`] : []),
  ];
}

/** New homework of which nobody was told although it runs, is open, and its reader wants to know: none, once all has settled. */
export async function untold(owner: Client, practiceId: string, at: Date): Promise<string[]> {
  const waiting = await owner.reminder.findMany({
    where: { practiceId, kind: "HOMEWORK_NEW", state: { not: "SENT" } },
  });
  const faults: string[] = [];
  for (const row of waiting) {
    const { personId, subject } = row;
    const times = await owner.personPrivate.findUniqueOrThrow({
      where: { practiceId_personId: { practiceId, personId } },
    });
    const { date } = wall(at.getTime(), times.timeZone);
    const stops = { OR: [{ until: null }, { until: { gte: new Date(`${date}T00:00:00Z`) } }] };
    const where = { practiceId, personId, kind: "HOMEWORK_NEW" as const, ...stops };
    const useful = !(await isDone(owner, row, date)) && !(await owner.reminderOptOut.findFirst({ where }));
    if (useful && row.reason !== "UNSUBSCRIBED")
      faults.push(`${subject} was never told of: ${row.state} ${row.reason}`);
  }
  return faults;
}
