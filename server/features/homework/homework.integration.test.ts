import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { addDays, civilDate, now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { createCaller } from "@/server/trpc/root";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

let world: TwoPractices;
let owner: Client;
beforeAll(async () => {
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
});
afterAll(async () => {
  await owner.$disconnect();
  await world.close();
});

const today = () => civilDate(now(), "America/New_York");
const assigning = () => ({
  practiceId: world.practiceId,
  coupleId: world.couple.id,
  clientId: crypto.randomUUID(),
  strategyKey: "listen-actively",
  mode: "EACH" as const,
  personIds: [world.people.alex.id, world.people.sam.id],
  knownToBoth: true,
  cadence: { every: "week" as const, times: 1 },
  startsOn: today(),
  endsOn: null,
  note: "Ten minutes, no phones.",
});
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );

describe("assigning", () => {
  it("gives each partner windows eight weeks ahead, one mail each, and shows it today with the note", async () => {
    const { assignmentId } = await world.as("therapist").homework.assign(assigning());
    const windows = await owner.occurrence.groupBy({ by: ["personId"], where: { assignmentId }, _count: true });
    expect(windows.map((one) => one._count)).toEqual([9, 9]);
    expect(await owner.reminder.count({ where: { subject: assignmentId, kind: "HOMEWORK_NEW" } })).toBe(2);
    const page = await world.as("sam").homework.today({ coupleId: world.couple.id });
    const card = page.open.find((one) => one.note === "Ten minutes, no phones.");
    expect(card).toMatchObject({
      title: "Listen actively",
      area: "communication",
      opensOn: today(),
      dueOn: addDays(today(), 6),
      result: null,
    });
  });

  it("sends no mail to a partner who has not joined yet", async () => {
    const which = { practiceId: world.practiceId, coupleId: world.couple.id, personId: world.people.sam.id };
    const where = { practiceId_coupleId_personId: which };
    const { joinedAt } = await owner.couplePartner.update({
      where,
      data: { joinedAt: null },
      select: { joinedAt: true },
    });
    expect(joinedAt).toBeNull();
    const { assignmentId } = await world.as("therapist").homework.assign(assigning());
    await owner.couplePartner.update({ where, data: { joinedAt: now() } });
    const mails = await owner.reminder.findMany({ where: { subject: assignmentId }, select: { personId: true } });
    expect(mails).toEqual([{ personId: world.people.alex.id }]);
  });

  it("sent twice assigns once", async () => {
    const input = assigning();
    const first = await world.as("therapist").homework.assign(input);
    expect(await world.as("therapist").homework.assign(input)).toEqual(first);
    expect(await owner.assignment.count({ where: { clientId: input.clientId } })).toBe(1);
    expect(await owner.reminder.count({ where: { subject: first.assignmentId } })).toBe(2);
  });

  it("keeps one copy of a strategy however often it is used", async () => {
    await world.as("therapist").homework.assign(assigning());
    expect(await owner.strategyVersion.count({ where: { practiceId: world.practiceId, key: "listen-actively" } })).toBe(
      1,
    );
  });

  it("refuses people who are not partners of the couple as it refuses unknown ones", async () => {
    for (const id of [world.people.owner.id, world.people.otherPartner.id, crypto.randomUUID()]) {
      expect(
        await codeOf(world.as("therapist").homework.assign({ ...assigning(), mode: "JUST_YOU", personIds: [id] })),
      ).toBe("NOT_FOUND");
    }
  });

  it("needs a verified licence that is current; reading goes on without one", async () => {
    const held = { personId: world.people.therapist.id, status: { in: ["VERIFIED" as const, "SUSPENDED" as const] } };
    await owner.licence.updateMany({ where: held, data: { status: "SUSPENDED" } });
    expect(await codeOf(world.as("therapist").homework.assign(assigning()))).toBe("LICENCE_NEEDED");
    expect(
      await codeOf(world.as("therapist").couples.page({ practiceId: world.practiceId, coupleId: world.couple.id })),
    ).toBe("ok");
    await owner.licence.updateMany({ where: held, data: { status: "VERIFIED" } });
    expect(await codeOf(world.as("therapist").homework.assign(assigning()))).toBe("ok");
  });

  it("says beside each field what is wrong", async () => {
    const error: unknown = await world
      .as("therapist")
      .homework.assign({ ...assigning(), endsOn: addDays(today(), -3) })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TRPCError);
    expect(JSON.stringify((error as TRPCError).cause)).toContain("endsBeforeStart");
  });
});

describe("the plan", () => {
  const said = {
    why: "You said evenings are hard.",
    when: "After dinner, at the table",
    obstacle: "If a call comes, then tomorrow.",
    tiny: "One sentence each.",
    hour: "20:30",
    confidence: 8,
  };
  const cardOf = async (who: "alex" | "sam", title: string) =>
    (await world.as(who).homework.today({ coupleId: world.couple.id })).open.find((one) => one.title === title);

  it("is sealed, stands on the card of whoever does it, and replaces the tiny version; the number stays with clinicians", async () => {
    const { assignmentId } = await world
      .as("therapist")
      .homework.assign({ ...assigning(), strategyKey: "small-gestures", plan: said });
    const { plan: stored } = await owner.assignment.findFirstOrThrow({ where: { id: assignmentId } });
    expect(Buffer.from(stored ?? []).toString()).not.toContain("dinner");
    const card = await cardOf("sam", "Small gestures of affection");
    const { confidence, tiny, ...shown } = said;
    expect(card).toMatchObject({ tiny, plan: shown });
    expect(JSON.stringify(card)).not.toContain("confidence");
    const exercise = await world
      .as("sam")
      .homework.open({ coupleId: world.couple.id, occurrenceId: card?.occurrenceId ?? "" });
    expect(exercise.card.plan).toEqual(shown);
    const page = await world.as("therapist").couples.page({ practiceId: world.practiceId, coupleId: world.couple.id });
    expect(page.homework.find((one) => one.assignmentId === assignmentId)?.plan).toEqual(said);
    expect(confidence).toBe(8);
  });

  it("never reaches a partner who is not asked to do it, not even where they may know of it", async () => {
    const alone = { mode: "JUST_YOU" as const, personIds: [world.people.alex.id], knownToBoth: true };
    await world.as("therapist").homework.assign({ ...assigning(), ...alone, strategyKey: "be-vulnerable", plan: said });
    const { coupleId } = { coupleId: world.couple.id };
    const mine = JSON.stringify(await world.as("alex").homework.today({ coupleId }));
    expect(mine.split(said.why).length - 1).toBe(2);
    const others = [
      await world.as("sam").homework.today({ coupleId }),
      await world.as("sam").checkIns.us({ coupleId }),
    ];
    expect(JSON.stringify(others).split(said.why).length - 1).toBe(1);
  });

  it("of which nothing is said is stored as none", async () => {
    const plan = { why: "", when: "", obstacle: "", tiny: "", hour: "" as const, confidence: null };
    const { assignmentId } = await world.as("therapist").homework.assign({ ...assigning(), plan });
    expect(await owner.assignment.count({ where: { id: assignmentId, plan: null } })).toBe(1);
  });
});

describe("language", () => {
  it("is the page's, and the person's own where no page asks", async () => {
    await owner.personPrivate.updateMany({ where: { personId: world.people.sam.id }, data: { locale: "es" } });
    const input = { coupleId: world.couple.id };
    const titles = async (locale?: "en" | "es") =>
      JSON.stringify(
        (await createCaller({ secret: world.secrets.sam, device: "test", locale }).homework.today(input)).open,
      );
    expect(await titles()).toContain("Escucha");
    expect(await titles("en")).toContain("Listen actively");
    await owner.personPrivate.updateMany({ where: { personId: world.people.sam.id }, data: { locale: "en" } });
  });
});

describe("homework of one partner alone", () => {
  it("is on that partner's today and absent from everything the other sees", async () => {
    const { coupleId } = { coupleId: world.couple.id };
    const mine = await world.as("alex").homework.today({ coupleId });
    expect(mine.open.map((one) => one.occurrenceId)).toContain(world.hidden.open[0]?.id);
    const others = JSON.stringify([
      await world.as("sam").homework.today({ coupleId }),
      await world.as("sam").checkIns.us({ coupleId }),
    ]);
    expect(others).not.toContain("Say “I”");
  });

  it("gives no title when its answer is shared although the homework is not the other's to know", async () => {
    const occurrenceId = world.hidden.open[1]?.id ?? "";
    const answer = {
      result: "DONE" as const,
      difficulty: null,
      usefulness: null,
      visibility: "SHARED" as const,
      words: "I want you to read this.",
    };
    await world
      .as("alex")
      .checkIns.submit({ coupleId: world.couple.id, occurrenceId, clientId: crypto.randomUUID(), ...answer });
    const { shared } = await world.as("sam").checkIns.us({ coupleId: world.couple.id });
    expect(shared.find((one) => one.words === "I want you to read this.")).toMatchObject({ title: null, area: null });
  });
});

describe("ending", () => {
  it("asks nothing more and keeps what was answered", async () => {
    const { assignmentId } = await world.as("therapist").homework.assign(assigning());
    const mine = await owner.occurrence.findFirstOrThrow({
      where: { assignmentId, personId: world.people.sam.id },
      orderBy: { ordinal: "asc" },
    });
    const answer = {
      result: "PARTLY" as const,
      difficulty: 2,
      usefulness: null,
      visibility: "THERAPIST" as const,
      words: "",
    };
    await world
      .as("sam")
      .checkIns.submit({ coupleId: world.couple.id, occurrenceId: mine.id, clientId: crypto.randomUUID(), ...answer });
    await world.as("therapist").homework.end({ practiceId: world.practiceId, coupleId: world.couple.id, assignmentId });
    const left = await owner.occurrence.findMany({ where: { assignmentId, personId: world.people.sam.id } });
    expect(left.map(({ id, rests }) => [id, rests])).toEqual([[mine.id, false]]);
    expect(await owner.occurrence.count({ where: { assignmentId, rests: false } })).toBe(1);
    expect(await owner.checkIn.count({ where: { assignmentId } })).toBe(1);
  });
});
