import { describe, expect, it } from "vitest";
import { digestOf, faultsOf, type Link, macOf, type SealedRow, type SealFormat } from "./policy";

const key = Buffer.alloc(32, 7);
const row = (id: string): SealedRow => ({
  id,
  at: new Date("2026-11-23T10:00:00Z"),
  personId: null,
  sessionId: null,
  coupleId: null,
  procedure: "couples.page",
  category: "CLINICAL_READ",
  outcome: "ALLOWED",
});

function chain(length: number, formatOf: (number: number) => SealFormat = () => 2): Link[] {
  const links: Link[] = [];
  for (let number = 1; number <= length; number++) {
    const present = [row(`a${number}`), row(`b${number}`)];
    const [from, to] = [new Date(number * 1000), new Date((number + 1) * 1000)];
    const format = formatOf(number);
    const digest = digestOf(present, format);
    const span = { practiceId: "p", number, from, to, rows: present.length, format, digest };
    links.push({ ...span, mac: macOf(key, span, links.at(-1)?.mac ?? null), present });
  }
  return links;
}

describe("a chain of seals", () => {
  it("holds when nothing was touched", () => {
    expect(faultsOf(key, chain(4))).toEqual([]);
  });

  it("holds across seals made before rows had a category, and those made since", () => {
    const links = chain(4, (number) => (number < 3 ? 1 : 2));
    expect(faultsOf(key, links)).toEqual([]);
    const recategorised = links.map((link) => ({
      ...link,
      present: link.present.map((one) => ({ ...one, category: "ADMINISTRATION" })),
    }));
    expect(faultsOf(key, recategorised).map((fault) => [fault.kind, fault.number])).toEqual([
      ["altered-rows", 3],
      ["altered-rows", 4],
    ]);
  });

  it("does not let a seal fall back to the format that covers less", () => {
    const [one] = chain(1);
    if (!one) throw new Error("no link");
    expect(faultsOf(key, [{ ...one, format: 1, digest: digestOf(one.present, 1) }])).toEqual([
      { kind: "forged-seal", number: 1 },
    ]);
  });

  it("breaks for another key at every link", () => {
    expect(faultsOf(Buffer.alloc(32, 8), chain(3)).map((fault) => fault.kind)).toEqual([
      "forged-seal",
      "forged-seal",
      "forged-seal",
    ]);
  });

  it("names a link that is missing", () => {
    expect(
      faultsOf(
        key,
        chain(4).filter((link) => link.number !== 2),
      ),
    ).toEqual([{ kind: "missing-seal", number: 2 }]);
  });

  it("names links that were cut from the end since an earlier check, and an end that was replaced", () => {
    const links = chain(4);
    const head = { number: 4, mac: links.at(-1)?.mac ?? null };
    expect(faultsOf(key, links, head)).toEqual([]);
    expect(faultsOf(key, chain(5), head)).toEqual([]);
    expect(faultsOf(key, links.slice(0, 2), head)).toEqual([
      { kind: "missing-seal", number: 3 },
      { kind: "missing-seal", number: 4 },
    ]);
    expect(faultsOf(key, links, { number: 4, mac: Buffer.alloc(32, 1) })).toEqual([{ kind: "forged-seal", number: 4 }]);
    expect(faultsOf(key, links.slice(0, 3), { number: 4, mac: null })).toEqual([{ kind: "missing-seal", number: 4 }]);
  });

  it("names a link that was renumbered to hide a missing one", () => {
    const [one, , three] = chain(3);
    if (!one || !three) throw new Error("no links");
    expect(faultsOf(key, [one, { ...three, number: 2 }])).toEqual([{ kind: "forged-seal", number: 2 }]);
  });

  it("names rows that were altered or cut", () => {
    const [one, two] = chain(2);
    if (!one || !two) throw new Error("no links");
    const faults = faultsOf(key, [
      { ...one, present: [row("a1")] },
      { ...two, present: [row("a2"), { ...row("b2"), outcome: "DENIED" }] },
    ]);
    expect(faults.map((fault) => [fault.kind, fault.number])).toEqual([
      ["altered-rows", 1],
      ["altered-rows", 2],
    ]);
  });
});
