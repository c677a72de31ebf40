import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/unsubscribe/route";
import { ownerClient } from "@/prisma/seed/owner";
import type { Client } from "@/server/db/clients";
import { extendOccurrences } from "@/server/jobs/extend-occurrences";
import { sendReminders } from "@/server/jobs/send-reminders";
import { sweepReminders } from "@/server/jobs/sweep-reminders";
import { closeMail } from "@/server/mail/transport";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { type SmtpSink, startSmtpSink } from "@/tests/harness/smtp-sink";
import { unsubscribeToken, verifyUnsubscribe } from "./links";

let world: TwoPractices;
let owner: Client;
let sink: SmtpSink;

beforeAll(async () => {
  sink = await startSmtpSink();
  process.env.SMTP_URL = sink.url;
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
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
  await owner.personPrivate.updateMany({ data: { quietFrom: null, quietTo: null } });
});

const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(new Date());
const assign = () =>
  world.as("therapist").homework.assign({
    practiceId: world.practiceId,
    coupleId: world.couple.id,
    clientId: crypto.randomUUID(),
    strategyKey: "listen-actively",
    mode: "EACH",
    personIds: [world.people.alex.id, world.people.sam.id],
    knownToBoth: true,
    cadence: { every: "week", times: 1 },
    startsOn: today(),
    endsOn: null,
    note: "canary-in-no-mail",
  });
const ledger = () => owner.reminder.findMany({ orderBy: { createdAt: "asc" } });

describe("new homework", () => {
  it("reaches each partner once through real SMTP, neutral, with both ways to stop it", async () => {
    const { assignmentId } = await assign();
    await sendReminders();
    await sendReminders();
    expect(sink.arrived.map((mail) => [mail.to].flat()[0]?.text).sort()).toEqual([
      "alex@test.example",
      "sam@test.example",
    ]);
    for (const mail of sink.arrived) {
      const raw = [mail.subject, mail.text, mail.html, mail.from?.text].join(" ");
      expect(raw).not.toMatch(/canary|Listen|therap|couple|\b(Alex|Sam)\b|homework/i);
      expect(raw).not.toContain(assignmentId);
      expect(mail.from?.value[0]?.name).toBe("Harbor");
      const list = mail.headers.get("list") as {
        unsubscribe?: { url?: string };
        "unsubscribe-post"?: { name?: string };
      };
      expect(list.unsubscribe?.url).toContain("/api/unsubscribe?token=");
      expect(list["unsubscribe-post"]?.name).toBe("List-Unsubscribe=One-Click");
    }
    expect((await ledger()).map((row) => row.state)).toEqual(["SENT", "SENT"]);
  });

  it("is sent by one of several workers at once, never by two", async () => {
    await assign();
    await Promise.all([1, 2, 3, 4].map(() => sendReminders()));
    expect(sink.arrived).toHaveLength(2);
  });

  it("is not sent when it was done, ended or unsubscribed meanwhile, and says why", async () => {
    const first = await assign();
    await world
      .as("therapist")
      .homework.end({ practiceId: world.practiceId, coupleId: world.couple.id, assignmentId: first.assignmentId });
    await sendReminders();
    const second = await assign();
    const mine = await owner.occurrence.findFirstOrThrow({
      where: { assignmentId: second.assignmentId, personId: world.people.alex.id },
      orderBy: { ordinal: "asc" },
    });
    const answer = {
      result: "DONE" as const,
      difficulty: null,
      usefulness: null,
      visibility: "THERAPIST" as const,
      words: "",
    };
    await world
      .as("alex")
      .checkIns.submit({ coupleId: world.couple.id, occurrenceId: mine.id, clientId: crypto.randomUUID(), ...answer });
    await owner.occurrence.deleteMany({
      where: { assignmentId: second.assignmentId, personId: world.people.alex.id, checkIn: null },
    });
    await owner.reminderOptOut.create({
      data: {
        practiceId: world.practiceId,
        personId: world.people.sam.id,
        kind: "HOMEWORK_NEW",
        createdAt: new Date(),
      },
    });
    await sendReminders();
    expect(sink.arrived).toEqual([]);
    const reasons = (await ledger()).map((row) => [
      row.subject === first.assignmentId ? "first" : "second",
      row.personId === world.people.alex.id ? "alex" : "sam",
      row.reason,
    ]);
    expect(reasons.sort()).toEqual([
      ["first", "alex", "ENDED"],
      ["first", "sam", "ENDED"],
      ["second", "alex", "DONE"],
      ["second", "sam", "UNSUBSCRIBED"],
    ]);
  });

  it("waits for the end of quiet hours under the same key", async () => {
    const hour = Number(
      new Intl.DateTimeFormat("en-GB", { timeZone: "America/New_York", hour: "2-digit" }).format(new Date()),
    );
    await owner.personPrivate.updateMany({
      where: { personId: world.people.alex.id },
      data: { quietFrom: hour, quietTo: (hour + 2) % 24 },
    });
    await assign();
    await sendReminders();
    expect(sink.arrived).toHaveLength(1);
    const waiting = (await ledger()).find((row) => row.personId === world.people.alex.id);
    expect(waiting?.state).toBe("OWED");
    expect(waiting?.nextAt?.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
  });
});

describe("the mail server", () => {
  it("that is busy gets another try with the same Message-ID; one that refuses for good does not", async () => {
    await assign();
    sink.refuseWith = 451;
    await sendReminders();
    expect((await ledger()).map((row) => [row.state, row.attempts])).toEqual([
      ["OWED", 1],
      ["OWED", 1],
    ]);
    sink.refuseWith = null;
    await owner.reminder.updateMany({ data: { nextAt: null } });
    await sendReminders();
    expect(sink.arrived).toHaveLength(2);
    await owner.reminder.updateMany({ data: { state: "OWED", nextAt: null } });
    await sendReminders();
    expect(new Set(sink.arrived.map((mail) => mail.messageId)).size).toBe(2);
    await owner.reminder.updateMany({ data: { state: "OWED", nextAt: null } });
    sink.refuseWith = 550;
    await sendReminders();
    expect((await ledger()).map((row) => [row.state, row.reason])).toEqual([
      ["FAILED", "REJECTED"],
      ["FAILED", "REJECTED"],
    ]);
  });

  it("gets a dead worker's mail from another once the lease is over", async () => {
    await assign();
    await owner.reminder.updateMany({ data: { state: "CLAIMED", leaseUntil: new Date(Date.now() + 60_000) } });
    await sendReminders();
    expect(sink.arrived).toEqual([]);
    await owner.reminder.updateMany({ data: { leaseUntil: new Date(Date.now() - 1) } });
    await sendReminders();
    expect(sink.arrived).toHaveLength(2);
  });
});

describe("homework due", () => {
  it("is one mail for the day, however many things are due and however often the sweep runs", async () => {
    await owner.personPrivate.updateMany({ data: { reminderHour: 0 } });
    await owner.occurrence.updateMany({
      where: {
        personId: world.people.sam.id,
        checkIn: null,
        opensOn: { lte: new Date(today()) },
        dueOn: { gte: new Date(today()) },
      },
      data: { dueOn: new Date(today()) },
    });
    await sweepReminders();
    await Promise.all([sweepReminders(), sweepReminders()]);
    const due = (await ledger()).filter((row) => row.personId === world.people.sam.id && row.subject === today());
    expect(due.map((row) => [row.kind, row.state])).toEqual([["HOMEWORK_DUE", "OWED"]]);
  });
});

describe("a partner who has not joined", () => {
  it("is never reminded of what waits for them", async () => {
    const samOf = { practiceId: world.practiceId, coupleId: world.couple.id, personId: world.people.sam.id };
    const where = { practiceId_coupleId_personId: samOf };
    await owner.personPrivate.updateMany({ data: { reminderHour: 0 } });
    await owner.couplePartner.update({ where, data: { joinedAt: null } });
    await sweepReminders();
    await owner.couplePartner.update({ where, data: { joinedAt: new Date() } });
    expect((await ledger()).filter((row) => row.personId === world.people.sam.id)).toEqual([]);
  });
});

describe("whoever has left the practice", () => {
  it("gets nothing of what was owed to them", async () => {
    await assign();
    const where = { practiceId_id: { practiceId: world.practiceId, id: world.people.sam.id } };
    await owner.person.update({ where, data: { endedAt: new Date() } });
    await sendReminders();
    await owner.person.update({ where, data: { endedAt: null } });
    expect(sink.arrived.map((mail) => [mail.to].flat()[0]?.text)).toEqual(["alex@test.example"]);
    const row = (await ledger()).find((one) => one.personId === world.people.sam.id);
    expect([row?.state, row?.reason]).toEqual(["SKIPPED", "ENDED"]);
  });
});

describe("stopping mail", () => {
  const post = (token: string, form?: "page" | "again") =>
    POST(
      new Request(`http://localhost:3000/api/unsubscribe${form ? "" : `?token=${token}`}`, {
        method: "POST",
        body: new URLSearchParams(
          form ? { token, ...(form === "again" && { again: "1" }) } : { "List-Unsubscribe": "One-Click" },
        ),
      }),
    );
  const token = () =>
    unsubscribeToken({ practiceId: world.practiceId, personId: world.people.alex.id, kind: "HOMEWORK_NEW" });
  const optOuts = () => owner.reminderOptOut.findMany({ select: { personId: true, kind: true } });

  it("takes one click without signing in, stops that kind only, and may be repeated", async () => {
    expect((await post(token())).status).toBe(200);
    expect((await post(token())).status).toBe(200);
    expect(await optOuts()).toEqual([{ personId: world.people.alex.id, kind: "HOMEWORK_NEW" }]);
  });

  it("from the page leads on to a page", async () => {
    const answer = await post(token(), "page");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/unsubscribe/${token()}?done=stopped`]);
  });

  it("is taken back from the page by one press, and mail comes again; by the button of a mail program it is not", async () => {
    await post(token());
    await assign();
    await sendReminders();
    const got = () => sink.arrived.map((mail) => [mail.to].flat()[0]?.text);
    expect(got()).toEqual(["sam@test.example"]);
    const oneClick = new URLSearchParams({ "List-Unsubscribe": "One-Click", again: "1" });
    const url = `http://localhost:3000/api/unsubscribe?token=${token()}`;
    expect((await POST(new Request(url, { method: "POST", body: oneClick }))).status).toBe(200);
    expect(await optOuts()).toHaveLength(1);
    await owner.reminderOptOut.create({
      data: {
        ...{ practiceId: world.practiceId, personId: world.people.alex.id, kind: "REPLY", createdAt: new Date() },
      },
    });
    const answer = await post(token(), "again");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/unsubscribe/${token()}?done=again`]);
    expect((await post(token(), "again")).status).toBe(303);
    expect(await optOuts()).toEqual([{ personId: world.people.alex.id, kind: "REPLY" }]);
    await assign();
    await sendReminders();
    expect(got().filter((address) => address === "alex@test.example")).toHaveLength(1);
    const unknown = await post(`${token().slice(0, -2)}xx`, "again");
    expect(unknown.headers.get("location")).toBe("/unsubscribe/unknown");
  });

  it("does not work for a notice that nobody may stop, even with a link that we once made", async () => {
    const { practiceId } = world;
    const old = unsubscribeToken({ practiceId, personId: world.people.alex.id, kind: "ACCESS_NOTICE" });
    expect([verifyUnsubscribe(old), (await post(old)).status, await optOuts()]).toEqual([null, 404, []]);
  });

  it("ignores a token that we did not make", async () => {
    const forged = `${token().slice(0, -2)}xx`;
    expect([verifyUnsubscribe(forged), (await post(forged)).status, (await optOuts()).length]).toEqual([null, 404, 0]);
    const nobody = unsubscribeToken({
      practiceId: world.practiceId,
      personId: crypto.randomUUID(),
      kind: "HOMEWORK_NEW",
    });
    expect((await post(nobody)).status).toBe(404);
    expect([verifyUnsubscribe(""), verifyUnsubscribe("a.b"), verifyUnsubscribe("..")]).toEqual([null, null, null]);
  });
});

it("keeps occurrences eight weeks ahead, and adds none twice", async () => {
  const count = () => owner.occurrence.count({ where: { assignmentId: world.assignmentId } });
  const full = await count();
  const last = await owner.occurrence.findFirstOrThrow({
    where: { assignmentId: world.assignmentId },
    orderBy: { ordinal: "desc" },
  });
  await owner.occurrence.deleteMany({ where: { assignmentId: world.assignmentId, ordinal: last.ordinal } });
  await extendOccurrences();
  expect(await count()).toBe(full);
  expect(await extendOccurrences()).toBe(0);
});

describe("a notice of access", () => {
  const letIn = (clientId = crypto.randomUUID()) => ({
    practiceId: world.practiceId,
    coupleId: world.couple.id,
    clientId,
    personId: world.staffing.colleague.id,
    role: "SUPERVISOR" as const,
    until: null,
  });

  it("reaches the colleague who may read from now on, and says nothing of whom or what", async () => {
    const input = letIn();
    await world.as("therapist").clinicians.add(input);
    await sendReminders();
    expect(sink.arrived.map((mail) => [mail.to].flat()[0]?.text)).toEqual(["helper@test.example"]);
    const raw = [sink.arrived[0]?.subject, sink.arrived[0]?.text, sink.arrived[0]?.html].join(" ");
    expect(raw).not.toMatch(/therap|couple|\b(Alex|Sam)\b|homework/i);
    const { coupleId, practiceId, clientId: coupleClinicianId } = input;
    await world.as("therapist").clinicians.end({ practiceId, coupleId, coupleClinicianId });
  });

  it("carries no way to stop it, and comes in spite of an opt-out and of days without a mail server", async () => {
    const input = letIn();
    const { coupleId, practiceId, personId, clientId: coupleClinicianId } = input;
    await world.as("therapist").clinicians.add(input);
    await owner.reminderOptOut.create({ data: { practiceId, personId, kind: "ACCESS_NOTICE", createdAt: new Date() } });
    await owner.reminder.updateMany({ data: { dueAt: new Date(Date.now() - 60 * 3_600_000) } });
    await sendReminders();
    expect(sink.arrived).toHaveLength(1);
    expect(sink.arrived[0]?.headers.has("list")).toBe(false);
    expect(`${sink.arrived[0]?.text} ${sink.arrived[0]?.html}`).not.toContain("unsubscribe");
    await world.as("therapist").clinicians.end({ practiceId, coupleId, coupleClinicianId });
  });

  it("is not sent for what was taken back before", async () => {
    const { clientId: coupleClinicianId, ...rest } = letIn();
    await world.as("therapist").clinicians.add({ clientId: coupleClinicianId, ...rest });
    const { coupleId, practiceId } = rest;
    await world.as("therapist").clinicians.end({ practiceId, coupleId, coupleClinicianId });
    await sendReminders();
    expect(sink.arrived).toEqual([]);
    expect((await ledger()).map((row) => [row.state, row.reason])).toEqual([["SKIPPED", "DONE"]]);
  });
});
