import { vi } from "vitest";
import { createSession } from "@/server/auth/sessions";
import { addDays, civilDate } from "@/server/clock";
import { feed } from "@/server/features/calendar/queries";
import { extendOccurrences } from "@/server/jobs/extend-occurrences";
import { sealAudit } from "@/server/jobs/seal-audit";
import { sendReminders } from "@/server/jobs/send-reminders";
import { sweepReminders } from "@/server/jobs/sweep-reminders";
import { closeMail } from "@/server/mail/transport";
import { AppRole } from "../factories/app-role";
import { httpActor } from "../factories/over-http";
import { type ActorName, type TwoPractices, twoPractices } from "../factories/two-practices";
import { cases } from "../isolation/cases";
import { idFields, madeByBrowser, tableOf, withId } from "../isolation/id-fields";
import { procedures } from "../isolation/walk";
import { openMailbox, withoutNonces } from "./mailbox";
import { beginStep } from "./seeded";

const minute = 60_000;
const day = 24 * 60 * minute;
/** A Monday afternoon in winter, so that eight weeks cross the change of clocks. */
const beginning = Date.parse("2026-02-09T15:30:00Z");

/** Days of the week on which the worker looks: the first, and those on which something is due for Sam. */
const mailDays = new Set([0, 2, 4]);

/** The parts of a story that differ: what Alex does on a day, and what the therapist answers to Alex alone. */
export type Alex = (scene: Scene, dayNumber: number) => Promise<void>;

/** What a day of the story offers to whoever acts in it. */
export interface Scene {
  world: TwoPractices;
  as(name: ActorName): ReturnType<TwoPractices["as"]>;
  /** Windows of somebody that are open and not answered, the oldest first. */
  openWindows(name: "alex" | "sam"): Promise<string[]>;
  /** Windows of somebody that are open, answered or not: one of each homework. */
  windowsOfTools(name: "alex" | "sam"): Promise<string[]>;
}

/** Everything that Sam receives in eight weeks, in order. */
export interface Received {
  answers: string[];
  letters: string[];
}

async function signInAgain(world: TwoPractices): Promise<void> {
  for (const name of ["alex", "sam", "therapist"] as const)
    world.secrets[name] = (await createSession(world.people[name].userId, name === "therapist", "test")).secret;
}

/** Ids that Sam can see of a table, at most a few: the newest windows come first by date. */
async function seenBySam(sql: AppRole, world: TwoPractices, table: string): Promise<string[]> {
  const order = table === "occurrence" ? "due_on, id" : "id";
  const rows = await sql.as(world.secrets.sam, world.practiceId, (query) =>
    query(`SELECT id FROM ${table} WHERE couple_id = $1 ORDER BY ${order} LIMIT 8`, [world.couple.id]),
  );
  return rows.rows.map((row) => row.id as string);
}

/** Every answer of every procedure that a partner may read, with every id that this one can name. */
async function readEverything(sql: AppRole, world: TwoPractices): Promise<string[]> {
  const ask = await httpActor(world, "sam");
  const answers: string[] = [];
  for (const [path, one] of Object.entries(cases)) {
    if (procedures[path]?._def.type !== "query" || !one.input) continue;
    if (!one.open && !one.allowed.includes("sam") && !one.allowed.includes("alex")) continue;
    const input = one.input(world);
    const [field] = idFields(procedures[path]?._def.inputs ?? []).filter(
      (name) => !madeByBrowser(name) && !["practiceId", "coupleId"].includes(name),
    );
    const inputs = field
      ? (await seenBySam(sql, world, tableOf(field))).map((id) => withId(input, field, id))
      : [input];
    for (const each of inputs) answers.push(`${path} ${JSON.stringify(await ask(path, "query", each))}`);
  }
  return answers;
}

/** The worker's rounds of a day; what it keeps weeks ahead, once a week. */
async function work(number: number): Promise<void> {
  if (number % 7 === 0) {
    beginStep(`extend ${number}`);
    await extendOccurrences();
    beginStep(`seal ${number}`);
    await sealAudit();
  }
  beginStep(`sweep ${number}`);
  await sweepReminders();
  beginStep(`send ${number}`);
  while ((await sendReminders()) > 0);
}

/** Appointments, and what runs being paused, resumed and changed: the same in every world, whatever Alex does. */
async function theTherapistsOwn({ world, as }: Pick<Scene, "world" | "as">, number: number): Promise<void> {
  const at = { practiceId: world.practiceId, coupleId: world.couple.id };
  const { homework, appointments } = as("therapist");
  const today = civilDate(new Date(), "America/New_York");
  const both = { ...at, assignmentId: world.assignmentId };
  beginStep(`running ${number}`);
  if (number === 3) {
    const time = { on: addDays(today, 9), time: "11:00", minutes: 50 };
    // Named by hand: the calendar's marks derive from it, and are compared to the letter.
    await appointments.create({ ...at, clientId: "7d5a1e80-52f1-4a0e-9d0b-1f6f5f0c2a11", ...time });
    const next = (await appointments.page(at)).coming[0]?.appointmentId ?? "";
    await appointments.skip({ ...at, appointmentId: next, skipped: true });
  }
  if (number === 8) await homework.pause(both);
  if (number === 12) await homework.resume(both);
  if (number === 20)
    await homework.edit({
      ...both,
      ...{ cadence: { every: "two-weeks", times: 3 }, endsOn: null, untilAppointment: true, knownToBoth: true },
      ...{
        note: "From now on.",
        plan: { why: "", when: "After dinner", obstacle: "", tiny: "", hour: "", confidence: 5 },
      },
    });
  if (number === 24) {
    const [next] = (await appointments.page(at)).coming;
    const moved = { on: addDays(today, 12), time: "12:00", minutes: 50 };
    if (next) await appointments.move({ ...at, appointmentId: next.appointmentId, ...moved });
  }
}

async function therapistAndSam({ world, as, openWindows }: Scene, number: number): Promise<unknown[]> {
  const { practiceId } = world;
  const coupleId = world.couple.id;
  const answers: unknown[] = [];
  if (number % 7 === 1) {
    const [occurrenceId] = await openWindows("sam");
    const visibility = number % 2 ? ("SHARED" as const) : ("THERAPIST" as const);
    const words = `Sam on day ${number}`;
    const fields = { result: "DONE" as const, difficulty: 3, usefulness: 7, visibility, words };
    beginStep(`sam ${number}`);
    if (occurrenceId) {
      const stored = await as("sam").checkIns.submit({
        coupleId,
        occurrenceId,
        clientId: crypto.randomUUID(),
        ...fields,
      });
      answers.push(stored);
      const reply = {
        checkInId: stored.checkInId,
        clientId: crypto.randomUUID(),
        body: "Thank you.",
        audience: "AUTHOR" as const,
      };
      await as("therapist").checkIns.reply({ practiceId, coupleId, ...reply });
    }
    answers.push(
      await as("sam").pulse.save({ coupleId, trust: 5, communication: null, intimacy: 6, connection: null }),
    );
  }
  await theTherapistsOwn({ world, as }, number);
  if (number === 16) {
    const startsOn = addDays(civilDate(new Date(), "America/New_York"), 1);
    const plan = { mode: "EACH" as const, knownToBoth: true, cadence: { every: "week" as const, times: 2 }, startsOn };
    const personIds = [world.people.alex.id, world.people.sam.id];
    for (const strategyKey of ["listen-actively", "be-curious", "small-gestures", "be-transparent"]) {
      const strategy = { strategyKey, endsOn: null, note: "For both." };
      beginStep(`assign ${strategyKey}`);
      await as("therapist").homework.assign({
        practiceId,
        coupleId,
        clientId: crypto.randomUUID(),
        personIds,
        ...strategy,
        ...plan,
      });
    }
  }
  return answers;
}

/** Lives through the days of a world with one kind of Alex, and gathers what Sam receives. */
export async function tell(days: number, alex: Alex): Promise<Received> {
  vi.setSystemTime(beginning);
  beginStep("the world");
  const mailbox = await openMailbox();
  process.env.SMTP_URL = mailbox.url;
  closeMail();
  const world = await twoPractices();
  const sql = await AppRole.connect(world.appUrl);
  const openWindows = async (name: "alex" | "sam") => {
    const found = await sql.as(world.secrets[name], world.practiceId, (query) =>
      query(
        `SELECT o.id FROM occurrence o JOIN assignment a ON a.practice_id = o.practice_id AND a.id = o.assignment_id AND a.state = 'ACTIVE'
        WHERE o.person_id = $1 AND o.opens_on <= $2 AND o.due_on >= $2 AND NOT EXISTS (SELECT 1 FROM check_in c WHERE c.occurrence_id = o.id)
        ORDER BY o.due_on, o.ordinal, o.id`,
        [world.people[name].id, civilDate(new Date(), "America/New_York")],
      ),
    );
    return found.rows.map((row) => row.id as string);
  };
  const windowsOfTools = async (name: "alex" | "sam") => {
    const found = await sql.as(world.secrets[name], world.practiceId, (query) =>
      query(
        `SELECT DISTINCT ON (o.assignment_id) o.id FROM occurrence o
        JOIN assignment a ON a.practice_id = o.practice_id AND a.id = o.assignment_id AND a.state = 'ACTIVE'
        WHERE o.person_id = $1 AND o.opens_on <= $2 AND o.due_on >= $2 ORDER BY o.assignment_id, o.ordinal, o.id`,
        [world.people[name].id, civilDate(new Date(), "America/New_York")],
      ),
    );
    return found.rows.map((row) => row.id as string);
  };
  const address = (await world.as("sam").calendar.make({ coupleId: world.couple.id })).address;
  const scene: Scene = { world, as: (name) => world.as(name), openWindows, windowsOfTools };
  const answers: string[] = [];
  for (let number = 0; number < days; number++) {
    vi.setSystemTime(beginning + number * day);
    beginStep(`sign in ${number}`);
    await signInAgain(world);
    if (mailDays.has(number % 7) || number === 17) await work(number);
    vi.setSystemTime(beginning + number * day + 5 * minute);
    beginStep(`alex ${number}`);
    await alex(scene, number);
    vi.setSystemTime(beginning + number * day + 9 * minute);
    const told = await therapistAndSam(scene, number);
    answers.push(...told.map((one) => JSON.stringify(one)));
    if (number % 14 === 6 || number === days - 1)
      answers.push(...(await readEverything(sql, world)), JSON.stringify(await feed(address.split("/").at(-1) ?? "")));
  }
  const letters = (mailbox.letters.get("sam@test.example") ?? []).map(withoutNonces);
  await sql.close();
  closeMail();
  await mailbox.close();
  await world.close();
  return { answers, letters };
}

/** Every id by the order in which it first appears: two worlds may name the same things differently. */
export function inOrderOfIds({ answers, letters }: Received): Received {
  const names = new Map<string, string>();
  const rename = (text: string) =>
    text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      if (!names.has(id)) names.set(id, `id-${names.size + 1}`);
      return names.get(id) ?? id;
    });
  return { answers: answers.map(rename), letters: letters.map(rename) };
}
