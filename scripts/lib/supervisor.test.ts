import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { isAlive } from "./processes";
import { Supervisor } from "./supervisor";

let logs = "";
let supervisor: Supervisor;

beforeEach(() => {
  logs = mkdtempSync(path.join(tmpdir(), "reconnect-supervisor-"));
  supervisor = new Supervisor(logs);
  vi.spyOn(console, "log").mockImplementation(() => undefined);
});

afterEach(async () => {
  await supervisor.stop();
  rmSync(logs, { recursive: true, force: true });
});

const child = (script: string) => ({
  name: "child",
  command: process.execPath,
  args: ["-e", script],
  env: process.env,
});

it("reports a child that ended and starts it again", async () => {
  supervisor.start(child("setInterval(() => {}, 1000)"));
  const [first = 0] = supervisor.pids();
  process.kill(first, "SIGKILL");
  await vi.waitFor(() => expect(supervisor.pids().some((pid) => pid !== first)).toBe(true), { timeout: 5000 });
  expect(vi.mocked(console.log).mock.calls.flat().join()).toContain("child ended unexpectedly (SIGKILL)");
});

it("knows a child that does not stay up, and keeps what it said last", async () => {
  supervisor.start(child("console.log('no database'); process.exit(3)"));
  await vi.waitFor(() => expect(supervisor.crashedRepeatedly("child", 1)).toBe(true), { timeout: 8000 });
  expect(supervisor.tail("child")).toContain("no database");
});

it("stops its children and starts none of them again", async () => {
  const polite = "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000)";
  supervisor.start(child(polite));
  const [pid = 0] = supervisor.pids();
  await supervisor.stop();
  expect(isAlive(pid)).toBe(false);
  expect(supervisor.pids()).toEqual([]);
});
