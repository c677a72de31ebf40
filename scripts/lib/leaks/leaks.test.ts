import { describe, expect, it } from "vitest";
import { leaks } from "./find";
import { addressNeedles, cookieNeedles, givenNeedles, isNeedle, sentNeedles } from "./needles";

const json = (value: unknown) => sentNeedles("application/json", JSON.stringify(value)).map((needle) => needle.text);
const quiet = '{"level":30,"job":"reminders.sweep","rows":3,"pid":123456,"msg":"job done"}\n';

describe("what must stand in no log", () => {
  it("is every text that a person typed, and no word of the product's own", () => {
    const sent = {
      json: {
        coupleId: "0193a5a0-7000-7000-8000-000000000001",
        strategyKey: "keep-small-promises",
        visibility: "SHARED",
        timeZone: "America/New_York",
        startsOn: "2026-11-24",
        words: "I felt heard for the first time this month.",
        password: "reconnect-demo",
        email: "alex@couple.example",
        code: "491823",
      },
    };
    expect(json(sent)).toEqual([
      "I felt heard for the first time this month.",
      "reconnect-demo",
      "alex@couple.example",
      "491823",
    ]);
  });

  it("is every session, ticket and token, wherever it travels", () => {
    const token = "hR7vQx2LkP9sT4wY8zB1nM5c";
    expect(cookieNeedles(`locale=en; reconnect.session=${token}; theme=dark`).map((one) => one.text)).toEqual([token]);
    expect(cookieNeedles(`__Host-reconnect.session=${token}; Path=/; HttpOnly`).map((one) => one.text)).toEqual([
      token,
    ]);
    expect(
      givenNeedles("application/json", JSON.stringify({ data: { ticket: token } })).map((one) => one.text),
    ).toEqual([token]);
    expect(addressNeedles(`/unsubscribe/${token}?x=1`).map((one) => one.text)).toEqual([token]);
    expect(addressNeedles("/practice/0193a5a0-7000-7000-8000-000000000001/couples")).toEqual([]);
    expect(isNeedle("pin", "4071")).toBe(true);
  });

  it("would be noticed on the one line where it stands, and is told without being repeated", () => {
    const needles = [
      { text: 'I felt "heard".', from: "body words" },
      { text: "491823", from: "body code" },
      { text: "never written", from: "body words" },
    ];
    const planted = `${quiet}${JSON.stringify({ msg: 'I felt "heard".' })}\nERROR: 491823 is wrong\n`;
    const found = leaks([{ name: "web.log", text: planted }], needles);
    expect(found).toEqual([
      "web.log, line 2: a text from body words, 15 characters",
      "web.log, line 3: a text from body code, 6 characters",
    ]);
    expect(found.join()).not.toMatch(/heard|491823/);
  });

  it("is not mistaken for the number of a process or a part of a longer number", () => {
    const log = { name: "web.log", text: `${quiet}at 1764491823123\n` };
    expect(
      leaks(
        [log],
        [
          { text: "123456", from: "body code" },
          { text: "491823", from: "body code" },
        ],
      ),
    ).toEqual([]);
  });
});
