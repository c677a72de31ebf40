import superjson from "superjson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as route from "@/app/api/trpc/[trpc]/route";
import { ownerClient } from "@/prisma/seed/owner";
import type { Client } from "@/server/db/clients";
import { handleTrpc } from "@/server/trpc/http";
import { answerOf, bodyOf, cookieOf, httpActor, origin, trpcRequest } from "../factories/over-http";
import { type ActorName, type TwoPractices, twoPractices } from "../factories/two-practices";
import { cases } from "../isolation/cases";
import { idFields, madeByBrowser, textFields, withId } from "../isolation/id-fields";
import { procedures } from "../isolation/walk";

let world: TwoPractices;
let owner: Client;
let Cookie: string;
beforeAll(async () => {
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
  Cookie = await cookieOf(world.secrets.sam);
});
afterAll(async () => {
  await owner.$disconnect();
  await world.close();
});

const pulse = () =>
  bodyOf({ coupleId: world.couple.id, trust: 1, communication: null, intimacy: null, connection: null });
const ratings = () =>
  owner.pulse.count({ where: { coupleId: world.couple.id, personId: world.people.sam.id, trust: 1 } });

describe("a request from another site, with the person's own cookies", () => {
  it.each([
    "https://evil.example",
    "null",
    "http://localhost:3000.evil.example",
    "http://localhost:3001",
    "https://localhost:3000",
    "http://localhost",
    "http://LOCALHOST:3000",
    "http://localhost:3000/",
    "",
  ])("with origin %j changes nothing", async (Origin) => {
    const answer = await handleTrpc(trpcRequest("pulse.save", pulse(), { Cookie, Origin }));
    expect([answer.status, await ratings()]).toEqual([403, 0]);
  });

  it.each([
    "text/plain",
    "text/plain;application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=application/json",
    "",
  ])("as %j changes nothing, even if it forged our origin", async (type) => {
    const answer = await handleTrpc(trpcRequest("pulse.save", pulse(), { Cookie, "Content-Type": type }));
    expect([answer.status, await ratings()]).toEqual([415, 0]);
  });

  it("as a real form with files changes nothing", async () => {
    const form = new FormData();
    form.append("0", pulse());
    const request = new Request(`${origin()}/api/trpc/pulse.save?batch=1`, {
      method: "POST",
      headers: { Cookie, Origin: origin() },
      body: form,
    });
    expect([(await handleTrpc(request)).status, await ratings()]).toEqual([415, 0]);
  });

  it("by GET finds no door", () => {
    expect(Object.keys(route)).toEqual(["POST"]);
  });

  it("from our own page does: the refusals above are not for want of a good request", async () => {
    const answer = await handleTrpc(trpcRequest("pulse.save", pulse(), { Cookie }));
    expect([answer.status, await ratings()]).toEqual([200, 1]);
  });
});

describe("a forged host", () => {
  it("changes no answer: nothing that we say derives from it", async () => {
    const ask = async (headers: Record<string, string>, url = origin()) => {
      const own = { Origin: origin(), "Content-Type": "application/json", Cookie, "x-trpc-method": "query" };
      const body = bodyOf({ coupleId: world.couple.id });
      const request = new Request(`${url}/api/trpc/homework.today`, {
        method: "POST",
        headers: { ...own, ...headers },
        body,
      });
      return answerOf(await handleTrpc(request));
    };
    const usual = await ask({});
    expect(usual.status).toBe(200);
    expect(
      await ask({ "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", Forwarded: "host=evil.example" }),
    ).toEqual(usual);
    expect(await ask({}, "http://evil.example")).toEqual(usual);
    expect((await ask({ Origin: "http://evil.example" }, "http://evil.example")).status).toBe(403);
  });
});

describe("superjson's annotations", () => {
  const home = (body: unknown) =>
    handleTrpc(trpcRequest("caseload.page", JSON.stringify(body), { Cookie, "x-trpc-method": "query" }));

  it.each([
    { json: { practiceId: "x" }, meta: { values: { "__proto__.polluted": ["Date"] } } },
    { json: { practiceId: "x" }, meta: { values: { "constructor.prototype.polluted": ["Date"] } } },
    { json: { practiceId: "x" }, meta: { values: { practiceId: [["class", "Function"]] } } },
    { json: { practiceId: "x" }, meta: { referentialEqualities: { practiceId: ["__proto__.polluted"] } } },
    { json: { practiceId: "x" }, meta: { referentialEqualities: { practiceId: ["constructor.prototype.polluted"] } } },
    { json: JSON.parse('{"__proto__":{"practiceId":"x","polluted":true}}') },
    { json: { practiceId: { constructor: { prototype: { polluted: true } } } } },
  ])("can neither reach a prototype nor break the server: %j", async (body) => {
    const answer = await home(body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('"INVALID"');
    expect("polluted" in {}).toBe(false);
    expect(superjson.serialize({}).json).toEqual({});
  });
});

const hostileIds: unknown[] = ["' OR '1'='1", { $ne: null }, ["a", "b"], "\u0000"];
const hostileWords = ["'; DROP TABLE entry; -- <script>{{7*7}}", "a\u0000b", "\ud800\u202e\uffff", "x".repeat(60_000)];

/** Two of the values, others for each field: every value is tried on many, none on all. */
function two<T>(values: T[], field: string): T[] {
  const at = [...field].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return [0, 1].flatMap((step) => values[(at + step) % values.length] ?? []);
}

/** At most so many, spread evenly: one procedure takes a whole strategy, with hundreds of texts. */
function spread<T>(all: T[], most = 24): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, index) => all[Math.floor(index * step)] as T);
}

const sender = (path: string): ActorName =>
  cases[path]?.open ? "anonymous" : (cases[path]?.allowed.at(-1) ?? "anonymous");
const withFields = Object.entries(cases).filter(([, one]) => one.input);

describe("hostile values", () => {
  it.each(withFields)(
    "in the ids of %s are refused as what they are",
    async (path, one) => {
      const { type = "query", inputs = [] } = procedures[path]?._def ?? {};
      const send = await httpActor(world, sender(path));
      for (const field of idFields(inputs).filter((name) => !madeByBrowser(name))) {
        for (const value of two(hostileIds, path + field)) {
          const answer = await send(path, type, withId(one.input?.(world), field, value));
          expect([field, value, answer.status]).toEqual([field, value, 400]);
        }
      }
    },
    120_000,
  );

  it.each(withFields)(
    "in the words of %s never break it",
    async (path, one) => {
      const { type = "query", inputs = [] } = procedures[path]?._def ?? {};
      const send = await httpActor(world, sender(path));
      const valid = one.input?.(world);
      for (const field of spread(textFields(inputs).filter((name) => withId(valid, name, "") !== null))) {
        for (const value of two(hostileWords, path + field)) {
          const answer = await send(path, type, withId(one.input?.(world), field, value));
          expect([field, value.slice(0, 30), answer.body.includes('"UNEXPECTED"'), answer.status < 500]).toEqual([
            field,
            value.slice(0, 30),
            false,
            true,
          ]);
        }
      }
    },
    120_000,
  );
});
