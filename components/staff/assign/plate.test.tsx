import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { loadMessages } from "@/messages/load";
import type { AssignForm } from "@/server/features/homework/schema";
import { OnTheirPlate } from "./on-their-plate";
import { TooMany } from "./too-many";

const messages = await loadMessages("en");
const [alex, sam] = ["a", "s"];
const page = {
  partners: [
    { personId: alex, name: "Alex" },
    { personId: sam, name: "Sam" },
  ],
  active: [{ personId: alex, titles: ["Listen actively", "Be curious"] }],
} as AssignForm;
const text = (node: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      {node}
    </NextIntlClientProvider>,
  ).replace(/<[^>]+>/g, " ");

describe("what is already on their plate", () => {
  it("is counted and named for each partner, also where there is nothing", () => {
    const said = text(<OnTheirPlate page={page} />);
    expect(said).toMatch(/Alex.*2.*Listen actively, Be curious/);
    expect(said).toMatch(/Sam/);
    expect(said.slice(said.indexOf("Sam"))).not.toMatch(/Listen|Be curious/);
  });

  it("warns by name of a third piece at once, only where that partner would get it, and forbids nothing", () => {
    const warned = text(<TooMany page={page} personIds={[alex, sam]} />);
    expect(warned).toMatch(/Alex.*3/);
    expect(warned).not.toContain("Sam");
    expect(text(<TooMany page={page} personIds={[sam]} />)).toBe("");
  });
});
