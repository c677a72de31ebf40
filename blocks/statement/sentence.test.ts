import { describe, expect, it } from "vitest";
import { strategyByKey } from "@/content/strategies";
import type { BlockOf } from "../registry";
import { sentenceOf } from "./sentence";

const definition = strategyByKey("say-i")?.blocks.find((block) => block.kind === "statement") as BlockOf<"statement">;

describe("the sentence that is built", () => {
  it("joins what is filled in to its stems, the wish in a sentence of its own", () => {
    const parts = { feel: "lonely", when: "the phone is on the table. ", because: "", like: "an hour without it," };
    expect(sentenceOf(definition, parts, "en")).toBe(
      "I feel lonely when the phone is on the table. I would like an hour without it.",
    );
    expect(sentenceOf(definition, { ...parts, feel: "soledad", when: "", like: "" }, "es")).toBe("Siento soledad.");
  });

  it("is nothing while nothing is filled in", () => {
    expect(sentenceOf(definition, { feel: " ", when: "", because: ".", like: "" }, "en")).toBe("");
  });
});
