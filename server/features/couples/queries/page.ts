import { addDays, type CivilDate, civilDate, daysBetween, mondayOf } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { type Words, wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { apartOf, areas, trendOf } from "../../caseload/policy";
import { mondaysUntil, type PulseRow, seriesOf, toMark } from "../../caseload/queries";
import { openPlan } from "../../homework/queries";
import { type CouplePeople, couplePeople, staffViewerOf } from "../../people/queries";
import type { Partner } from "../../people/schema";
import { openTold, toldWriters } from "../../tools/queries/told";
import type { CouplePage, HomeworkRow, ReviewedCheckIn } from "../schema";
import { type CheckInRow, checkInRows, coupleFacts, type HomeworkFacts } from "./facts";

const weeksShown = 10;
const sinceDays = 28;

function pulseOf(people: CouplePeople, rows: PulseRow[], weeks: CivilDate[]): CouplePage["pulse"] {
  const [one, two] = [1, 2].map(
    (position) => people.partners.find((partner) => partner.position === position)?.personId,
  );
  return areas.map((area) => {
    const series = { one: seriesOf(rows, one, area, weeks), two: seriesOf(rows, two, area, weeks) };
    const trends = { one: trendOf(series.one.slice(-5)), two: trendOf(series.two.slice(-5)) };
    return { area, ...series, apart: apartOf(series.one, series.two), trends };
  });
}

function homeworkOf(row: HomeworkFacts, partners: Partner[], words: Words): HomeworkRow {
  const place = { table: "assignment", column: "note", rowId: row.assignmentId };
  return {
    assignmentId: row.assignmentId,
    title: row.title,
    area: row.area,
    mode: row.mode,
    state: row.state,
    cadence: row.cadence,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    untilAppointment: row.untilAppointment,
    waits: row.waits,
    rests: row.rests,
    note: row.note ? words.open(row.assignedById, Buffer.from(row.note, "base64"), place) : null,
    plan: openPlan(words, { ...row, plan: row.plan ? Buffer.from(row.plan, "base64") : null }),
    forPartners: partners
      .filter((partner) => row.personIds.includes(partner.personId))
      .map(({ personId, position, name }) => {
        const marks = (row.windows ?? []).filter((one) => one.personId === personId).slice(-6);
        return { position, name, marks: marks.map((one) => toMark(one.result)) };
      }),
  };
}

function checkInOf(row: CheckInRow, actor: Member, partners: Partner[], words: Words): ReviewedCheckIn {
  const author = partners.find((partner) => partner.personId === row.authorId);
  const place = row.entryId && { table: "entry", column: "body", rowId: row.entryId };
  const text = place && row.body ? words.open(row.authorId, row.body, place) : "";
  const { checkInId, title, area, result, difficulty, usefulness, version, at, reviewed } = row;
  return {
    checkInId,
    position: author?.position ?? 1,
    authorName: author?.name ?? "",
    title,
    area,
    result,
    difficulty,
    usefulness,
    visibility: row.shared ? "SHARED" : "THERAPIST",
    words: text || null,
    version,
    at,
    reviewed,
    replies: (row.replies ?? []).map(({ replyId, authorId, authorName, audience, body, at: repliedAt }) => ({
      replyId,
      authorName,
      mine: authorId === actor.personId,
      audience,
      body: words.open(authorId, Buffer.from(body, "base64"), { table: "reply", column: "body", rowId: replyId }),
      at: new Date(repliedAt),
    })),
  };
}

const median = (values: number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

function sinceOf(people: CouplePeople, homework: HomeworkFacts[], from: CivilDate): CouplePage["since"] {
  return people.partners.map(({ personId, position, name }) => {
    const windows = homework
      .flatMap((row) => row.windows ?? [])
      .filter((one) => one.personId === personId && one.dueOn >= from);
    const answered = windows.filter((one) => one.result !== null);
    const difficulty = median(answered.map((one) => one.difficulty).filter((value): value is number => value !== null));
    return { position, name, answered: answered.length, windows: windows.length, difficulty };
  });
}

/** One screen before the next appointment: everything of a couple that its clinicians may read. Six statements. */
export async function couplePage(tx: Tx, actor: Member, coupleId: string): Promise<CouplePage> {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  if (!people) throw new AppError("NOT_FOUND");
  const today = civilDate(actor.at, actor.timeZone);
  const weeks = mondaysUntil(today, weeksShown);
  const { startedOn, state, partners, lastAppointment, nextAppointment } = people;
  const since = lastAppointment ?? new Date(actor.at.getTime() - sinceDays * 86_400_000);
  const asked = { today, monday: weeks[0] ?? today, since };
  const { pulses, homework, elsewhere, safety, toOpenAlone, program, told } = await coupleFacts(
    tx,
    actor,
    coupleId,
    asked,
  );
  const checkIns = await checkInRows(tx, actor, coupleId);
  const replies = checkIns.flatMap((row) => row.replies ?? []);
  const writers = [
    ...people.partners.map((one) => one.personId),
    ...homework.map((one) => one.assignedById),
    ...replies.map((one) => one.authorId),
    ...toldWriters(told),
  ];
  const words = await wordsOf(tx, actor.practiceId, writers);
  const from = lastAppointment ? civilDate(lastAppointment, actor.timeZone) : addDays(today, -sinceDays);
  const began = homework.map((row) => row.startsOn).sort()[0];
  const beganAt = began ? weeks.indexOf(mondayOf(began)) : -1;
  return {
    viewer: staffViewerOf(actor),
    couple: {
      coupleId,
      state,
      partners,
      startedOn,
      week: Math.floor(daysBetween(startedOn, today) / 7) + 1,
      lastAppointment,
      nextAppointment,
    },
    licensed: actor.licensed,
    toOpenAlone,
    safety,
    program,
    elsewhere: state === "ENDED" ? { ...elsewhere, places: [] } : elsewhere,
    weeks,
    homeworkBegan: beganAt >= 0 ? beganAt : null,
    pulse: pulseOf(people, pulses, weeks),
    since: sinceOf(people, homework, from),
    told: openTold(told, words, actor),
    homework: homework.filter((row) => row.shown || row.waits).map((row) => homeworkOf(row, partners, words)),
    checkIns: checkIns.map((row) => checkInOf(row, actor, partners, words)),
  };
}
