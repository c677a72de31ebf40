import { strategyText } from "@/content/content";
import type { Area, Strategy } from "@/content/schema";
import { civilDate } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { comingDaysJson } from "../../appointments/queries";
import { staffViewerOf } from "../../people/queries";
import { type Grid, nextGrid } from "../policy.grid";
import { cardTextsOf, findPeople, localesOf, openPlan } from "../queries";
import type { EditForm } from "../schema";

interface FormRow extends Grid {
  assignmentId: string;
  assignedById: string;
  mode: EditForm["mode"];
  state: EditForm["state"];
  startsOn: string;
  knownToBoth: boolean;
  note: Uint8Array | null;
  plan: Uint8Array | null;
  personIds: string[];
  untilAppointment: boolean;
  appointments: string[];
  strategyKey: string;
  area: Area;
  minutes: number;
  texts: Strategy["text"];
  locales: EditForm["locales"];
  timeZone: string;
}

async function findRow(tx: Tx, actor: Member, coupleId: string, assignmentId: string): Promise<FormRow> {
  const [row] = await tx.$queryRaw<FormRow[]>`
    SELECT a.id AS "assignmentId", a.assigned_by_id AS "assignedById", a.mode, a.state, a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn",
      a.cadence, coalesce(a.grid_on, a.starts_on)::text AS "gridOn", a.grid_ordinal AS "gridOrdinal", a.known_to_both AS "knownToBoth",
      a.until_after IS NOT NULL AS "untilAppointment", ${comingDaysJson(actor, coupleId)} AS appointments,
      a.note, a.plan, sv.key AS "strategyKey", sv.content->>'area' AS area, (sv.content->>'minutes')::int AS minutes, sv.content->'text' AS texts,
      guard.app_client_locales() AS locales, pr.time_zone AS "timeZone",
      (SELECT json_agg(ap.person_id) FROM assignment_partner ap WHERE ap.practice_id = a.practice_id AND ap.assignment_id = a.id) AS "personIds"
    FROM assignment a
    JOIN practice pr ON pr.id = a.practice_id
    JOIN strategy_version sv ON sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id
    WHERE a.practice_id = ${actor.practiceId}::uuid AND a.couple_id = ${coupleId}::uuid AND a.id = ${assignmentId}::uuid AND a.state <> 'ENDED'`;
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

const noPlan = { why: "", when: "", obstacle: "", tiny: "", hour: "" as const, confidence: null };

/** One assignment as it stands, to be changed. @throws AppError NOT_FOUND, also where it was ended */
export async function editFormPage(tx: Tx, actor: Member, coupleId: string, assignmentId: string): Promise<EditForm> {
  const people = await findPeople(tx, actor, coupleId);
  const row = await findRow(tx, actor, coupleId, assignmentId);
  const text = strategyText({ text: row.texts }, actor.locale);
  const words = await wordsOf(tx, actor.practiceId, [row.assignedById]);
  const place = { table: "assignment", column: "note", rowId: assignmentId };
  const { strategyKey, mode, state, personIds, startsOn, area, cadence, endsOn, knownToBoth } = row;
  return {
    viewer: staffViewerOf(actor),
    coupleId,
    assignmentId,
    partners: people.partners,
    title: text.title,
    tiny: text.tiny.text,
    minutes: row.minutes,
    card: cardTextsOf(row.texts),
    locales: localesOf(people, row.locales),
    ...{ strategyKey, area, mode, state, personIds, startsOn },
    appointments: row.appointments,
    nextOn: nextGrid(row, civilDate(actor.at, row.timeZone)).gridOn,
    fields: {
      ...{ cadence, endsOn, knownToBoth, untilAppointment: row.untilAppointment },
      note: row.note ? words.open(row.assignedById, row.note, place) : "",
      plan: openPlan(words, row) ?? noPlan,
    },
  };
}
