import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resettable } from "./data-folder";
import { scriptEnvironment, webEnvironment, workerEnvironment } from "./environment";
import { mayEnter } from "./postgres-user";
import { loadSecrets, makeSecrets } from "./secrets";
import { readOptions, wantedPort } from "./start-options";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "reconnect-data-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe("the data folder", () => {
  it("makes its secrets once, for its owner's eyes only", () => {
    const secrets = loadSecrets(folder);
    expect(statSync(path.join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(loadSecrets(folder)).toEqual(secrets);
  });

  it("never makes new secrets over data that the old ones lock", () => {
    writeFileSync(path.join(folder, "state.json"), "{}");
    expect(() => loadSecrets(folder)).toThrow(/secrets\.json is missing/);
  });

  it("deletes nothing outside itself on the word of a copied state", () => {
    writeFileSync(path.join(folder, "state.json"), JSON.stringify({ cluster: "/srv/other/postgres" }));
    expect(resettable(folder)).toEqual([path.join(folder, "state.json")]);
  });
});

describe("the environment of each process", () => {
  const settings = {
    adminUrl: "postgresql://postgres:secret@127.0.0.1:5000/postgres",
    database: "reconnect",
    secrets: makeSecrets(),
    port: 3000,
    publicUrl: "http://localhost:3000",
    smtpUrl: "smtp://127.0.0.1:1025",
    demo: false,
  };
  const connections = (env: NodeJS.ProcessEnv) => Object.keys(env).filter((name) => name.startsWith("DATABASE_"));

  it("holds only the connections that it needs, and never an administrator's", () => {
    vi.stubEnv("DATABASE_URL", settings.adminUrl);
    vi.stubEnv("DATABASE_OWNER_URL", "postgresql://owner");
    expect(connections(webEnvironment(settings)).sort()).toEqual(["DATABASE_APP_URL", "DATABASE_SYSTEM_URL"]);
    expect(connections(workerEnvironment(settings)).sort()).toEqual(["DATABASE_SYSTEM_URL", "DATABASE_WORKER_URL"]);
    expect(connections(scriptEnvironment(settings))).not.toContain("DATABASE_URL");
  });

  it("shows the demo accounts only where the demo was seeded, whatever the shell says", () => {
    vi.stubEnv("RECONNECT_DEMO", "1");
    expect(webEnvironment(settings).RECONNECT_DEMO).toBe("0");
  });

  it("lets the shell's own keys win over those of the data folder", () => {
    vi.stubEnv("LINK_KEY", "mine");
    expect(webEnvironment(settings).LINK_KEY).toBe("mine");
  });
});

describe("what a person asks of npm start", () => {
  it("refuses an option or a port that does not exist, in words", () => {
    expect(() => readOptions(["--rest"])).toThrow("There is no option --rest.");
    vi.stubEnv("PORT", "70000");
    expect(() => wantedPort()).toThrow(/PORT is "70000", which is no port/);
  });
});

it("knows a folder that another user may not enter", () => {
  const stranger = { uid: 54_321, gid: 54_321 };
  expect(mayEnter(folder, stranger)).toBe(false);
  expect(mayEnter("/tmp", stranger)).toBe(true);
  expect(mayEnter(folder, undefined)).toBe(true);
});
