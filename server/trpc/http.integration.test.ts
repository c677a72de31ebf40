import { encode } from "next-auth/jwt";
import superjson from "superjson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env } from "@/server/env";
import { health } from "@/server/features/health/queries";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { handleTrpc } from "./http";

let world: TwoPractices;
beforeAll(async () => {
  world = await twoPractices();
});
afterAll(() => world.close());

const origin = "http://localhost:3000";
const own = { Origin: origin, "Content-Type": "application/json" };

function post(path: string, body: BodyInit, headers: Record<string, string> = own): Promise<Response> {
  return handleTrpc(new Request(`${origin}/api/trpc/${path}`, { method: "POST", headers, body }));
}
const input = (value: unknown) => JSON.stringify(superjson.serialize(value));
const query = { ...own, "x-trpc-method": "query" };

async function cookieOf(secret: string): Promise<string> {
  return `reconnect.session=${await encode({ token: { sid: "x", secret }, secret: env().AUTH_SECRET })}`;
}

describe("the procedures over HTTP", () => {
  it("answer a live session's cookie, and are never cached", async () => {
    const answer = await post("home.places", input(undefined), {
      ...query,
      Cookie: await cookieOf(world.secrets.alex),
    });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
  });

  it("refuse a tampered cookie, a revoked session and none at all in the same words", async () => {
    const cookies = [
      `${await cookieOf(world.secrets.alex)}x`,
      await cookieOf(world.secrets.revoked),
      "reconnect.session=rubbish",
      "",
    ];
    const answers = await Promise.all(
      cookies.map((Cookie) => post("home.places", input(undefined), { ...query, Cookie })),
    );
    expect(answers.map((one) => one.status)).toEqual([401, 401, 401, 401]);
    expect(new Set(await Promise.all(answers.map((one) => one.text()))).size).toBe(1);
  });

  it("refuse another origin, none, and what is not JSON", async () => {
    const statuses = await Promise.all([
      post("home.places", input(undefined), { ...query, Origin: "https://evil.example" }),
      post("home.places", input(undefined), { "Content-Type": "application/json" }),
      post("session.end", "a=b", { Origin: origin, "Content-Type": "application/x-www-form-urlencoded" }),
      post("session.end", new FormData(), { Origin: origin, "Content-Type": "multipart/form-data; boundary=x" }),
    ]);
    expect(statuses.map((one) => one.status)).toEqual([403, 403, 415, 415]);
  });

  it.each([
    ["malformed JSON", "{"],
    ["JSON that is no object", '"words"'],
    ["a wrong shape", input({ practiceId: 7 })],
    ["an id that is none", input({ practiceId: "not-an-id" })],
    ["deep nonsense", JSON.stringify({ json: { a: Array.from({ length: 50 }, () => ({ b: {} })) } })],
  ])("answer %s with a typed error, without a stack trace or a value", async (_name, body) => {
    const answer = await post("caseload.page", body, { ...query, Cookie: await cookieOf(world.secrets.therapist) });
    const text = await answer.text();
    expect(answer.status).toBe(400);
    expect(text).toContain('"INVALID"');
    expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|stack|prisma/i);
  });

  it("refuse a body over 64 KB whatever its header says", async () => {
    const answer = await post("session.signIn", input({ email: "x".repeat(70_000), password: "y" }));
    expect([answer.status, (await answer.text()).includes('"TOO_LARGE"')]).toEqual([413, true]);
  });

  it("refuse a batch of more than five", async () => {
    const paths = Array.from({ length: 6 }, () => "session.touch").join(",");
    const answer = await handleTrpc(
      new Request(`${origin}/api/trpc/${paths}?batch=1`, { method: "POST", headers: own, body: "{}" }),
    );
    expect(answer.status).toBe(400);
  });

  it("answer a wrong password as a refusal, and a field out of bounds with its name", async () => {
    const wrong = await post("session.signIn", input({ email: "nobody@example.com", password: "wrong" }));
    expect([wrong.status, await wrong.text()]).toEqual([401, expect.stringContaining("WRONG_SIGN_IN")]);
    const reply = { practiceId: world.practiceId, coupleId: world.couple.id, checkInId: world.couple.id };
    const blank = await post(
      "checkIns.reply",
      input({ ...reply, clientId: world.couple.id, audience: "AUTHOR", body: " " }),
      { ...own, Cookie: await cookieOf(world.secrets.therapist) },
    );
    expect([blank.status, await blank.text()]).toEqual([400, expect.stringContaining('"body":"writeSomething"')]);
  });

  it("say the same bytes of an invisible and an unknown id", async () => {
    const Cookie = await cookieOf(world.secrets.otherTherapist);
    const ask = async (coupleId: string) =>
      (await post("couples.page", input({ practiceId: world.otherPracticeId, coupleId }), { ...query, Cookie })).text();
    expect(await ask(world.couple.id)).toBe(await ask(crypto.randomUUID()));
  });

  it("sign out: the row is revoked and the cookie cleared", async () => {
    const Cookie = await cookieOf(world.secrets.formerPartner);
    const answer = await post("session.end", input(undefined), { ...own, Cookie });
    expect(answer.headers.get("set-cookie")).toMatch(/reconnect\.session=; .*Max-Age=0/);
    expect((await post("home.places", input(undefined), { ...query, Cookie })).status).toBe(401);
  });
});

describe("health", () => {
  it("names the worker and the mail while no worker beats", async () => {
    expect(await health()).toMatchObject({ status: "failing", database: "ok", worker: "failing", mail: "failing" });
  });
});
