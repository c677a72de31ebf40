import { Client, type QueryResult } from "pg";
import { now } from "@/server/clock";

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

  async close(): Promise<void> {
    await this.client.end();
  }
}
