import { EncryptJWT } from "jose";
import { decode, encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { deviceCookieName, sessionCookie } from "@/server/auth/cookie";
import { consumeLetter, letterToken, oweLetter } from "@/server/auth/letters";
import { authOptions } from "@/server/auth/options";
import { createSession } from "@/server/auth/sessions";
import { issueTicket } from "@/server/auth/tickets";
import type { Client } from "@/server/db/clients";
import { env } from "@/server/env";
import { handleTrpc } from "@/server/trpc/http";
import { bodyOf, cookieOf, origin, trpcRequest } from "../factories/over-http";
import { type TwoPractices, testPassword, twoPractices } from "../factories/two-practices";

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
beforeEach(() => owner.$executeRawUnsafe("DELETE FROM ops.throttle"));

const post = (path: string, input: unknown, headers: Record<string, string> = {}) =>
  handleTrpc(trpcRequest(path, bodyOf(input), headers));
const places = (Cookie: string) => post("home.places", undefined, { Cookie, "x-trpc-method": "query" });
const email = "alex@test.example";

/** Uses a ticket as NextAuth's one provider does, and gives the secret of the session that it opened. */
async function arrive(ticket: string): Promise<string | null> {
  const [provider] = authOptions().providers;
  const { authorize } = (provider as unknown as { options: { authorize: Authorize } }).options;
  const user = await authorize({ ticket }, { headers: { "user-agent": "test" } });
  return user?.secret ?? null;
}
type Authorize = (given: { ticket: string }, request: { headers: object }) => Promise<{ secret: string } | null>;

const ticketIn = async (answer: Response) => /"ticket":"([^"]+)"/.exec(await answer.text())?.[1] ?? "";

describe("guessing a password", () => {
  it("ends after ten tries that arrive at once, and then the right one is refused as well", async () => {
    const guesses = Array.from({ length: 14 }, (_, index) =>
      post("session.signIn", { email, password: `no ${index}` }),
    );
    const statuses = (await Promise.all(guesses)).map((answer) => answer.status);
    expect([statuses.filter((one) => one === 401).length, statuses.filter((one) => one === 429).length]).toEqual([
      10, 4,
    ]);
    expect((await post("session.signIn", { email, password: testPassword })).status).toBe(429);
  });

  it("gains nothing by batches: each call in one is a try", async () => {
    const path = Array.from({ length: 5 }, () => "session.signIn").join(",");
    const one = JSON.parse(bodyOf({ email, password: "a guess" }));
    const body = JSON.stringify(Object.fromEntries([0, 1, 2, 3, 4].map((index) => [index, one])));
    const batches = await Promise.all([1, 2, 3].map(() => handleTrpc(trpcRequest(`${path}?batch=1`, body))));
    const answers = (await Promise.all(batches.map((answer) => answer.text()))).join("");
    expect([
      answers.match(/"app":\{"code":"WRONG_SIGN_IN"/g)?.length,
      answers.match(/"app":\{"code":"TOO_MANY"/g)?.length,
    ]).toEqual([10, 5]);
  });

  it("gains nothing by a forged network address, a language or letters in another case", async () => {
    const tries = Array.from({ length: 12 }, (_, index) =>
      post(
        "session.signIn",
        { email: index % 2 ? " ALEX@test.example" : email, password: "a guess" },
        {
          "X-Forwarded-For": `10.0.0.${index}`,
          "Accept-Language": index % 2 ? "es" : "en",
          "User-Agent": `bot ${index}`,
        },
      ),
    );
    const statuses = (await Promise.all(tries)).map((answer) => answer.status);
    expect(statuses.filter((one) => one === 401).length).toBe(10);
  });
});

describe("a session cookie", () => {
  it("planted before signing in is not the session afterwards", async () => {
    const planted = "x".repeat(43);
    const Cookie = await cookieOf(planted);
    const answer = await post("session.signIn", { email, password: testPassword }, { Cookie });
    const secret = await arrive(await ticketIn(answer));
    expect(secret).not.toBeNull();
    expect(secret).not.toBe(planted);
    expect((await places(Cookie)).status).toBe(401);
    expect((await places(await cookieOf(secret ?? ""))).status).toBe(200);
  });

  it("of somebody signed in already is not taken over by whoever signs in next", async () => {
    const Cookie = await cookieOf(world.secrets.sam);
    const answer = await post("session.signIn", { email, password: testPassword }, { Cookie });
    const secret = (await arrive(await ticketIn(answer))) ?? "";
    const mine = await post("account.page", undefined, { Cookie: await cookieOf(secret), "x-trpc-method": "query" });
    expect(await mine.text()).toContain(email);
    expect(secret).not.toBe(world.secrets.sam);
  });

  it("that was stolen is worth nothing once its owner ended the other sessions", async () => {
    const userId = world.people.sam.userId;
    const [stolen, own] = await Promise.all([
      createSession(userId, false, "thief"),
      createSession(userId, false, "own"),
    ]);
    expect((await places(await cookieOf(stolen.secret))).status).toBe(200);
    expect((await post("account.endOtherSessions", undefined, { Cookie: await cookieOf(own.secret) })).status).toBe(
      200,
    );
    expect((await places(await cookieOf(stolen.secret))).status).toBe(401);
    expect((await places(await cookieOf(own.secret))).status).toBe(200);
    world.secrets.sam = own.secret;
  });

  it("made with another key, with none, or altered by a character is none", async () => {
    const token = { sid: "x", secret: world.secrets.alex };
    const good = await encode({ token, secret: env().AUTH_SECRET });
    const body = Buffer.from(JSON.stringify(token)).toString("base64url");
    const forged = [
      await encode({ token, secret: "another secret of the same length" }),
      `${Buffer.from('{"alg":"none"}').toString("base64url")}.${body}.`,
      await new EncryptJWT(token).setProtectedHeader({ alg: "dir", enc: "A256GCM" }).encrypt(new Uint8Array(32)),
      ...[10, 40, good.length - 3].map(
        (at) => `${good.slice(0, at)}${good[at] === "A" ? "B" : "A"}${good.slice(at + 1)}`,
      ),
      world.secrets.alex,
    ];
    for (const one of forged) expect((await places(`${sessionCookie().name}=${one}`)).status).toBe(401);
    expect((await places(`${sessionCookie().name}=${good}`)).status).toBe(200);
  });

  it("tells nobody who it is of: it holds a random secret and no name, address or id of a person", async () => {
    const Cookie = await cookieOf(world.secrets.alex);
    const held = JSON.stringify(await decode({ token: Cookie.split("=")[1], secret: env().AUTH_SECRET }));
    for (const known of ["alex", world.people.alex.userId, world.people.alex.id, world.practiceId])
      expect(held).not.toContain(known);
  });
});

describe("a ticket", () => {
  it("opens one session, however often and however fast it is replayed", async () => {
    const ticket = await issueTicket({ userId: world.people.alex.userId, proof: "PASSWORD", twoFactor: false });
    const opened = await Promise.all([1, 2, 3, 4].map(() => arrive(ticket)));
    expect(opened.filter((one) => one !== null).length).toBe(1);
    expect(await arrive(ticket)).toBeNull();
  });

  it("that is a minute old opens nothing, nor does one for a login that was disabled meanwhile", async () => {
    const late = await issueTicket({ userId: world.people.alex.userId, proof: "PASSWORD", twoFactor: false });
    await owner.ticket.updateMany({ where: { consumedAt: null }, data: { expiresAt: new Date(Date.now() - 1) } });
    const userId = world.people.formerPartner.userId;
    const gone = await issueTicket({ userId, proof: "PASSWORD", twoFactor: false });
    await owner.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    expect([await arrive(late), await arrive(gone)]).toEqual([null, null]);
  });

  it("leads nowhere but home to this site, whatever address comes with it", async () => {
    const redirect = authOptions().callbacks?.redirect;
    for (const url of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
      expect(await redirect?.({ url, baseUrl: origin() })).toBe(origin());
  });
});

describe("a link in a mail", () => {
  const plant = async (browser: string) =>
    letterToken(
      (await oweLetter({ kind: "SIGN_IN", email, locale: "en", userId: world.people.alex.userId, browser })).id,
    );
  const show = (token: string, browser: string) =>
    post(
      "session.showLetter",
      { kind: "SIGN_IN", token },
      { Cookie: `${deviceCookieName()}=${browser}`, "x-trpc-method": "query" },
    );

  it("that was planted in another browser says whose login it is and that it was asked for elsewhere", async () => {
    const token = await plant("the attacker's browser");
    const shown = await (await show(token, "the victim's browser")).text();
    expect([shown.includes(`"email":"${email}"`), shown.includes('"sameBrowser":false')]).toEqual([true, true]);
    expect(await (await show(token, "the attacker's browser")).text()).toContain('"sameBrowser":true');
  });

  it("is not used up by showing it, however often a scanner of mail does", async () => {
    const token = await plant("own");
    for (const _ of [1, 2, 3, 4, 5]) expect((await show(token, "scanner")).status).toBe(200);
    expect((await post("session.signInByLetter", { proof: { token } })).status).toBe(200);
  });

  it("signs in once, however many use it at once", async () => {
    const token = await plant("own");
    const uses = await Promise.allSettled([1, 2, 3, 4, 5].map(() => consumeLetter("SIGN_IN", { token }, "own")));
    expect(uses.filter((one) => one.status === "fulfilled").length).toBe(1);
  });
});
