import { describe, expect, it } from "vitest";
import { strategyByKey } from "@/content/strategies";
import { entryOf, inTool } from "@/tests/factories/tools";
import type { BlockOf } from "../registry";
import { StatementForm } from "./form";

const definition = strategyByKey("say-i")?.blocks[0] as BlockOf<"statement">;
const sentence = { v: 1, feel: "that you do not care", when: "you never call", because: "", like: "" };

describe("the statement builder", () => {
  it("reaches nobody but its author and the therapist", () => {
    const markup = inTool(<StatementForm definition={definition} />);
    expect(markup).toContain("Only you");
    expect(markup).not.toContain("Alex");
  });

  it("keeps a flagged sentence as it is: remarks never refuse", () => {
    const kept = entryOf({ block: "i-statement", kind: "sentence", body: sentence });
    const markup = inTool(<StatementForm definition={definition} />, { entries: [kept] });
    expect(markup).toContain("I feel that you do not care when you never call.");
    expect(markup).toContain("Read it aloud");
    expect(markup).toContain("Take it back");
  });
});
