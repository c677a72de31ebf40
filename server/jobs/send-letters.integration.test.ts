import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { letterCode, letterToken, oweLetter } from "@/server/auth/letters";
import type { Client } from "@/server/db/clients";
import { closeMail } from "@/server/mail/transport";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { type SmtpSink, startSmtpSink } from "@/tests/harness/smtp-sink";
import { clearIdentity } from "./clear-identity";
import { sendLetters } from "./send-letters";

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
  await owner.letter.deleteMany();
});

const owe = (send = true) =>
  oweLetter({ kind: "SIGN_IN", email: "sam@test.example", locale: "es", userId: world.people.sam.userId, send });
const stateOf = async (id: string) => (await owner.letter.findUniqueOrThrow({ where: { id } })).state;

describe("letters", () => {
  it("go out once, in the reader's language, with a link in the fragment and the digits", async () => {
    const { id } = await owe();
    await Promise.all([sendLetters(), sendLetters(), sendLetters()]);
    const [mail, ...more] = sink.arrived;
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("Tu enlace para entrar");
    expect(mail?.text).toContain(`/sign-in/link#${letterToken(id)}`);
    expect(mail?.text).toContain(letterCode(id));
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(await stateOf(id)).toBe("SENT");
    expect(await sendLetters()).toBe(0);
  });

  it("are not sent to whoever has no login, nor when they are used or late", async () => {
    const nobody = await owe(false);
    const used = await owe();
    const late = await owe();
    await owner.letter.update({ where: { id: used.id }, data: { consumedAt: new Date() } });
    await owner.letter.update({ where: { id: late.id }, data: { expiresAt: new Date(0) } });
    await sendLetters();
    expect(sink.arrived).toEqual([]);
    expect([await stateOf(nobody.id), await stateOf(used.id), await stateOf(late.id)]).toEqual([
      "SKIPPED",
      "SKIPPED",
      "SKIPPED",
    ]);
  });

  it("are tried again after a refusal for now, and given up after one for good", async () => {
    const { id } = await owe();
    sink.refuseWith = 451;
    await sendLetters();
    expect(await stateOf(id)).toBe("OWED");
    sink.refuseWith = 550;
    await owner.letter.update({ where: { id }, data: { dueAt: new Date(0) } });
    await sendLetters();
    expect([await stateOf(id), sink.arrived.length]).toEqual(["FAILED", 0]);
  });
});

describe("what has served its time", () => {
  it("is removed, and what has not stays", async () => {
    const old = new Date(Date.now() - 40 * 86_400_000);
    const [gone, kept] = [await owe(), await owe()];
    await owner.letter.update({ where: { id: gone.id }, data: { expiresAt: old } });
    const sessions = await owner.session.count();
    await clearIdentity();
    expect((await owner.letter.findMany()).map(({ id }) => id)).toEqual([kept.id]);
    expect(await owner.session.count()).toBe(sessions);
    await owner.session.updateMany({ where: { userId: world.people.sam.userId }, data: { expiresAt: old } });
    expect(await clearIdentity()).toBeGreaterThan(0);
    expect(await owner.session.count()).toBeLessThan(sessions);
  });
});
