import { now } from "../clock";
import { systemClient, workerClient } from "../db/clients";
import { Prisma } from "../db/generated/client";
import { inPractice } from "../db/in-practice";
import { compareRegistry, type Typed } from "../features/licences/policy";
import { type RegistryFacts, registryFacts } from "../features/licences/schema";
import { log } from "../log";
import { type Looked, lookUpNpi } from "../registry/nppes";

const minute = 60_000;
/** While a worker asks, nobody else does; a dead one's turn comes back. */
const leaseMs = 2 * minute;
const askAgainMs = 60 * minute;
const keptMs = 24 * 60 * minute;
/** A number that is not there yet may be tomorrow's: not kept as long. */
const keptMissingMs = 60 * minute;

interface Claimed {
  practiceId: string;
  id: string;
}

/** Takes the one whose turn it is longest: asking may take some seconds, and a worker must be able to stop. */
async function claim(): Promise<Claimed[]> {
  const at = now();
  return systemClient().$queryRaw<Claimed[]>`
    UPDATE licence SET registry_due_at = ${new Date(at.getTime() + leaseMs)}::timestamptz
    WHERE (practice_id, id) IN (
      SELECT practice_id, id FROM licence WHERE registry_due_at <= ${at}::timestamptz
      ORDER BY registry_due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING practice_id AS "practiceId", id`;
}

/** What the registry said within the last day, if it was asked. */
async function remembered(npi: string): Promise<Looked | undefined> {
  const row = await workerClient().registryAnswer.findUnique({ where: { npi } });
  const age = row ? now().getTime() - row.at.getTime() : Number.POSITIVE_INFINITY;
  if (!row || age >= (row.facts === null ? keptMissingMs : keptMs)) return undefined;
  return row.facts === null ? { status: "NOT_FOUND" } : { status: "FOUND", facts: registryFacts.parse(row.facts) };
}

async function remember(npi: string, looked: Looked): Promise<void> {
  if (looked.status === "UNAVAILABLE") return;
  const row = { facts: looked.status === "FOUND" ? looked.facts : Prisma.DbNull, at: now() };
  await workerClient().registryAnswer.upsert({ where: { npi }, create: { npi, ...row }, update: row });
}

async function lookUp(npi: string): Promise<Looked> {
  const known = await remembered(npi);
  if (known) return known;
  const looked = await lookUpNpi(npi);
  await remember(npi, looked);
  return looked;
}

async function typedOf({ practiceId, id }: Claimed): Promise<(Typed & { npi: string | null }) | undefined> {
  return inPractice(practiceId, async (tx) => {
    const [row] = await tx.$queryRaw<(Typed & { npi: string | null })[]>`
      SELECT p.display_name AS name, l.kind, l.number, l.jurisdiction, l.npi
      FROM licence l JOIN person p ON p.practice_id = l.practice_id AND p.id = l.person_id
      WHERE l.practice_id = ${practiceId}::uuid AND l.id = ${id}::uuid`;
    return row;
  });
}

function columnsOf(typed: Typed, looked: Looked, at: Date) {
  const facts = looked.status === "FOUND" ? looked.facts : null;
  const mismatches = facts ? compareRegistry(typed, facts) : [];
  const status = facts ? (mismatches.length > 0 ? ("MISMATCHED" as const) : ("MATCHED" as const)) : looked.status;
  return {
    registryStatus: status as "MATCHED" | "MISMATCHED" | "NOT_FOUND" | "UNAVAILABLE",
    registryFacts: (facts satisfies RegistryFacts | null) ?? Prisma.DbNull,
    mismatches,
    registryAt: at,
    registryDueAt: looked.status === "UNAVAILABLE" ? new Date(at.getTime() + askAgainMs) : null,
  };
}

async function answer(claimed: Claimed): Promise<void> {
  const { practiceId, id } = claimed;
  const typed = await typedOf(claimed);
  if (!typed?.npi) return; // withdrawn meanwhile
  const looked = await lookUp(typed.npi); // outside of every transaction
  await inPractice(practiceId, (tx, at) =>
    tx.licence.updateMany({ where: { practiceId, id }, data: columnsOf(typed, looked, at) }),
  );
  log().info({ licence: id, outcome: looked.status }, "registry asked");
}

/** Asks the national registry about licences whose turn it is. @returns how many. */
export async function askRegistry(): Promise<number> {
  const rows = await claim();
  for (const row of rows) await answer(row);
  return rows.length;
}
