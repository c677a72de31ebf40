import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstSenderName, isThrough, nameFault, type StartFacts, senderFault, stepsOf } from "./policy";
import { plainName, senderName } from "./schema";

describe("a name that others will see", () => {
  it.each([
    "Harbor Couples Therapy",
    "Dr. Lee & Partners",
    "J.R. Lee",
    "Consulta Peña-Ruiz",
    "O’Neill",
    "北京家庭",
    "St. John’s 24",
  ])("may be %s", (name) => {
    expect(nameFault(name)).toBeNull();
  });

  it.each([
    "https://evil.example",
    "www.evil.example",
    "Visit evil.com",
    "evil.com/x",
    "me@evil.example",
    "bit.ly/x",
    "t.co/x",
    "evil．com",
  ])("holds no address: %s", (name) => {
    expect(nameFault(name)).toBe("noAddress");
  });

  it.each(["two\nlines", "two\r\nlines", "a\u2028b", "right\u202eleft", "tab\tbed"])("is one line: %j", (name) => {
    expect(nameFault(name)).toBe("oneLine");
  });

  it("holds a letter, and is neither empty nor endless", () => {
    expect(nameFault("1234")).toBe("needsLetters");
    const faultOf = (text: string) => plainName(10).safeParse(text).error?.issues[0]?.message;
    expect([faultOf("   "), faultOf("x".repeat(11)), faultOf("  Lee  ")]).toEqual(["required", "tooLong", undefined]);
    expect(plainName(10).parse("  Lee  ")).toBe("Lee");
  });

  it("never lets a scheme or a line break through, whatever stands around it", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom("://", "\n", "\r", "@", "www."), (before, after, bad) => {
        expect(nameFault(` ${before} ${bad}${after}`)).not.toBeNull();
      }),
    );
  });
});

describe("the sender's name in mail", () => {
  it.each([firstSenderName, "Harbor", "Northside", "Casa Azul", "Ana Ruiz", "The Oak Room", "Metro"])(
    "may be %s",
    (name) => {
      expect(senderName.safeParse(name).success).toBe(true);
    },
  );

  it.each([
    "Harbor Therapy",
    "HarborTherapy",
    "Terapia Ruiz",
    "Clínica Ruiz",
    "Dr. Lee",
    "Couples First",
    "Parejas",
    "Salud Mental",
    "Psicóloga Ruiz",
    "Marriage Help",
    "Lee, LMFT",
    "Relaciones sanas",
  ])("says nothing of health or relationships: %s", (name) => {
    expect(senderFault(name)).toBe("notNeutral");
  });
});

describe("the first steps", () => {
  const nothing: StartFacts = {
    roles: ["OWNER", "THERAPIST"],
    twoFactor: false,
    licence: "none",
    couple: false,
    homework: false,
    colleague: false,
    senderChosen: false,
  };
  const keys = (roles: string[]) => stepsOf({ ...nothing, roles }).map((one) => one.key);
  const stateOf = (facts: Partial<StartFacts>, key: string) =>
    stepsOf({ ...nothing, ...facts }).find((one) => one.key === key)?.state;

  it("are those of one's roles", () => {
    expect(keys(["OWNER", "THERAPIST"])).toEqual(["twoFactor", "licence", "sender", "couple", "homework", "colleague"]);
    expect(keys(["OWNER"])).toEqual(["twoFactor", "sender", "couple", "colleague"]);
    expect(keys(["THERAPIST"])).toEqual(["twoFactor", "licence", "couple", "homework"]);
    expect(keys(["COORDINATOR"])).toEqual(["twoFactor", "couple"]);
  });

  it("know what is done, and what waits for somebody else", () => {
    expect([stateOf({}, "licence"), stateOf({ licence: "submitted" }, "licence")]).toEqual(["open", "waiting"]);
    expect(stateOf({ licence: "verified" }, "licence")).toBe("done");
    expect([stateOf({ couple: true }, "couple"), stateOf({ homework: true }, "homework")]).toEqual(["done", "done"]);
    expect([stateOf({ colleague: true }, "colleague"), stateOf({ senderChosen: true }, "sender")]).toEqual([
      "done",
      "done",
    ]);
  });

  it("end when nothing that is needed is left to do: a colleague is not needed, waiting is not doing", () => {
    const all: StartFacts = {
      ...nothing,
      twoFactor: true,
      licence: "submitted",
      couple: true,
      homework: true,
      senderChosen: true,
    };
    expect([isThrough(stepsOf(all)), isThrough(stepsOf({ ...all, couple: false }))]).toEqual([true, false]);
  });
});
