import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/server/clock";
import {
  compareRegistry,
  isCurrent,
  jurisdictionOf,
  type Lasting,
  mayDecide,
  mayGo,
  noticeFor,
  placesOf,
  reaches,
  reasonsFor,
  recordedConfirmation,
  renewalOf,
  sameName,
  sameNumber,
  warningOn,
  warningStands,
} from "./policy";
import { isNpi, licenceFields, licenceStatus, type RegistryFacts } from "./schema";

const state = fc.constantFrom(...licenceStatus.options);

describe("the ways of a licence", () => {
  it("lead from submitted to a decision, from verified to an end, and back only from suspended", () => {
    const all = licenceStatus.options.flatMap((from) =>
      licenceStatus.options.filter((to) => mayGo(from, to)).map((to) => `${from} > ${to}`),
    );
    expect(all).toEqual([
      "SUBMITTED > VERIFIED",
      "SUBMITTED > REJECTED",
      "VERIFIED > EXPIRED",
      "VERIFIED > SUSPENDED",
      "SUSPENDED > VERIFIED",
      "SUSPENDED > EXPIRED",
    ]);
  });

  it("never lead back to submitted, never out of rejected or expired, and to verified only past a decision", () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 12 }), (wishes) => {
        const walked: typeof wishes = ["SUBMITTED"];
        for (const wish of wishes) if (mayGo(walked.at(-1) ?? "SUBMITTED", wish)) walked.push(wish);
        expect(walked.slice(1)).not.toContain("SUBMITTED");
        for (const end of ["REJECTED", "EXPIRED"] as const) {
          if (walked.includes(end)) expect(walked.at(-1)).toBe(end);
        }
        if (walked.includes("REJECTED")) expect(walked).not.toContain("VERIFIED");
      }),
    );
  });

  it("cover until the last day, that day included", () => {
    expect(isCurrent({ status: "VERIFIED", expiresOn: "2026-11-24" }, "2026-11-24")).toBe(true);
    expect(isCurrent({ status: "VERIFIED", expiresOn: "2026-11-23" }, "2026-11-24")).toBe(false);
    expect(isCurrent({ status: "SUSPENDED", expiresOn: "2030-01-01" }, "2026-11-24")).toBe(false);
  });
});

describe("who decides", () => {
  const other = { deciderId: "a", holderId: "b", owner: true, sole: false };
  const own = { ...other, holderId: "a" };

  it("is an owner, of others' licences, and of their own only where they are alone", () => {
    expect([mayDecide(other), mayDecide(own), mayDecide({ ...own, sole: true })]).toEqual([true, false, true]);
    expect(mayDecide({ ...other, owner: false })).toBe(false);
  });

  it("is recorded as attested for one's own and never for another's", () => {
    expect(recordedConfirmation(own, "BOARD_WEBSITE")).toBe("ATTESTED");
    expect(recordedConfirmation(other, "PHONE")).toBe("PHONE");
    expect(recordedConfirmation(other, "ATTESTED")).toBeNull();
  });
});

describe("a National Provider Identifier", () => {
  it("is ten digits with the right last one", () => {
    expect(isNpi("1234567893")).toBe(true);
    expect(["1234567890", "123456789", "12345678930", "3234567893", "12345678 3", ""].filter(isNpi)).toEqual([]);
  });

  it("is wrong as soon as a single digit is, whatever the number", () => {
    const valid = fc.integer({ min: 100_000_000, max: 299_999_999 }).map((body) => {
      const found = Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).filter(isNpi);
      expect(found).toHaveLength(1);
      return found[0] ?? "";
    });
    fc.assert(
      fc.property(valid, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (npi, place, by) => {
        const changed = (Number(npi[place]) + by) % 10;
        expect(isNpi(npi.slice(0, place) + changed + npi.slice(place + 1))).toBe(false);
      }),
    );
  });

  it("may be typed with spaces, is optional, and belongs to the United States", () => {
    const typed = { kind: "LMFT", number: "10482", jurisdiction: "US-NY", expiresOn: "2028-01-31" };
    expect(licenceFields.parse({ ...typed, npi: "1234 567-893" }).npi).toBe("1234567893");
    expect(licenceFields.safeParse({ ...typed, jurisdiction: "GB", npi: "" }).success).toBe(true);
    const faults = (fields: object) =>
      licenceFields.safeParse({ ...typed, npi: "", ...fields }).error?.issues.map((one) => [one.path[0], one.message]);
    expect(faults({ npi: "1234567890" })).toEqual([["npi", "npiWrong"]]);
    expect(faults({ jurisdiction: "GB", npi: "1234567893" })).toEqual([["npi", "npiOnlyUs"]]);
    expect(faults({ jurisdiction: "US" })).toEqual([["jurisdiction", "chooseJurisdiction"]]);
    expect(faults({ number: " ", expiresOn: "" })).toEqual([
      ["number", "enterLicenceNumber"],
      ["number", "licenceNumberForm"],
      ["expiresOn", "enterExpiry"],
    ]);
  });
});

describe("what the registry says", () => {
  const typed = { name: "Dr. Miriam Castellán", kind: "LMFT" as const, number: "LMFT-10482", jurisdiction: "US-NY" };
  const facts: RegistryFacts = {
    person: true,
    active: true,
    name: "MIRIAM R CASTELLAN",
    credential: "LMFT",
    taxonomies: [{ code: "106H00000X", name: "Marriage & Family Therapist", number: "010482", state: "NY" }],
  };
  const [taxonomy] = facts.taxonomies;
  const with1 = (changes: Partial<(typeof facts.taxonomies)[number]>) => ({
    ...facts,
    taxonomies: taxonomy ? [{ ...taxonomy, ...changes }] : [],
  });

  it("matches in spite of titles, accents, middle names, prefixes and leading zeros", () => {
    expect(compareRegistry(typed, facts)).toEqual([]);
  });

  it("names each thing that differs", () => {
    expect(compareRegistry(typed, { ...facts, name: "ROWAN DAHL" })).toEqual(["NAME"]);
    expect(compareRegistry(typed, with1({ number: "99999" }))).toEqual(["NUMBER"]);
    expect(compareRegistry(typed, with1({ state: "NJ" }))).toEqual(["STATE"]);
    expect(compareRegistry(typed, with1({ code: "1041C0700X" }))).toEqual(["TAXONOMY"]);
    expect(compareRegistry(typed, { ...facts, active: false })).toEqual(["INACTIVE"]);
    expect(compareRegistry(typed, { ...facts, person: false })).toEqual(["ORGANISATION"]);
  });

  it("does not hold a number against somebody that the registry does not have", () => {
    expect(compareRegistry(typed, with1({ number: null }))).toEqual([]);
  });

  it("asks no profession of a licence of another kind", () => {
    expect(compareRegistry({ ...typed, kind: "OTHER" }, facts)).toEqual([]);
  });

  it("takes two names for one person's only by first and last name", () => {
    expect(sameName("Ana María López", "LOPEZ ANA")).toBe(true);
    expect(sameName("Ana López", "ANA RUIZ")).toBe(false);
    expect(sameNumber("PSY 00123", "123")).toBe(true);
    expect(sameNumber("—", "")).toBe(false);
  });
});

describe("warnings before the last day", () => {
  const ends: Lasting = {
    licenceId: "l",
    replacesId: null,
    jurisdiction: "US-NY",
    status: "VERIFIED",
    expiresOn: "2026-12-31",
  };
  const later = (status: Lasting["status"], changes: Partial<Lasting> = {}): Lasting => ({
    ...ends,
    licenceId: "m",
    replacesId: "l",
    status,
    expiresOn: "2028-12-31",
    ...changes,
  });

  it("are owed at 60, 30 and 7 days, one for each step however late it is noticed", () => {
    const step = (days: number) => warningOn(ends.expiresOn, addDays(ends.expiresOn, -days));
    expect([61, 60, 31, 30, 8, 7, 0, -1].map(step)).toEqual([null, 60, 60, 30, 30, 7, 7, null]);
  });

  it("stop when renewed, keep quiet while a renewal waits, and speak up again in the last week", () => {
    const at = (days: number, ...rest: Lasting[]) =>
      warningStands(ends, [ends, ...rest], addDays(ends.expiresOn, -days));
    expect([at(60), at(30, later("VERIFIED")), at(7, later("VERIFIED"))]).toEqual([true, false, false]);
    expect([at(30, later("SUBMITTED")), at(7, later("SUBMITTED"))]).toEqual([false, true]);
    expect(at(30, later("REJECTED"))).toBe(true);
    expect(at(30, later("VERIFIED", { jurisdiction: "US-NJ" }))).toBe(true);
    expect(warningStands({ ...ends, status: "SUSPENDED" }, [], addDays(ends.expiresOn, -7))).toBe(false);
  });

  it("become one sentence in the app", () => {
    const today = addDays(ends.expiresOn, -20);
    expect(noticeFor([ends], true, today)).toEqual({ kind: "expiring", days: 20, renewing: false });
    expect(noticeFor([ends, later("SUBMITTED")], true, today)).toEqual({ kind: "expiring", days: 20, renewing: true });
    expect(noticeFor([ends, later("VERIFIED")], true, today)).toBeNull();
    expect(noticeFor([], false, today)).toEqual({ kind: "none" });
    expect(noticeFor([later("SUBMITTED")], false, today)).toEqual({ kind: "waiting" });
    expect(renewalOf(ends, [ends])).toBeNull();
  });
});

describe("where a licence reaches", () => {
  it("is its own state, or the whole of a country", () => {
    expect([reaches("US-NY", "US-NY"), reaches("US-NY", "US-NJ"), reaches("GB", "GB"), reaches("GB", "FR")]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([reaches("CA", "CA-ON"), reaches("US-NY", "US")]).toEqual([true, false]);
  });

  it("takes a location with or without the country before the state", () => {
    expect([jurisdictionOf("US", "NJ"), jurisdictionOf("US", "US-NJ"), jurisdictionOf("GB", null)]).toEqual([
      "US-NJ",
      "US-NJ",
      "GB",
    ]);
    expect(jurisdictionOf("US", null)).toBe("US");
  });

  it("takes nobody to be elsewhere who has not said where they live, and finds the reason of this place alone", () => {
    const partner = { personId: "p", country: "US", region: "NJ", overrides: [] };
    const [place] = placesOf([partner], ["US-NY"]);
    expect(place).toEqual({ personId: "p", jurisdiction: "US-NJ", outside: true, recorded: null });
    expect(placesOf([partner], ["US-NY", "US-NJ"])[0]?.outside).toBe(false);
    expect(placesOf([{ ...partner, country: null }], ["US-NY"])[0]?.outside).toBe(false);
    const overrides = [{ jurisdiction: "US-CT", reason: "CLIENT_AWAY" as const }];
    expect(placesOf([{ ...partner, overrides }], ["US-NY"])[0]?.recorded).toBeNull();
    expect(placesOf([{ ...partner, region: "CT", overrides }], ["US-NY"])[0]?.recorded).toBe("CLIENT_AWAY");
  });

  it("offers each compact only to the profession that it covers", () => {
    expect(reasonsFor(["PSYCHOLOGIST"])[0]).toBe("PSYPACT");
    expect(reasonsFor(["LPC"])).toContain("COUNSELING_COMPACT");
    expect(reasonsFor(["LMFT"])).not.toContain("PSYPACT");
    expect(reasonsFor(["LMFT"])).not.toContain("COUNSELING_COMPACT");
  });
});
