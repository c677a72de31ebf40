import { afterEach, describe, expect, it } from "vitest";
import { now } from "./clock";
import { env } from "./env";
import { securityText } from "./security-text";

const before = { ...env() };
afterEach(() => void Object.assign(env(), before));
const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(securityText())?.[1];

describe("security.txt", () => {
  it("has what RFC 9116 asks for, from the public address", () => {
    Object.assign(env(), { PUBLIC_URL: "https://care.example", SECURITY_CONTACT: undefined });
    expect(field("Contact")).toBe("mailto:security@care.example");
    expect(field("Canonical")).toBe("https://care.example/.well-known/security.txt");
    expect(field("Preferred-Languages")).toBe("en, es");
  });

  it("expires in less than a year, and never in the past", () => {
    const days = (Date.parse(field("Expires") ?? "") - now().getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(170);
    expect(days).toBeLessThan(365);
  });

  it("takes an address of mail or web", () => {
    Object.assign(env(), { SECURITY_CONTACT: "flaws@care.example" });
    expect(field("Contact")).toBe("mailto:flaws@care.example");
    Object.assign(env(), { SECURITY_CONTACT: "https://care.example/flaws" });
    expect(field("Contact")).toBe("https://care.example/flaws");
  });
});
