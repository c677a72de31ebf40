import { Client } from "pg";
import { now } from "@/server/clock";
import type { AppRole } from "../../factories/app-role";
import { readInPart, tenant } from "../tables";
import { type Everything, type Facts, factsOf, type Row } from "./facts";
import { rules } from "./index";

/** Somebody with a live session. */
export interface Someone {
  userId: string;
  secret: string;
}

interface Place {
  /** Where the row lies: the same for whoever reads it, as long as nothing is changed. */
  place: string;
  row: Row;
}

/** Every row of some practices, and the columns of their tables, read as the owner. */
export interface Dump {
  places: Record<string, Place[]>;
  columns: Record<string, string[]>;
  everything: Everything;
}

/** An expression that tells a row from every other: where it lies, or its key where not every column may be read. */
const placeOf = (table: string) => readInPart[table] ?? "ctid::text";

/** Reads all of the given practices as the owner of the database. */
export async function dump(ownerUrl: string, practiceIds: string[]): Promise<Dump> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const found: Dump = { places: {}, columns: {}, everything: {} };
  for (const table of tenant) {
    const practice = table === "practice" ? "id" : "practice_id";
    const { rows } = await client.query<Place>(
      `SELECT ${placeOf(table)} AS place, to_jsonb(t) AS row FROM public.${table} t WHERE ${practice} = ANY($1)`,
      [practiceIds],
    );
    found.places[table] = rows;
    found.everything[table] = rows.map((one) => one.row);
  }
  const { rows } = await client.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  for (const { table, column } of rows) found.columns[table] = [...(found.columns[table] ?? []), column];
  await client.end();
  return found;
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const asRow = (table: string, row: Row) =>
  `jsonb_populate_record(NULL::public.${table}, ${literal(JSON.stringify(row))}::jsonb)`;
const refused = "42501";
/** Constraint violations: the row was within reach, and kept its own rules. */
const ruled = /^23/;

/** One statement, and what may come of it. */
interface Trial {
  sql: string;
  holds: (outcome: string) => boolean;
  wanted: string;
}

/** Changing or removing without naming a row touches none but the rows that the rule names. */
function sweeping(sql: string, mine: number): Trial {
  const holds = (outcome: string) => outcome === refused || (ruled.test(outcome) ? mine > 0 : Number(outcome) <= mine);
  return { sql, holds, wanted: `at most ${mine} rows or ${refused}` };
}

/**
 * What a change of a single column cannot show: rows of ended couples refuse whatever leaves them shared, and would hide by
 * their refusal that others were within reach. Taking everything back is refused nowhere.
 */
const takingBack: Record<string, string> = {
  entry: "visibility = 'PRIVATE', shared_at = NULL",
  check_in: "shared_at = NULL",
};

/** Trials of one table: a change of each column, removing everything, and adding rows of others once more. */
function trials(table: string, found: Dump, facts: Facts): Trial[] {
  const places = found.places[table] ?? [];
  const [sample] = places;
  if (!sample) return [];
  const rule = rules[table] ?? {};
  const count = (test: typeof rule.read) => places.filter(({ row }) => test?.(row, facts)).length;
  const changes = (found.columns[table] ?? []).map((column) =>
    sweeping(`UPDATE public.${table} SET ${column} = (${asRow(table, sample.row)}).${column}`, count(rule.change)),
  );
  const back = takingBack[table];
  if (back) changes.push(sweeping(`UPDATE public.${table} SET ${back}`, count(rule.change)));
  const foreign = places.filter(({ row }) => !rule.read?.(row, facts)).slice(0, 3);
  const adds = foreign.map(({ row }): Trial => {
    const may = rule.add?.(row, facts) ?? false;
    const holds = (outcome: string) => may || outcome === refused;
    return {
      sql: `INSERT INTO public.${table} SELECT * FROM ${asRow(table, row)}`,
      holds,
      wanted: refused,
    };
  });
  return [...changes, sweeping(`DELETE FROM public.${table}`, count(rule.remove)), ...adds];
}

/** What a person of a practice sees and can do, where it is not what the rules say. Empty: the database holds them. */
export async function breaches(sql: AppRole, found: Dump, who: Someone, practiceId: string): Promise<string[]> {
  const facts = factsOf(found.everything, who.userId, practiceId, now());
  const wrong: string[] = [];
  const seen = await sql.as(who.secret, practiceId, async (query) => {
    const places: Record<string, string[]> = {};
    for (const table of tenant.filter((name) => rules[name]?.read))
      places[table] = (await query(`SELECT ${placeOf(table)} AS place FROM public.${table}`)).rows.map(
        (row) => row.place,
      );
    return places;
  });
  for (const table of tenant) {
    const inDatabase = new Set(seen[table] ?? []);
    for (const { place, row } of found.places[table] ?? []) {
      const may = rules[table]?.read?.(row, facts) ?? false;
      if (may !== inDatabase.delete(place)) wrong.push(`${table}: ${may ? "hides" : "shows"} ${JSON.stringify(row)}`);
    }
    if (inDatabase.size > 0) wrong.push(`${table}: shows ${inDatabase.size} rows of other practices`);
  }
  const tried = tenant.flatMap((table) => trials(table, found, facts));
  const outcomes = await sql.outcomes(
    who.secret,
    practiceId,
    tried.map((one) => one.sql),
  );
  for (const [index, { sql: statement, holds, wanted }] of tried.entries()) {
    const outcome = outcomes[index] ?? "nothing";
    if (!holds(outcome)) wrong.push(`${outcome}, not ${wanted}: ${statement.slice(0, 300)}`);
  }
  return wrong;
}
