import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerpt, flagsIn } from "./flags";

const found = (text: string) => flagsIn(text).map(({ word }) => word);

describe("words that can sound like taking an apology back", () => {
  it.each([
    ["I am sorry I was late, but you never call", ["but"]],
    ["I am sorry if that hurt you", ["if"]],
    ["But I was tired. If only.", ["But", "If"]],
    ["Perdón, pero estaba cansada", ["pero"]],
    ["Perdona si te molestó", ["si"]],
    ["Si te dolió, Pero yo también", ["Si", "Pero"]],
  ])("flags %s", (text, words) => expect(found(text)).toEqual(words));

  it.each([
    "I shut the door and spoke as if you were not there",
    "You were nothing but kind to me",
    "Butter, gifts, a rebuttal and a butterfly",
    "Hablé como si no estuvieras",
    "Sí, te grité",
    "Si, fui yo",
    "Solo pensé en mí, y eso sí te dolió",
    "Lo pensé por si mismo",
    "Un perol, una sirena, así",
    "No puse ni un pero",
    "",
  ])("lets %s be", (text) => expect(found(text)).toEqual([]));

  it("reads letters that are typed with a separate accent", () => {
    expect(found("sí lo hice".normalize("NFD"))).toEqual([]);
    expect(found("perdón, pero".normalize("NFD"))).toEqual(["pero"]);
  });

  it("shows where the word stands, whatever the text", () => {
    const piece = fc.constantFrom("but", "if", "pero", "si", "I", "you", "é", "\n", "…", "👩‍❤️‍👨", "late");
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join(" ")),
        (text) => {
          for (const flag of flagsIn(text)) {
            expect(text.normalize("NFC").slice(flag.index, flag.index + flag.word.length)).toBe(flag.word);
            expect(excerpt(text, flag)).toContain(flag.word);
          }
        },
      ),
    );
  });
});
