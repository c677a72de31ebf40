import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import type { Client } from "@/server/db/clients";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { type ProviderAccount, startProvider, type TestProvider } from "@/tests/harness/oidc";
import { returnFromOidc, startOidc } from "./oidc-routes";
import { consumeTicket } from "./tickets";

const callback = "http://localhost:3000/api/oidc/callback";
let world: TwoPractices;
let owner: Client;
let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider(callback);
  process.env.OIDC_ISSUER = provider.issuer;
  process.env.OIDC_CLIENT_ID = provider.clientId;
  process.env.OIDC_CLIENT_SECRET = provider.clientSecret;
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
});
afterAll(async () => {
  await owner.$disconnect();
  await world.close();
  await provider.close();
});

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
const locationOf = (response: Response) => response.headers.get("location") ?? "";

/** Goes through the provider's own redirects as a browser does; answers with the address that leads back to us. */
async function throughProvider(start: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  for (let hops = 0; hops < 8 && !url.startsWith(callback); hops++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";")[0] ?? "").split(/=(.*)/s);
      jar.set(name, value);
    }
    url = new URL(locationOf(response), url).href;
  }
  return url;
}

/** Signs in at the provider as an account. Answers with where our callback leads. */
async function signInAs(account: ProviderAccount, next = "/home"): Promise<string> {
  provider.signIn(account);
  const start = await startOidc(new Request(`http://localhost:3000/api/oidc/start?next=${encodeURIComponent(next)}`));
  const back = await throughProvider(locationOf(start));
  return locationOf(await returnFromOidc(new Request(back, { headers: { cookie: cookiesOf(start) } })));
}

const alexThere = { sub: "staff-7", email: "ALEX@test.example", email_verified: true };

describe("signing in at an organisation's provider", () => {
  it("ends in a ticket for the login of the proven address, and knows the account again after the address changed", async () => {
    for (const account of [alexThere, { ...alexThere, email: "new-name@elsewhere.example" }]) {
      const { pathname, searchParams, hash } = new URL(await signInAs(account, "/home?a=1"));
      expect([pathname, searchParams.get("next")]).toEqual(["/sign-in/return", "/home?a=1"]);
      const proven = await consumeTicket(hash.slice(1));
      expect(proven).toMatchObject({ userId: world.people.alex.userId, proof: "OIDC", twoFactor: false });
    }
    expect(await owner.externalLogin.count()).toBe(1);
  });

  it("refuses an address that the provider has not proven, and one that nobody has here", async () => {
    const strangers = [
      { sub: "staff-8", email: "sam@test.example", email_verified: false },
      { sub: "staff-9", email: "nobody@test.example", email_verified: true },
    ];
    // Somebody typed this address on joining, and nobody has confirmed it.
    await owner.user.update({ where: { email: "alex@test.example" }, data: { emailProven: false } });
    strangers.push({ sub: "staff-10", email: "alex@test.example", email_verified: true });
    for (const account of strangers) expect(await signInAs(account)).toMatch(/\/sign-in\?reason=provider$/);
    expect(await owner.externalLogin.count()).toBe(1);
    await owner.user.update({ where: { email: "alex@test.example" }, data: { emailProven: true } });
  });

  it("refuses an answer that another browser asked for, and one that comes twice", async () => {
    provider.signIn(alexThere);
    const start = await startOidc(new Request("http://localhost:3000/api/oidc/start"));
    const back = await throughProvider(locationOf(start));
    const answer = (cookie: string) => returnFromOidc(new Request(back, { headers: { cookie } }));
    expect(locationOf(await answer(""))).toMatch(/reason=late$/);
    expect(locationOf(await answer("reconnect.oidc=planted"))).toMatch(/reason=late$/);
    expect(locationOf(await answer(cookiesOf(start)))).toMatch(/\/sign-in\/return/);
    expect(locationOf(await answer(cookiesOf(start)))).toMatch(/reason=late$/);
  });
});
