import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { addDays, civilDate, mondayOf, now, toColumn } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { drainReminders } from "@/server/jobs/send-reminders";
import { sweepReminders } from "@/server/jobs/sweep-reminders";
import { takeReport } from "@/server/mail/events/intake";
import { addressHash, suppress } from "@/server/mail/suppression";
import { closeMail } from "@/server/mail/transport";
import { rowToken } from "@/server/mail/verp";
import { movedClock } from "@/tests/factories/moved-clock";
import { countStatements } from "@/tests/factories/statements";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { type SmtpSink, startSmtpSink } from "@/tests/harness/smtp-sink";
import { isoWeek } from "./policy.plan";
import type { ReminderKind, ReminderSettings } from "./schema";

const clock = movedClock();
const eventsSecret = "a secret that signs reports of bounces";
process.env.MAIL_EVENTS_SECRET = eventsSecret;
const day = 86_400_000;
let world: TwoPractices;
let owner: Client;
let sink: SmtpSink;
/** Noon of the practice, on a Wednesday to come. */
let wednesday: Date;
let minutes = 0;

beforeAll(async () => {
  sink = await startSmtpSink();
  process.env.SMTP_URL = sink.url;
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
  const monday = addDays(mondayOf(civilDate(new Date(), "America/New_York")), 7);
  wednesday = new Date(`${addDays(monday, 2)}T17:00:00Z`);
  // What both do is due on Wednesday, what Alex does alone was due the day before.
  const window = (days: number) => ({ opensOn: toColumn(monday), dueOn: toColumn(addDays(monday, days)) });
  await owner.occurrence.updateMany({ where: { assignmentId: world.assignmentId, checkIn: null }, data: window(2) });
  await owner.occurrence.updateMany({ where: { assignmentId: world.hidden.assignmentId }, data: window(1) });
});
afterAll(async () => {
  closeMail();
  await sink.close();
  await owner.$disconnect();
  await world.close();
});
beforeEach(async () => {
  sink.arrived = [];
  sink.refuseWith = null;
  await owner.reminder.deleteMany();
  await owner.reminderOptOut.deleteMany();
  await owner.mailSuppression.deleteMany();
  // A clock never runs backwards.
  await clock.to(new Date(wednesday.getTime() + minutes++ * 60_000));
  // Sessions end after half an hour without use: the days between are not what is tried here.
  const far = new Date(wednesday.getTime() + 30 * day);
  await owner.session.updateMany({ data: { expiresAt: far, idleExpiresAt: far } });
});

const here = () => ({ practiceId: world.practiceId, coupleId: world.couple.id });
const own = () => ({ coupleId: world.couple.id });
const sentTo = (address: string) => sink.arrived.filter((mail) => [mail.to].flat()[0]?.text === address);
const rowsOf = (personId: string) =>
  owner.reminder.findMany({ where: { personId }, orderBy: [{ kind: "asc" }, { subject: "asc" }] });
const kindsOf = async (personId: string) => (await rowsOf(personId)).map((row) => row.kind);
const owe = (personId: string, kind: ReminderKind, subject: string) =>
  owner.reminder.create({
    data: {
      practiceId: world.practiceId,
      id: crypto.randomUUID(),
      personId,
      kind,
      subject,
      dueAt: now(),
      createdAt: now(),
    },
  });
const defaults: ReminderSettings = {
  ...{ hour: 9, quietFrom: null, quietTo: null, timeZone: "America/New_York", locale: "en", pausedUntil: null },
  days: [0, 1, 2, 3, 4, 5, 6],
  kinds: { HOMEWORK_NEW: "ON", HOMEWORK_DUE: "ON", HOMEWORK_MISSED: "ON", WEEKLY_PULSE: "ON", REPLY: "ON" },
};

describe("a partner's day", () => {
  it("is one mail: what is due, what was missed and a reply go together, each with its row", async () => {
    const { alex } = world.people;
    await owner.checkIn.updateMany({ data: { createdAt: new Date(wednesday.getTime() - 5 * day) } });
    await owner.reply.updateMany({ data: { createdAt: new Date(wednesday.getTime() - day) } });
    await sweepReminders();
    expect(await kindsOf(alex.id)).toEqual(expect.arrayContaining(["HOMEWORK_DUE", "HOMEWORK_MISSED", "REPLY"]));
    await drainReminders();
    expect(sentTo("alex@test.example")).toHaveLength(1);
    const rows = (await rowsOf(alex.id)).filter((row) => row.state === "SENT");
    expect(new Set(rows.map((row) => row.carriedBy)).size).toBe(1);
    expect(rows.map((row) => row.id)).toContain(rows[0]?.carriedBy);
    const { text = "" } = sentTo("alex@test.example")[0] ?? {};
    expect(text).toContain("There is something for you today");
    expect(text).toContain("There is also something new to read.");
    await sweepReminders();
    await drainReminders();
    expect(sentTo("alex@test.example")).toHaveLength(1);
  });

  it("says the same to byte and key whatever the other one did", async () => {
    const { alex } = world.people;
    const plain = async () => {
      await owner.reminder.deleteMany();
      sink.arrived = [];
      await sweepReminders();
      await drainReminders();
      const [mail] = sentTo("alex@test.example");
      const rows = (await rowsOf(alex.id)).map((row) => [
        row.kind,
        row.subject,
        row.dueAt.toISOString(),
        row.state,
        row.reason,
      ]);
      return {
        rows,
        mail: [mail?.subject, mail?.text, mail?.html].map((part) => String(part).replace(/unsubscribe\/[\w.-]+/g, "")),
      };
    };
    const before = await plain();
    const occurrence = await owner.occurrence.findFirstOrThrow({
      where: {
        personId: world.people.sam.id,
        checkIn: null,
        assignmentId: world.assignmentId,
        dueOn: { gte: toColumn(civilDate(now(), "America/New_York")) },
      },
      orderBy: { ordinal: "asc" },
    });
    await world.as("sam").checkIns.submit({
      ...{ ...own(), occurrenceId: occurrence.id, clientId: crypto.randomUUID(), result: "DONE", difficulty: 9 },
      ...{ usefulness: 1, visibility: "THERAPIST", words: "canary" },
    });
    expect(await plain()).toEqual(before);
  });
});

describe("the weekly rating", () => {
  it("is asked for on Sunday and not of whoever has rated the week", async () => {
    const sunday = new Date(wednesday.getTime() + 4 * day);
    await clock.to(sunday);
    const monday = mondayOf(civilDate(sunday, "America/New_York"));
    const { practiceId, people, couple } = world;
    await owner.pulse.create({
      data: {
        practiceId,
        coupleId: couple.id,
        personId: people.sam.id,
        weekOf: toColumn(monday),
        trust: 5,
        createdAt: sunday,
      },
    });
    await sweepReminders();
    const pulses = await owner.reminder.findMany({ where: { kind: "WEEKLY_PULSE", subject: isoWeek(monday) } });
    const whose = pulses.map((row) => row.personId);
    expect([whose.includes(people.alex.id), whose.includes(people.sam.id)]).toEqual([true, false]);
    await owner.pulse.deleteMany({ where: { personId: people.sam.id, weekOf: toColumn(monday) } });
  });
});

describe("silence", () => {
  it("after the one reminder reaches the primary therapist once, and nobody else", async () => {
    const { alex, therapist, second } = world.people;
    await owner.checkIn.updateMany({ data: { createdAt: new Date(wednesday.getTime() - 9 * day) } });
    await sweepReminders();
    expect(await kindsOf(alex.id)).toContain("HOMEWORK_MISSED");
    for (const days of [1, 2, 3, 4]) {
      await clock.to(new Date(wednesday.getTime() + days * day + minutes * 60_000));
      await sweepReminders();
    }
    const missed = (await rowsOf(alex.id)).filter((row) => row.kind === "HOMEWORK_MISSED" && row.reason !== "STALE");
    expect(missed).toHaveLength(1);
    const told = await owner.reminder.findMany({ where: { kind: "SILENCE_NOTICE" } });
    expect(told.filter((row) => row.subject.startsWith(alex.id)).map((row) => row.personId)).toEqual([therapist.id]);
    expect(told.some((row) => row.personId === second.id && row.subject.startsWith(alex.id))).toBe(false);
  });
});

describe("staff", () => {
  it("get one digest a week, and none when it is turned off", async () => {
    await sweepReminders();
    await sweepReminders();
    const week = isoWeek(mondayOf(civilDate(wednesday, "America/New_York")));
    const digests = async () =>
      (await rowsOf(world.people.therapist.id))
        .filter((row) => row.kind === "WEEKLY_DIGEST" && row.subject === week)
        .map((row) => row.reason);
    expect(await digests()).toEqual([null]);
    await owner.reminder.deleteMany();
    await world.as("therapist").reminders.saveStaff({
      ...{ ...defaults, practiceId: world.practiceId },
      kinds: { WEEKLY_DIGEST: "OFF", SILENCE_NOTICE: "ON", INVITATION_OPEN: "ON", TRIAL_ENDING: "ON" },
    });
    await sweepReminders();
    expect(await digests()).toEqual(["UNSUBSCRIBED"]);
  });

  it("are told once of an invitation that ran out", async () => {
    await owner.invitation.updateMany({ data: { expiresAt: new Date(wednesday.getTime() - day) } });
    await sweepReminders();
    await sweepReminders();
    const rows = await owner.reminder.findMany({ where: { kind: "INVITATION_OPEN", practiceId: world.practiceId } });
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.subject)).size).toBe(rows.length);
    await drainReminders();
    const after = await owner.reminder.findMany({ where: { kind: "INVITATION_OPEN", practiceId: world.practiceId } });
    expect(after.every((row) => row.state === "SENT")).toBe(true);
  });
});

describe("what a partner decides", () => {
  it("is kept by days, hours and kinds, and a pause passes by itself", async () => {
    const until = addDays(civilDate(now(), "America/New_York"), 2);
    const saved: ReminderSettings = {
      ...{ ...defaults, days: [0, 4], hour: 7, pausedUntil: until },
      kinds: { ...defaults.kinds, HOMEWORK_DUE: "PAUSED", REPLY: "OFF" },
    };
    await world.as("alex").reminders.save({ ...own(), ...saved });
    expect((await world.as("alex").reminders.page(own())).settings).toEqual(saved);
    await clock.to(new Date(wednesday.getTime() + 3 * day));
    const later = (await world.as("alex").reminders.page(own())).settings;
    expect([later.kinds.HOMEWORK_DUE, later.kinds.REPLY, later.pausedUntil]).toEqual(["ON", "OFF", null]);
    await world.as("alex").reminders.save({ ...own(), ...defaults });
  });

  it("is refused with a fault beside the field: no day at all, a pause without its end", async () => {
    const save = (changes: Partial<ReminderSettings>) =>
      world.as("alex").reminders.save({ ...own(), ...defaults, ...changes });
    await expect(save({ days: [] })).rejects.toThrow("chooseDay");
    await expect(save({ kinds: { ...defaults.kinds, REPLY: "PAUSED" } })).rejects.toThrow("pauseUntil");
  });
});

describe("the list of what was sent", () => {
  it("shows a partner their own rows alone, with reasons", async () => {
    const { alex, sam } = world.people;
    await owe(alex.id, "REPLY", crypto.randomUUID());
    await owe(sam.id, "WEEKLY_PULSE", "2020-W01");
    await drainReminders();
    const page = await world.as("alex").reminders.page(own());
    expect(page.rows.map((row) => [row.kind, row.state, row.reason])).toEqual([["REPLY", "SKIPPED", "ENDED"]]);
    const other = await world.as("sam").reminders.page(own());
    expect(other.rows.map((row) => [row.kind, row.state, row.about])).toEqual([
      ["WEEKLY_PULSE", "SKIPPED", "2019-12-30"],
    ]);
  });

  it("shows clinicians what was owed on account of their couple, not of another one and not what staff were sent", async () => {
    const { alex, therapist } = world.people;
    await sweepReminders();
    const elsewhere = [
      await owe(alex.id, "REPLY", crypto.randomUUID()),
      await owe(alex.id, "HOMEWORK_NUDGE", `${world.secondCouple.id}:2030-01-01`),
    ].map((row) => row.id);
    const page = await world.as("therapist").reminders.ofCouple(here());
    const rows = page.partners.find((one) => one.personId === alex.id)?.rows ?? [];
    expect(rows.map((row) => row.kind)).toContain("HOMEWORK_DUE");
    expect(rows.filter((row) => elsewhere.includes(row.id))).toEqual([]);
    expect(page.partners.map((one) => one.personId)).not.toContain(therapist.id);
    await expect(world.as("second").reminders.ofCouple(here())).rejects.toThrow("NOT_FOUND");
  });

  it("tells owners numbers, and who cannot be reached, but never which kind", async () => {
    const { alex } = world.people;
    await owe(alex.id, "WEEKLY_PULSE", isoWeek(mondayOf(civilDate(now(), "America/New_York"))));
    sink.refuseWith = 550;
    await drainReminders();
    const page = await world.as("owner").reminders.mail({ practiceId: world.practiceId });
    expect(page.days[0]).toMatchObject({ failed: 1, sent: 0 });
    expect(page.failures.map((row) => [row.name, row.reason, row.code])).toEqual([["Alex", "REJECTED", 550]]);
    expect(page.stopped.map((row) => [row.name, row.cause])).toEqual([["Alex", "REFUSED"]]);
    expect(JSON.stringify(page)).not.toMatch(/PULSE|HOMEWORK|test\.example/);
  });

  it("takes six statements at most on each page", async () => {
    const pages = [
      () => world.as("alex").reminders.page(own()),
      () => world.as("alex").reminders.me(own()),
      () => world.as("therapist").reminders.ofCouple(here()),
      () => world.as("therapist").reminders.staffPage({ practiceId: world.practiceId }),
      () => world.as("owner").reminders.mail({ practiceId: world.practiceId }),
    ];
    for (const page of pages) expect(await countStatements(page)).toBeLessThanOrEqual(6);
  });
});

describe("reminding by hand", () => {
  it("goes once for what is open, as a row of its own, and the other partner learns nothing", async () => {
    const { alex } = world.people;
    const samBefore = await world.as("sam").reminders.page(own());
    const input = { ...here(), personId: alex.id };
    expect(await world.as("therapist").reminders.nudge(input)).toEqual({ nudged: true });
    expect(await world.as("therapist").reminders.nudge(input)).toEqual({ nudged: false });
    await drainReminders();
    expect(sentTo("alex@test.example")).toHaveLength(1);
    expect(sentTo("sam@test.example")).toHaveLength(0);
    expect(await world.as("sam").reminders.page(own())).toEqual(samBefore);
    const page = await world.as("therapist").reminders.ofCouple(here());
    expect(page.partners.find((one) => one.personId === alex.id)).toMatchObject({ nudged: true });
  });

  it("still obeys who turned such emails off", async () => {
    const { alex } = world.people;
    await owner.reminderOptOut.create({
      data: { practiceId: world.practiceId, personId: alex.id, kind: "HOMEWORK_DUE", createdAt: now() },
    });
    await world.as("therapist").reminders.nudge({ ...here(), personId: alex.id });
    await drainReminders();
    expect((await rowsOf(alex.id)).map((row) => [row.state, row.reason])).toEqual([["SKIPPED", "UNSUBSCRIBED"]]);
  });

  it("says before that no email would go: they are turned off or paused, or no address is confirmed; and nothing of it to the other partner", async () => {
    const { alex, sam } = world.people;
    const where = { practiceId_personId: { practiceId: world.practiceId, personId: alex.id } };
    const noMail = async () => {
      const { partners } = await world.as("therapist").reminders.ofCouple(here());
      return [alex, sam].map(({ id }) => partners.find((one) => one.personId === id)?.noMail);
    };
    const samBefore = await world.as("sam").reminders.page(own());
    expect(await noMail()).toEqual([null, null]);
    const optOut = { practiceId: world.practiceId, personId: alex.id, kind: "HOMEWORK_DUE" as const, createdAt: now() };
    await owner.reminderOptOut.create({ data: optOut });
    expect(await noMail()).toEqual(["UNWANTED", null]);
    const today = civilDate(now(), "America/New_York");
    await owner.reminderOptOut.updateMany({ data: { until: toColumn(today) } });
    expect(await noMail()).toEqual(["UNWANTED", null]);
    await owner.reminderOptOut.updateMany({ data: { until: toColumn(addDays(today, -1)) } });
    expect(await noMail()).toEqual([null, null]);
    await owner.personPrivate.update({ where, data: { contactEmail: null } });
    expect(await noMail()).toEqual(["NO_ADDRESS", null]);
    expect(await world.as("sam").reminders.page(own())).toEqual(samBefore);
    await owner.personPrivate.update({ where, data: { contactEmail: "alex@test.example" } });
  });
});

describe("a person without a confirmed address", () => {
  it("gets nothing, and is told that this is why, as their clinician is", async () => {
    const { alex } = world.people;
    const where = { practiceId_personId: { practiceId: world.practiceId, personId: alex.id } };
    await owner.personPrivate.update({ where, data: { contactEmail: null } });
    await owe(alex.id, "WEEKLY_PULSE", isoWeek(mondayOf(civilDate(now(), "America/New_York"))));
    await drainReminders();
    const reasons = [["SKIPPED", "NO_ADDRESS"]];
    const page = await world.as("alex").reminders.page(own());
    expect(page.rows.map((row) => [row.state, row.reason])).toEqual(reasons);
    const { partners } = await world.as("therapist").reminders.ofCouple(here());
    const told = partners.find((one) => one.personId === alex.id)?.rows ?? [];
    expect(told.map((row) => [row.state, row.reason])).toEqual(reasons);
    expect(sink.arrived).toEqual([]);
    await owner.personPrivate.update({ where, data: { contactEmail: "alex@test.example" } });
  });
});

describe("an address that takes no mail", () => {
  it("gets nothing more in this practice until it is let again; a complaint only by the person", async () => {
    const { alex } = world.people;
    const { practiceId } = world;
    const hash = addressHash("ALEX@test.example");
    const week = isoWeek(mondayOf(civilDate(now(), "America/New_York")));
    await suppress({ practiceId, personId: alex.id, addressHash: hash }, "COMPLAINT");
    await owe(alex.id, "WEEKLY_PULSE", week);
    await drainReminders();
    expect((await rowsOf(alex.id)).map((row) => row.reason)).toEqual(["BOUNCED"]);
    expect((await world.as("alex").reminders.page(own())).stopped).toBe("COMPLAINT");
    await world.as("owner").reminders.liftFor({ practiceId, personId: alex.id });
    expect(await owner.mailSuppression.count()).toBe(1);
    await world.as("alex").reminders.lift(own());
    expect(await owner.mailSuppression.count()).toBe(0);
    await owner.reminder.deleteMany();
    await owe(alex.id, "WEEKLY_PULSE", week);
    await drainReminders();
    expect(sentTo("alex@test.example")).toHaveLength(1);
  });
});

describe("a report of a bounce", () => {
  const report = async (returned: string) => {
    const body = JSON.stringify({ events: [{ type: "bounce", returned }] });
    const seconds = Math.floor(now().getTime() / 1_000);
    const mac = createHmac("sha256", eventsSecret).update(`${seconds}.${body}`).digest("hex");
    return takeReport("signed", new Headers({ "x-reconnect-signature": `t=${seconds},v1=${mac}` }), body);
  };

  it("stops the address that the mail went to, in the practice that sent it, and not a newer one", async () => {
    const { alex } = world.people;
    const row = await owe(alex.id, "WEEKLY_PULSE", "2020-W01");
    expect(await report(rowToken(row.id, "former@test.example"))).toBe(204);
    expect(await owner.mailSuppression.count()).toBe(0);
    expect(await report(rowToken(row.id, "alex@test.example"))).toBe(204);
    const [stopped, ...others] = await owner.mailSuppression.findMany();
    expect([stopped?.practiceId, stopped?.personId, stopped?.cause, others]).toEqual([
      world.practiceId,
      alex.id,
      "BOUNCE",
      [],
    ]);
  });

  it("is not taken from whoever did not sign it, nor from a provider that is not configured", async () => {
    const unsigned = new Headers({ "x-reconnect-signature": `t=1,v1=${"0".repeat(64)}` });
    expect(await takeReport("signed", unsigned, "{}")).toBe(404);
    expect(await takeReport("ses", new Headers(), "{}")).toBe(404);
    expect(await takeReport("elsewhere", new Headers(), "{}")).toBe(404);
  });
});

describe("many practices", () => {
  it("each get their share of a claim, however much one of them owes", async () => {
    const { claim } = await import("@/server/jobs/reminder-claims");
    const staff = await owner.person.findMany({ where: { practiceId: world.practiceId } });
    for (const { id } of staff) await owe(id, "WEEKLY_PULSE", "2020-W01");
    const { otherOwner } = world.people;
    await owner.reminder.create({
      data: {
        ...{
          practiceId: world.otherPracticeId,
          id: crypto.randomUUID(),
          personId: otherOwner.id,
          kind: "WEEKLY_PULSE",
        },
        ...{ subject: "2020-W01", dueAt: now(), createdAt: now() },
      },
    });
    const taken = await claim(4);
    expect(taken.map((row) => row.practiceId).filter((id) => id === world.otherPracticeId)).toHaveLength(1);
    expect(taken).toHaveLength(3);
  });
});
