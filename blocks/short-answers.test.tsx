import { describe, expect, it } from "vitest";
import { strategyByKey } from "@/content/strategies";
import { entryOf, inReading, inTool } from "@/tests/factories/tools";
import { ChecklistForm } from "./checklist/form";
import { checklistSummary } from "./checklist/summary";
import { ChoiceForm } from "./choice/form";
import { choiceSummary } from "./choice/summary";
import type { BlockOf } from "./registry";
import { ScaleForm } from "./scale/form";
import { scaleSummary } from "./scale/summary";
import { ScaleView } from "./scale/view";

const library = (key: string, id: string) => strategyByKey(key)?.blocks.find((block) => block.id === id);
const scale = library("check-in-regularly", "my-week") as BlockOf<"scale">;
const order = library("check-in-regularly", "order") as BlockOf<"checklist">;
const receive = library("be-vulnerable", "receive") as BlockOf<"choice">;
const rating = entryOf({ block: "my-week", kind: "rating", body: { v: 1, value: 7 }, readers: "THERAPIST" });

describe("a rating", () => {
  it("is unset until it is chosen, with eleven buttons", () => {
    const markup = inTool(<ScaleForm definition={scale} />);
    expect(markup.match(/type="radio"/g)).toHaveLength(11);
    expect(markup).not.toContain('checked=""');
  });

  it("shows one's own, and the one of this window only", () => {
    expect(inTool(<ScaleForm definition={scale} />, { entries: [rating] })).toMatch(
      /checked=""[^>]*value="7"|value="7"[^>]*checked=""/,
    );
    expect(inTool(<ScaleForm definition={scale} />, { entries: [rating], ordinal: 1 })).not.toContain('checked=""');
  });

  it("is read out of ten", () => {
    expect(inReading(<ScaleView definition={scale} entries={[rating]} reader="therapist" />)).toContain("7 of 10");
    expect(scaleSummary(scale, [rating], "en")[0]?.text).toBe("7 / 10");
  });
});

describe("steps to tick", () => {
  it("stand as they were left, and only what is ticked is summed up", () => {
    const ticks = entryOf({ block: "order", kind: "ticks", body: { v: 1, done: [1] } });
    expect(inTool(<ChecklistForm definition={order} />, { entries: [ticks] }).match(/checked=""/g)).toHaveLength(1);
    expect(checklistSummary(order, [ticks], "en")[0]?.text).toBe("One thank-you each");
    expect(checklistSummary(order, [{ ...ticks, body: { v: 1, done: [] } }], "en")).toEqual([]);
  });
});

describe("a choice", () => {
  it("asks for its readers first, and shows the words of what was chosen", () => {
    expect(inTool(<ChoiceForm definition={receive} />)).not.toContain("Just read it");
    const chosen = entryOf({
      block: "receive",
      kind: "chosen",
      body: { v: 1, values: ["just-read"] },
      readers: "SHARED",
    });
    expect(inTool(<ChoiceForm definition={receive} />, { entries: [chosen] })).toContain("Just read it");
    expect(choiceSummary(receive, [{ ...chosen, body: { v: 1, values: ["gone"] } }], "en")[0]?.text).toBe("gone");
  });
});
