import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { hourOf, now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import type { ClinicianRole } from "@/server/db/generated/enums";
import { drainReminders } from "@/server/jobs/send-reminders";
import { sweepReminders } from "@/server/jobs/sweep-reminders";
import { closeMail } from "@/server/mail/transport";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { type SmtpSink, startSmtpSink } from "@/tests/harness/smtp-sink";

const day = 86_400_000;
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
  await owner.reminder.deleteMany();
  await owner.privateWordOpening.deleteMany();
  await owner.privateWord.deleteMany();
  const { therapist } = world.people;
  await owner.coupleClinician.deleteMany({ where: { ...own(), personId: { not: therapist.id } } });
  await owner.couple.updateMany({ where: { id: world.couple.id }, data: { state: "ACTIVE" } });
});

const own = () => ({ coupleId: world.couple.id });
const place = () => ({ practiceId: world.practiceId, coupleId: world.couple.id });
const later = (days: number) => new Date(now().getTime() + days * day);
const send = () =>
  world.as("alex").privateWords.send({ ...own(), clientId: crypto.randomUUID(), words: "canary-word by mail" });
const reads = (personId: string, role: ClinicianRole, startsAt: Date, endsAt: Date | null) =>
  owner.coupleClinician.create({ data: { ...place(), personId, role, startsAt, endsAt } });
const told = async () => {
  const rows = await owner.reminder.findMany({ where: { kind: "PRIVATE_WORD" } });
  const nameOf = new Map(
    [...Object.entries(world.people), ["colleague", world.staffing.colleague] as const].map(([name, { id }]) => [
      id,
      name,
    ]),
  );
  return rows.map((row) => `${nameOf.get(row.personId)} ${row.state} ${row.reason ?? ""}`.trim()).sort();
};
const mailTo = (address: string) => sink.arrived.filter((mail) => [mail.to].flat()[0]?.text === address);

describe("the mail of a private word", () => {
  it("is owed at once to every present clinician, supervisor and whoever covers now, each once a word; to nobody else", async () => {
    await reads(world.people.second.id, "SUPERVISOR", later(-9), null);
    await reads(world.staffing.colleague.id, "COVERING", later(-1), later(3));
    await reads(world.people.endedClinician.id, "COVERING", later(-9), later(-1));
    await reads(world.people.removedStaff.id, "SUPERVISOR", later(-9), null);
    await reads(world.staffing.leaver.id, "COVERING", later(1), later(5));
    await send();
    expect(await told()).toEqual(["colleague OWED", "second OWED", "therapist OWED"]);
    await send();
    expect(await owner.reminder.count({ where: { kind: "PRIVATE_WORD" } })).toBe(6);
  });

  it("goes out in quiet hours, says nothing of what it is, and cannot be stopped", async () => {
    const { therapist } = world.people;
    const quietFrom = hourOf(now(), "America/New_York");
    const quiet = { quietFrom, quietTo: (quietFrom + 2) % 24, timeZone: "America/New_York" };
    await owner.personPrivate.updateMany({ where: { personId: therapist.id }, data: quiet });
    await send();
    await drainReminders();
    const [mail] = mailTo("therapist@test.example");
    expect(mail?.subject).toBe("Something is waiting for you");
    expect(`${mail?.text} ${mail?.html}`).not.toMatch(/\b(Alex|Sam)\b|canary|private|couple|therap|unsubscribe/i);
    expect(await told()).toEqual(["therapist SENT"]);
    const untold = ["owner", "coordinator", "alex", "sam"].flatMap((name) => mailTo(`${name}@test.example`));
    expect(untold).toEqual([]);
    await owner.personPrivate.updateMany({
      where: { personId: therapist.id },
      data: { quietFrom: null, quietTo: null },
    });
  });

  it("is left out for whoever has opened it already or no longer treats the couple, and goes though the couple has ended", async () => {
    await reads(world.people.second.id, "SUPERVISOR", later(-9), null);
    await reads(world.staffing.colleague.id, "COVERING", later(-1), later(3));
    await owner.couple.updateMany({ where: { id: world.couple.id }, data: { state: "ENDED" } });
    await send();
    await world.as("therapist").privateWords.open(place());
    await owner.coupleClinician.deleteMany({ where: { ...own(), personId: world.staffing.colleague.id } });
    await drainReminders();
    expect(await told()).toEqual(["colleague SKIPPED ENDED", "second SENT", "therapist SKIPPED DONE"]);
  });

  it("comes later to whoever takes the couple on while nobody has opened it, once; not when somebody has", async () => {
    await send();
    await drainReminders();
    await reads(world.staffing.colleague.id, "COVERING", now(), later(3));
    await sweepReminders();
    await sweepReminders();
    await drainReminders();
    expect(await told()).toEqual(["colleague SENT", "therapist SENT"]);
    await world.as("therapist").privateWords.open(place());
    await reads(world.people.second.id, "SUPERVISOR", now(), null);
    await sweepReminders();
    expect(await told()).toEqual(["colleague SENT", "therapist SENT"]);
  });
});
