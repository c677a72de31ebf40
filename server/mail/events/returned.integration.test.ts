import { createHmac, createSign, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import type { ReminderKind } from "@/server/features/reminders/schema";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { addressHash } from "../suppression";
import { rowToken } from "../verp";
import { takeReport } from "./intake";
import { type SnsMessage, signedText } from "./sns";

const eventsSecret = "a secret that signs reports of bounces";
const postmarkSecret = "the password of the hook, long enough to be one";
const topic = "arn:aws:sns:eu-west-1:123456789012:bounces";
Object.assign(process.env, {
  ...{ MAIL_EVENTS_SECRET: eventsSecret, MAIL_POSTMARK_SECRET: postmarkSecret, MAIL_SES_TOPIC: topic },
});
let world: TwoPractices;
let owner: Client;
beforeAll(async () => {
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
  await owner.practice.updateMany({ data: { verifiedAt: now() } });
});
afterAll(async () => {
  await owner.$disconnect();
  await world.close();
});
beforeEach(async () => {
  await owner.mailSuppression.deleteMany();
});

const owe = (personId: string, kind: ReminderKind, subject: string) =>
  owner.reminder.create({
    data: {
      ...{ practiceId: world.practiceId, id: crypto.randomUUID(), personId, kind, subject },
      ...{ dueAt: now(), createdAt: now() },
    },
  });
const stopped = async () =>
  (await owner.mailSuppression.findMany()).map(({ practiceId, personId, cause }) => [practiceId, personId, cause]);
const bounced = async (rowId: string, address: string) => {
  const body = JSON.stringify({ events: [{ type: "bounce", returned: rowToken(rowId, address) }] });
  const seconds = Math.floor(now().getTime() / 1_000);
  const mac = createHmac("sha256", eventsSecret).update(`${seconds}.${body}`).digest("hex");
  return takeReport("signed", new Headers({ "x-reconnect-signature": `t=${seconds},v1=${mac}` }), body);
};

describe("an invitation that comes back", () => {
  const invite = async () => {
    const person = (name: string, email: string) => ({ name, by: "mail" as const, email, locale: "en" as const });
    const { coupleId, partners } = await world.as("therapist").invitations.inviteCouple({
      ...{ practiceId: world.practiceId, clientId: crypto.randomUUID(), personId: world.people.therapist.id },
      ...{ policy: "NO_SECRETS", partners: [person("Ada", "ada@typo.example"), person("Bea", "bea@right.example")] },
    });
    const [ada, bea] = partners;
    const row = await owner.reminder.findFirstOrThrow({ where: { personId: ada?.personId ?? "", kind: "INVITATION" } });
    return { coupleId, row, invitationId: ada?.invitation?.invitationId ?? "", ada, bea };
  };
  const returnedOf = async (who: "therapist" | "coordinator", coupleId: string) =>
    (await world.as(who).invitations.ofCouple({ practiceId: world.practiceId, coupleId })).partners.map((partner) => [
      partner.name,
      partner.invitation?.returned,
    ]);

  it("stops the address that was typed, and says so where the invitation stands until another one is given", async () => {
    const { coupleId, row, invitationId, ada } = await invite();
    expect(await bounced(row.id, "somebody@else.example")).toBe(204);
    expect(await stopped()).toEqual([]);
    expect(await bounced(row.id, "ada@typo.example")).toBe(204);
    expect(await stopped()).toEqual([[world.practiceId, ada?.personId, "BOUNCE"]]);
    const told = [
      ["Ada", true],
      ["Bea", false],
    ];
    expect([await returnedOf("therapist", coupleId), await returnedOf("coordinator", coupleId)]).toEqual([told, told]);
    const again = (email: string) =>
      world.as("therapist").invitations.sendAgain({ practiceId: world.practiceId, invitationId, email });
    await owner.invitation.updateMany({ data: { sentAt: new Date(now().getTime() - 3_600_000) } });
    const refused = await again("ADA@typo.example").catch((error: unknown) =>
      JSON.stringify(error, ["cause", "details", "fields", "email"]),
    );
    expect(refused).toContain("returnedAddress");
    await again("ada@right.example");
    expect(await returnedOf("therapist", coupleId)).toEqual([
      ["Ada", false],
      ["Bea", false],
    ]);
  });

  it("is let again by an owner where the address was right", async () => {
    const { coupleId, row, ada } = await invite();
    const { practiceId } = world;
    await bounced(row.id, "ada@typo.example");
    const { stopped: shown } = await world.as("owner").reminders.mail({ practiceId });
    expect(shown.map((one) => [one.name, one.cause])).toEqual([["Ada", "BOUNCE"]]);
    await world.as("owner").reminders.liftFor({ practiceId, personId: ada?.personId ?? "" });
    expect((await returnedOf("therapist", coupleId))[0]).toEqual(["Ada", false]);
  });
});

describe("a question about an address that comes back", () => {
  it("stops the address that waits, and says so to its person alone, who may have it asked again", async () => {
    const { alex } = world.people;
    const { coupleId } = { coupleId: world.couple.id };
    const where = { practiceId_personId: { practiceId: world.practiceId, personId: alex.id } };
    await owner.personPrivate.update({ where, data: { contactEmail: null, pendingEmail: "new@test.example" } });
    const samBefore = await world.as("sam").joining.about({ coupleId });
    const row = await owe(alex.id, "ADDRESS_PROOF", `${alex.id}:2020-01-01T00`);
    expect(await bounced(row.id, "new@test.example")).toBe(204);
    expect(await stopped()).toEqual([[world.practiceId, alex.id, "BOUNCE"]]);
    expect(await world.as("alex").joining.about({ coupleId })).toMatchObject({ pendingReturned: true });
    expect(await world.as("sam").joining.about({ coupleId })).toEqual(samBefore);
    expect(samBefore.pendingReturned).toBe(false);
    await world.as("alex").joining.askAddressAgain({ coupleId });
    expect(await world.as("alex").joining.about({ coupleId })).toMatchObject({ pendingReturned: false });
    await owner.personPrivate.update({ where, data: { contactEmail: "alex@test.example", pendingEmail: null } });
  });
});

describe("a report of Postmark", () => {
  const post = (rowId: string, fields: object, password = postmarkSecret) =>
    takeReport(
      "postmark",
      new Headers({ authorization: `Basic ${Buffer.from(`hook:${password}`).toString("base64")}` }),
      JSON.stringify({ Metadata: { row: rowToken(rowId, "alex@test.example") }, ...fields }),
    );

  it("stops the address by its password alone, and only for what is final", async () => {
    const { alex } = world.people;
    const { id } = await owe(alex.id, "WEEKLY_PULSE", "2020-W02");
    expect(await post(id, { RecordType: "Bounce", Type: "HardBounce" }, "another")).toBe(404);
    expect(await post(id, { RecordType: "Bounce", Type: "SoftBounce" })).toBe(204);
    expect(await stopped()).toEqual([]);
    expect(await post(id, { RecordType: "SpamComplaint" })).toBe(204);
    expect(await stopped()).toEqual([[world.practiceId, alex.id, "COMPLAINT"]]);
    const headers = new Headers({ authorization: `Basic ${Buffer.from(`hook:${postmarkSecret}`).toString("base64")}` });
    expect(await takeReport("postmark", headers, "no report")).toBe(400);
  });
});

describe("a report of SES", () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const host = "https://sns.eu-west-1.amazonaws.com";
  const certificate = `${host}/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem`;
  const real = globalThis.fetch;
  let asked: string[] = [];
  let answers: "well" | "elsewhere" = "well";
  // What Amazon's host would answer, over a real socket: its name alone leads here.
  const amazon = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (answers === "elsewhere") return response.writeHead(302, { location: "/moved" }).end();
    return response.end(publicKey.export({ type: "spki", format: "pem" }));
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => amazon.listen(0, "127.0.0.1", resolve));
    const here = `http://127.0.0.1:${(amazon.address() as AddressInfo).port}`;
    globalThis.fetch = (url, init) => real(String(url).replace(host, here), init);
  });
  afterAll(async () => {
    globalThis.fetch = real;
    await new Promise((resolve) => amazon.close(resolve));
  });
  beforeEach(() => {
    asked = [];
    answers = "well";
  });

  const message = (fields: Partial<SnsMessage>): SnsMessage => {
    const unsigned: SnsMessage = {
      ...{ Type: "Notification", MessageId: "m", TopicArn: topic, Message: "{}", Timestamp: "t" },
      ...{ SignatureVersion: "2", Signature: "", SigningCertURL: certificate, ...fields },
    };
    return {
      ...unsigned,
      Signature: createSign("RSA-SHA256").update(signedText(unsigned)).sign(privateKey, "base64"),
    };
  };
  const post = (one: SnsMessage) => takeReport("ses", new Headers(), JSON.stringify(one));
  const bounce = (rowId: string) =>
    JSON.stringify({
      ...{ notificationType: "Bounce", bounce: { bounceType: "Permanent" } },
      mail: { source: `bounces+${rowToken(rowId, "alex@test.example")}@example.org` },
    });

  it("of another topic, with a certificate from elsewhere or with words that were not signed is not taken, and nobody is asked", async () => {
    const { id } = await owe(world.people.alex.id, "WEEKLY_PULSE", "2020-W03");
    const Message = bounce(id);
    expect(await post(message({ Message, TopicArn: `${topic}-of-others` }))).toBe(404);
    const elsewhere = certificate.replace(host, "https://sns.eu-west-1.amazonaws.com.evil.example");
    expect(await post(message({ Message, SigningCertURL: elsewhere }))).toBe(404);
    expect(asked).toEqual([]);
    expect(await post({ ...message({ Message: "{}" }), Message })).toBe(404);
    expect(await stopped()).toEqual([]);
  });

  it("stops the address, by a certificate that is fetched once and never through a redirect", async () => {
    const { id } = await owe(world.people.alex.id, "WEEKLY_PULSE", "2020-W04");
    const other = certificate.replace("0123456789abcdef0123456789abcdef", "f".repeat(32));
    const report = message({ Message: bounce(id), SigningCertURL: other });
    answers = "elsewhere";
    expect(await post(report)).toBe(400);
    expect([asked.length, await stopped()]).toEqual([1, []]);
    answers = "well";
    expect([await post(report), await post(report)]).toEqual([204, 204]);
    expect(asked).toHaveLength(2);
    expect(await stopped()).toEqual([[world.practiceId, world.people.alex.id, "BOUNCE"]]);
    const [row] = await owner.mailSuppression.findMany();
    expect(Buffer.from(row?.addressHash ?? [])).toEqual(Buffer.from(addressHash("alex@test.example")));
  });

  it("confirms our own topic at Amazon's host, and asks no other address", async () => {
    const confirm = (SubscribeURL: string, fields: Partial<SnsMessage> = {}) =>
      post(message({ Type: "SubscriptionConfirmation", Token: "token", SubscribeURL, ...fields }));
    expect(await confirm(`${host}/?Action=ConfirmSubscription&Token=token`)).toBe(204);
    expect(asked.at(-1)).toBe("/?Action=ConfirmSubscription&Token=token");
    const before = asked.length;
    expect(await confirm("https://evil.example/?Action=ConfirmSubscription")).toBe(204);
    expect(await confirm(`${host}/?Action=ConfirmSubscription`, { TopicArn: "arn:aws:sns:x:1:theirs" })).toBe(404);
    expect(asked).toHaveLength(before);
  });
});
