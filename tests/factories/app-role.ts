import { Client, type QueryResult } from "pg";
import { now } from "@/server/clock";

const tryEach = `DO $$
DECLARE statement text; touched bigint; outcomes jsonb := '[]';
BEGIN
  FOR statement IN SELECT value FROM jsonb_array_elements_text(current_setting('test.statements')::jsonb) LOOP
    BEGIN
      EXECUTE statement;
      GET DIAGNOSTICS touched = ROW_COUNT;
      RAISE EXCEPTION USING ERRCODE = 'UNDO0', MESSAGE = touched::text;
    EXCEPTION WHEN OTHERS THEN
      outcomes := outcomes || to_jsonb(CASE SQLSTATE WHEN 'UNDO0' THEN SQLERRM ELSE SQLSTATE END);
    END;
  END LOOP;
  PERFORM set_config('test.outcomes', outcomes::text, true);
END $$`;

/** A session of the app role in bare SQL: what an attacker has who got into the web process. */
export class AppRole {
  private constructor(private readonly client: Client) {}

  static async connect(url: string): Promise<AppRole> {
    const client = new Client({ connectionString: url });
    await client.connect();
    return new AppRole(client);
  }

  /** Runs statements in one transaction that entered with a secret, and rolls back. */
  async as<T>(
    secret: string,
    practiceId: string | null,
    run: (query: (sql: string, values?: unknown[]) => Promise<QueryResult>) => Promise<T>,
  ): Promise<T> {
    await this.client.query("BEGIN");
    try {
      await this.client.query("SELECT * FROM guard.enter($1, $2, $3, NULL)", [secret, now(), practiceId]);
      return await run((sql, values) => this.client.query(sql, values));
    } finally {
      await this.client.query("ROLLBACK");
    }
  }

  /** What a query answers under settings of one's own choice, without having entered. */
  async claiming(settings: Record<string, string>, sql: string): Promise<unknown[]> {
    await this.client.query("BEGIN");
    try {
      const at = { "app.now": now().toISOString() };
      for (const [name, value] of Object.entries({ ...at, ...settings }))
        await this.client.query("SELECT set_config($1, $2, true)", [name, value]);
      return (await this.client.query(sql)).rows;
    } finally {
      await this.client.query("ROLLBACK");
    }
  }

  /** The SQLSTATE that a statement is refused with, or the number of rows that it touched. */
  async outcome(secret: string, practiceId: string | null, sql: string, values?: unknown[]): Promise<string | number> {
    return this.as(secret, practiceId, async (query) => {
      try {
        return (await query(sql, values)).rowCount ?? 0;
      } catch (error) {
        return String((error as { code?: string }).code);
      }
    });
  }

  /** What each statement does on its own, as `outcome` tells it: nothing of it stays, and one does not see the other. */
  async outcomes(secret: string, practiceId: string | null, statements: string[]): Promise<string[]> {
    return this.as(secret, practiceId, async (query) => {
      await query("SELECT set_config('test.statements', $1, true)", [JSON.stringify(statements)]);
      await query(tryEach);
      const { rows } = await query("SELECT current_setting('test.outcomes')::jsonb AS outcomes");
      return rows[0]?.outcomes as string[];
    });
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
