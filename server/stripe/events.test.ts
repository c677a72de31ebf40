import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { listenedEvents } from "./events";

it("the operator's page names the events that the webhook listens to, no more and no fewer", () => {
  const page = readFileSync("docs/operations/billing.md", "utf8");
  const [, list = ""] = /Send:\n(.+)\n/.exec(page) ?? [];
  expect([...list.matchAll(/`([a-z_.]+)`/g)].map(([, name]) => name)).toEqual([...listenedEvents]);
});
