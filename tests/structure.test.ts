import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** The house rules that a newcomer relies on when guessing where something lies. */
const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts", "*.tsx"], { encoding: "utf8" })
  .trim()
  .split("\n");
const text = (file: string) => readFileSync(file, "utf8");
const importsOf = (file: string) =>
  [...text(file).matchAll(/^(?:import|export) (?!type)[^;]*?from "([^"]+)";/gms)].map((match) => match[1] ?? "");
const breaking = (scope: (file: string) => boolean, broken: (file: string) => boolean) =>
  files.filter((file) => scope(file) && broken(file));
const under =
  (...folders: string[]) =>
  (file: string) =>
    folders.some((folder) => file.startsWith(folder));
const inProduct = (file: string) =>
  under("app/", "components/", "server/", "emails/", "content/", "blocks/")(file) && !isTest(file);
const isTest = (file: string) => /\.test\.tsx?$/.test(file);

describe("the structure of the house", () => {
  it("keeps to the closed vocabulary of file names inside a feature", () => {
    const allowed =
      /^server\/features\/[\w-]+\/((router|schema|policy|queries|commands|links)(\.[\w-]+)?(\.test)?\.ts|(queries|commands)\/[\w-]+(\.test)?\.ts|[\w-]+\.(integration|long)\.test\.ts)$/;
    expect(breaking(under("server/features/"), (file) => !allowed.test(file))).toEqual([]);
  });

  it("touches the database inside features only in queries and commands", () => {
    const data = /\/(queries|commands)(\.ts|\/)|\/links\.ts$/;
    const prisma = /\$queryRaw|\$executeRaw|\btx\.\w+\.(find|create|update|delete|count|upsert)|systemClient\(/;
    expect(
      breaking(
        (file) => file.startsWith("server/features/") && !data.test(file) && !isTest(file),
        (file) => prisma.test(text(file)),
      ),
    ).toEqual([]);
    expect(
      breaking(under("app/", "components/"), (file) => prisma.test(text(file)) || /server\/db\//.test(text(file))),
    ).toEqual([]);
  });

  it("imports values of the server into components only from schemas", () => {
    const server = (file: string) =>
      importsOf(file).some((from) => from.startsWith("@/server/") && !/\/features\/[\w-]+\/schema$/.test(from));
    expect(breaking((file) => file.startsWith("components/") && !isTest(file), server)).toEqual([]);
  });

  it("never imports back: the server knows no page and no component", () => {
    expect(
      breaking(
        (file) => file.startsWith("server/") && !isTest(file),
        (file) => importsOf(file).some((from) => /^@\/(app|components)\//.test(from)),
      ),
    ).toEqual([]);
  });

  it("lets only server/auth and one browser file import next-auth", () => {
    const others = breaking(
      (file) => inProduct(file) && !file.startsWith("server/auth/") && file !== "components/auth/next-auth.ts",
      (file) => importsOf(file).some((from) => from.startsWith("next-auth")),
    );
    expect(others).toEqual([]);
  });

  it("asks the machine for the time only in the clock", () => {
    const asks = /new Date\(\)|Date\.now\(\)/;
    const scope = (file: string) => inProduct(file) && file !== "server/clock.ts";
    expect(breaking(scope, (file) => asks.test(text(file)))).toEqual([]);
  });

  it("reads the environment only in server/env.ts and outside the product", () => {
    const outside =
      /^(server\/env\.ts|instrumentation\.ts|scripts\/|tests\/|e2e\/|bench\/|prisma\/seed\/run\.ts|[\w.-]+\.config\.\w+)/;
    expect(
      breaking(
        (file) => !outside.test(file) && !isTest(file),
        (file) => text(file).includes("process.env"),
      ),
    ).toEqual([]);
  });

  it("never lets a form send what was typed in an address: pressed before its script runs, it would", () => {
    const posts = (tag: string) => /method="(post|get)"|action=/.test(tag);
    const forms = (file: string) => text(file).match(/<form\s[^>]*?(onSubmit|$)/g) ?? [];
    expect(breaking(under("app/", "components/", "blocks/"), (file) => !forms(file).every(posts))).toEqual([]);
  });

  it("keeps files under 250 lines", () => {
    const scope = (file: string) => !/^(content|e2e|tests|bench|prisma\/seed)\//.test(file) && !isTest(file);
    expect(breaking(scope, (file) => text(file).split("\n").length > 251)).toEqual([]);
  });
});
