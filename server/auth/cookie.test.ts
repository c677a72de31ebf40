import { afterEach, describe, expect, it } from "vitest";
import { env } from "../env";
import { deviceCookie, endedSessionCookie, oidcCookie, sessionCookie } from "./cookie";
import { authOptions } from "./options";

const before = env().PUBLIC_URL;
afterEach(() => {
  env().PUBLIC_URL = before;
});

describe("cookies", () => {
  it("belong to this one host and to https, where the site is served so", () => {
    env().PUBLIC_URL = "https://care.example";
    const { name, options } = sessionCookie();
    expect(name).toBe("__Host-reconnect.session");
    expect(options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
    for (const header of [deviceCookie("x"), endedSessionCookie(), oidcCookie("x", 60)]) {
      // The prefix holds a browser to Secure, Path=/ and no Domain.
      expect(header).toMatch(/^__Host-reconnect\.\w+=.*; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/);
      expect(header).not.toContain("Domain");
    }
  });

  it("are so for those that NextAuth itself sends", () => {
    const sent = (origin: string) => {
      env().PUBLIC_URL = origin;
      const { cookies = {}, useSecureCookies } = authOptions();
      const own = [cookies.sessionToken, cookies.csrfToken, cookies.callbackUrl];
      return { useSecureCookies, own: own.map((one) => [one?.name, one?.options]) };
    };
    const shared = { httpOnly: true, sameSite: "lax", path: "/" };
    const names = ["session", "csrf", "callback"];
    expect(sent("https://care.example")).toEqual({
      useSecureCookies: true,
      own: names.map((name) => [`__Host-reconnect.${name}`, { ...shared, secure: true }]),
    });
    expect(sent("http://localhost:3000")).toEqual({
      useSecureCookies: false,
      own: names.map((name) => [`reconnect.${name}`, { ...shared, secure: false }]),
    });
  });

  it("go without that on a machine of one's own, where a browser would refuse them", () => {
    env().PUBLIC_URL = "http://localhost:3000";
    expect(sessionCookie()).toMatchObject({ name: "reconnect.session", options: { secure: false } });
    expect(deviceCookie("x")).not.toMatch(/__Host-|Secure/);
  });
});
