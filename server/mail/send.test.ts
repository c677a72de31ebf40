import { beforeEach, describe, expect, it, vi } from "vitest";
import { renderNote } from "@/emails/render";
import type { ReminderKind } from "../features/reminders/schema";
import { type Note, noteMail } from "./send";

// Renders as ever, and counts.
vi.mock("@/emails/render", { spy: true });
beforeEach(() => {
  vi.mocked(renderNote).mockClear();
});

const note = (kinds: readonly ReminderKind[], fields: Partial<Note> = {}): Note => ({
  ...{ practiceId: crypto.randomUUID(), id: crypto.randomUUID(), personId: crypto.randomUUID(), kinds },
  ...{ address: `${crypto.randomUUID()}@test.example`, locale: "en", senderName: "Harbor" },
  ...fields,
});
const rendered = () => vi.mocked(renderNote).mock.calls.length;

describe("a body", () => {
  it("is rendered once for what it carries, language and sender, however many get it at once", async () => {
    const kinds = ["HOMEWORK_DUE", "REPLY"] as const;
    const mails = await Promise.all(Array.from({ length: 20 }, () => noteMail(note(kinds))));
    expect(rendered()).toBe(1);
    await noteMail(note(kinds));
    expect(rendered()).toBe(1);
    await noteMail(note(["HOMEWORK_DUE"]));
    await noteMail(note(kinds, { locale: "es" }));
    await noteMail(note(kinds, { senderName: "Puerto" }));
    expect(rendered()).toBe(4);
    expect(new Set(mails.map((mail) => mail.subject)).size).toBe(1);
  });

  it("carries each reader's own links, and nobody's blanks", async () => {
    const kinds = ["WEEKLY_PULSE", "REPLY"] as const;
    const [one, other] = await Promise.all([
      noteMail(note(kinds)),
      noteMail(note(kinds, { openUrl: "https://example.org/join#token" })),
    ]);
    const stops = (text: string) => text.match(/\/unsubscribe\/[\w.-]+/g) ?? [];
    expect([stops(one.text).length, new Set([...stops(one.text), ...stops(other.text)]).size]).toEqual([2, 4]);
    expect([one.text.includes("#token"), other.text.includes("https://example.org/join#token")]).toEqual([false, true]);
    for (const mail of [one, other]) expect(`${mail.html} ${mail.text}`).not.toContain(".invalid");
  });
});
