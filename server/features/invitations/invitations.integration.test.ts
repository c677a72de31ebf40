import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { AppRole } from "@/tests/factories/app-role";
import { type ActorName, type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import type { Invitee } from "./schema";

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

const verified = (verifiedAt: Date | null) =>
  owner.practice.update({ where: { id: world.practiceId }, data: { verifiedAt } });
beforeEach(() => verified(new Date()));

const byMail = (name: string, email = `${name.toLowerCase()}@mail.example`): Invitee => ({
  name,
  by: "mail",
  email,
  locale: "en",
});
const inRoom = (name: string): Invitee => ({ name, by: "room", email: "", locale: "en" });
const couple = (partners: Invitee[], clientId = crypto.randomUUID()) => ({
  practiceId: world.practiceId,
  clientId,
  personId: world.people.therapist.id,
  policy: "NO_SECRETS" as const,
  partners,
});
const invite = (who: ActorName, partners: Invitee[], clientId?: string) =>
  world.as(who).invitations.inviteCouple(couple(partners, clientId));
const refusalOf = async (answer: Promise<unknown>) => {
  const error = await answer.then(
    () => undefined,
    (refused: unknown) => refused,
  );
  const cause = error instanceof TRPCError ? error.cause : error;
  return cause instanceof AppError ? [cause.code, cause.details.fields ?? null] : error;
};
const mailsOwed = (coupleId: string) =>
  owner.reminder.count({
    where: { kind: "INVITATION", person: { partnerOf: { some: { coupleId } } } },
  });

describe("taking on a couple", () => {
  it("enrols two people apart, with a first clinician and the policy, however often it is sent", async () => {
    const clientId = crypto.randomUUID();
    const partners = [byMail("Ada"), inRoom("Bea")];
    const [first, second] = [
      await invite("coordinator", partners, clientId),
      await invite("coordinator", partners, clientId),
    ];
    expect(second).toEqual(first);
    expect(
      first.partners.map(({ name, joined, invitation }) => [name, joined, invitation?.state, invitation?.email]),
    ).toEqual([
      ["Ada", false, "open", "ada@mail.example"],
      ["Bea", false, "open", null],
    ]);
    const row = await owner.couple.findFirstOrThrow({ where: { id: clientId }, include: { clinicians: true } });
    expect([row.secretsPolicy, row.clinicians.map((one) => [one.personId, one.role])]).toEqual([
      "NO_SECRETS",
      [[world.people.therapist.id, "PRIMARY"]],
    ]);
    expect(await mailsOwed(clientId)).toBe(1);
  });

  it("lets its therapist read and its coordinator not", async () => {
    const { coupleId } = await invite("coordinator", [byMail("Cleo")]);
    const at = { practiceId: world.practiceId, coupleId };
    await expect(world.as("therapist").couples.page(at)).resolves.toMatchObject({ couple: { coupleId } });
    expect(await refusalOf(world.as("coordinator").couples.page(at))).toEqual(["NOT_FOUND", null]);
  });

  it("needs a therapist whose licence is verified and current, whoever enrols", async () => {
    // An owner who treats too, and has no licence here yet.
    const personId = world.people.owner.id;
    await owner.staffRole.createMany({ data: [{ practiceId: world.practiceId, personId, role: "THERAPIST" }] });
    for (const who of ["coordinator", "owner"] as const) {
      const input = { ...couple([byMail("Dot")]), personId };
      expect(await refusalOf(world.as(who).invitations.inviteCouple(input))).toEqual(["LICENCE_NEEDED", null]);
    }
    const { therapists } = await world.as("owner").invitations.coupleForm({ practiceId: world.practiceId });
    expect(therapists.map(({ name, licensed }) => [name, licensed])).toEqual(
      expect.arrayContaining([
        ["Owner", false],
        ["Therapist", true],
      ]),
    );
    await owner.staffRole.deleteMany({ where: { personId, role: "THERAPIST" } });
  });

  it("refuses one mailbox for both, however it is written, beside the second address", async () => {
    const shared = [byMail("Eve", "us@home.example"), byMail("Fay", "Us+fay@Home.example")];
    const error = await invite("therapist", shared).catch((refused: TRPCError) => refused);
    expect(JSON.stringify((error as TRPCError).cause)).toContain("sharedAddress");
    const { coupleId } = await invite("therapist", [byMail("Eve", "us@home.example")]);
    const second = { practiceId: world.practiceId, coupleId, clientId: crypto.randomUUID() };
    const add = (partner: Invitee) => world.as("therapist").invitations.addPartner({ ...second, partner });
    expect(await refusalOf(add(byMail("Fay", "us@home.example")))).toEqual(["INVALID", { email: "sharedAddress" }]);
    const added = await add(byMail("Fay", "fay@home.example"));
    expect(await add(byMail("Fay", "fay@home.example"))).toEqual(added);
    expect(
      await refusalOf(
        world
          .as("therapist")
          .invitations.addPartner({ ...second, clientId: crypto.randomUUID(), partner: byMail("Gil") }),
      ),
    ).toEqual(["CLOSED", null]);
    const [eve] = added.partners;
    const corrected = { practiceId: world.practiceId, invitationId: eve?.invitation?.invitationId ?? "" };
    expect(
      await refusalOf(world.as("therapist").invitations.sendAgain({ ...corrected, email: "fay@home.example" })),
    ).toEqual(["INVALID", { email: "sharedAddress" }]);
  });

  it("leaves the other place to the couple's clinicians once somebody has joined, in SQL too", async () => {
    const { coupleId, partners } = await invite("therapist", [byMail("Hal", "hal@home.example")]);
    const [hal] = partners;
    await owner.couplePartner.updateMany({ where: { coupleId }, data: { joinedAt: new Date() } });
    const add = (who: ActorName) =>
      world.as(who).invitations.addPartner({
        practiceId: world.practiceId,
        coupleId,
        clientId: crypto.randomUUID(),
        partner: byMail("Ivy", "ivy@home.example"),
      });
    for (const who of ["coordinator", "owner", "second"] as const)
      expect([who, await refusalOf(add(who))]).toEqual([who, ["CLINICIAN_NEEDED", null]]);
    const { partners: both } = await add("therapist");
    const ivy = both.find((one) => one.personId !== hal?.personId)?.invitation;
    const again = (who: ActorName, email: string) =>
      refusalOf(
        world.as(who).invitations.sendAgain({
          practiceId: world.practiceId,
          invitationId: ivy?.invitationId ?? "",
          email,
        }),
      );
    expect(await again("coordinator", "ivy@home.example")).toBeUndefined();
    expect(await again("coordinator", "mine@elsewhere.example")).toEqual(["CLINICIAN_NEEDED", null]);
    const room = { practiceId: world.practiceId, invitationId: ivy?.invitationId ?? "" };
    expect(await refusalOf(world.as("owner").invitations.room(room))).toEqual(["CLINICIAN_NEEDED", null]);
    const sql = await AppRole.connect(world.appUrl);
    const change = "UPDATE invitation SET email = 'mine@elsewhere.example' WHERE couple_id = $1";
    expect(await sql.outcome(world.secrets.coordinator, world.practiceId, change, [coupleId])).toBe("42501");
    expect(await sql.outcome(world.secrets.therapist, world.practiceId, change, [coupleId])).toBe(2);
    await sql.close();
  });

  it("takes no name with an address or a line break in it", async () => {
    for (const name of ["win at evil.com", "Ann\nBcc: x", "https://x.example"]) {
      await expect(invite("therapist", [byMail(name, "x@mail.example")])).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
    }
  });
});

describe("a practice that nobody has verified", () => {
  it("owes ten invitation mails in a day and not one more, however they are asked for; codes in the room go on", async () => {
    await verified(null);
    await owner.reminder.deleteMany({ where: { kind: "INVITATION" } });
    const { mailsLeft } = await world.as("therapist").invitations.coupleForm({ practiceId: world.practiceId });
    expect(mailsLeft).toBe(10);
    for (let number = 0; number < 4; number++)
      await invite("therapist", [byMail(`One${number}`), byMail(`Two${number}`)]);
    const tries = await Promise.allSettled(
      ["Xa", "Xb", "Xc", "Xd"].map((name) => invite("coordinator", [byMail(name)])),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(2);
    expect(await refusalOf(invite("owner", [byMail("Eleventh")]))).toEqual(["INVITATIONS_SPENT", null]);
    const { partners } = await invite("therapist", [inRoom("Ivy")]);
    const invitationId = partners[0]?.invitation?.invitationId ?? "";
    const again = { practiceId: world.practiceId, invitationId, email: "ivy@mail.example" };
    expect(await refusalOf(world.as("therapist").invitations.sendAgain(again))).toEqual(["INVITATIONS_SPENT", null]);
    expect(await owner.reminder.count({ where: { kind: "INVITATION" } })).toBe(10);
    await owner.reminder.updateMany({
      where: { kind: "INVITATION" },
      data: { createdAt: new Date(Date.now() - 25 * 3_600_000) },
    });
    await expect(world.as("therapist").invitations.sendAgain(again)).resolves.toEqual({});
  });
});

describe("an invitation that is sent again", () => {
  it("goes out once for a double press, and makes older links worthless only for a corrected address", async () => {
    const { coupleId, partners } = await invite("therapist", [byMail("Jan")]);
    const invitationId = partners[0]?.invitation?.invitationId ?? "";
    const at = { practiceId: world.practiceId, invitationId };
    const generation = async () =>
      (await owner.invitation.findFirstOrThrow({ where: { id: invitationId } })).generation;
    await world.as("therapist").invitations.sendAgain({ ...at, email: "jan@mail.example" });
    expect([await mailsOwed(coupleId), await generation()]).toEqual([1, 1]);
    await owner.invitation.updateMany({
      where: { id: invitationId },
      data: { sentAt: new Date(Date.now() - 3_600_000) },
    });
    await world.as("therapist").invitations.sendAgain({ ...at, email: "jan@mail.example" });
    expect([await mailsOwed(coupleId), await generation()]).toEqual([2, 1]);
    await world.as("therapist").invitations.sendAgain({ ...at, email: "right@mail.example" });
    expect([await mailsOwed(coupleId), await generation()]).toEqual([3, 2]);
  });

  it("is a new one for the same person after it was taken back", async () => {
    const { coupleId, partners } = await invite("therapist", [byMail("Kim")]);
    const at = { practiceId: world.practiceId, invitationId: partners[0]?.invitation?.invitationId ?? "" };
    await world.as("coordinator").invitations.revoke(at);
    await world.as("coordinator").invitations.revoke(at);
    const ofCouple = () => world.as("therapist").invitations.ofCouple({ practiceId: world.practiceId, coupleId });
    expect((await ofCouple()).partners[0]?.invitation?.state).toBe("revoked");
    await world.as("coordinator").invitations.sendAgain({ ...at, email: "kim@mail.example" });
    const again = (await ofCouple()).partners[0];
    expect([again?.personId, again?.invitation?.state, again?.invitation?.invitationId === at.invitationId]).toEqual([
      partners[0]?.personId,
      "open",
      false,
    ]);
  });
});

describe("inviting staff", () => {
  it("is the owner's alone, and nobody else learns of it", async () => {
    const practiceId = world.practiceId;
    const person = { clientId: crypto.randomUUID(), name: "New", email: "new@mail.example", locale: "es" as const };
    const fields = { practiceId, ...person, roles: ["THERAPIST" as const] };
    await world.as("owner").invitations.inviteStaff(fields);
    await world.as("owner").invitations.inviteStaff(fields);
    const { invitations } = await world.as("owner").invitations.ofStaff({ practiceId });
    expect(invitations.filter((one) => one.name === "New").map((one) => [one.email, one.roles])).toEqual([
      ["new@mail.example", ["THERAPIST"]],
    ]);
    const id = invitations.find((one) => one.name === "New")?.invitationId ?? "";
    for (const who of ["therapist", "coordinator"] as const) {
      expect(await refusalOf(world.as(who).invitations.revoke({ practiceId, invitationId: id }))).toEqual([
        "NOT_FOUND",
        null,
      ]);
    }
    expect(await refusalOf(world.as("owner").invitations.room({ practiceId, invitationId: id }))).toEqual([
      "NOT_FOUND",
      null,
    ]);
  });
});
