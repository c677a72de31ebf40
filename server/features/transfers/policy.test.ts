import { describe, expect, it } from "vitest";
import { spacedCode, transferCode, typedCode } from "./links";
import { answerState, goesAt, listIsFresh, transferState } from "./policy";

const at = new Date("2026-11-24T12:00:00Z");
const days = (count: number) => new Date(at.getTime() + count * 86_400_000);

describe("a transfer", () => {
  it("waits for its code, then for the partners, and is over when stopped or late", () => {
    const code = { takenAt: null, stoppedAt: null, expiresAt: days(14) };
    expect(transferState(code, at)).toBe("code");
    expect(transferState(code, days(14))).toBe("over");
    expect(transferState({ ...code, takenAt: at }, at)).toBe("taken");
    expect(transferState({ ...code, takenAt: at, stoppedAt: at }, at)).toBe("over");
  });
});

describe("a partner's answer", () => {
  const signed = { answer: "AUTHORIZED" as const, answeredAt: at, withdrawnAt: null, copiedAt: null };
  it("waits a day, goes, lapses after thirty days, or is taken back", () => {
    expect(answerState(undefined, at)).toBe("OPEN");
    expect(answerState(signed, days(1))).toBe("WAITS");
    expect(answerState(signed, days(30))).toBe("LAPSED");
    expect(answerState({ ...signed, copiedAt: days(1) }, days(40))).toBe("GONE");
    expect(answerState({ ...signed, withdrawnAt: at }, at)).toBe("WITHDRAWN");
    expect(goesAt(at)).toEqual(days(1));
  });

  it("may be no, and no may be taken back", () => {
    const no = { ...signed, answer: "DECLINED" as const };
    expect(answerState(no, at)).toBe("DECLINED");
    expect(answerState({ ...no, withdrawnAt: at }, at)).toBe("OPEN");
  });

  it("is to a list of the last hour, never to one of the future", () => {
    expect(listIsFresh(at, at)).toBe(true);
    expect(listIsFresh(at, new Date(at.getTime() + 3_600_001))).toBe(false);
    expect(listIsFresh(days(1), at)).toBe(false);
  });
});

describe("a code", () => {
  const code = transferCode("p", "one");
  it("is the same for the same transfer and another for each other one", () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(transferCode("p", "one")).toBe(code);
    expect(transferCode("p", "two")).not.toBe(code);
  });

  it("is taken as people type it", () => {
    expect(typedCode(spacedCode(code).toLowerCase())).toBe(code);
    expect(spacedCode("7K3M2QXR9T")).toBe("7K3M-2QXR-9T");
    expect(typedCode(" oil0 oil0 00 ")).toBe("0110011000");
    for (const wrong of ["", "7K3M", "7K3M2QXR9U", "7K3M2QXR9T0"]) expect(typedCode(wrong)).toBeNull();
  });
});
