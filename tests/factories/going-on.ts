import { Client } from "pg";
import { AppRole } from "./app-role";
import type { ActorName } from "./two-practices";
import { type TwoPractices, twoPractices } from "./two-practices";

type Someone = Exclude<ActorName, "anonymous">;
const counted = [
  "person",
  "person_key",
  "couple",
  "couple_partner",
  "couple_clinician",
  "assignment",
  "occurrence",
  "check_in",
  "entry",
  "pulse",
  "intake",
  "reminder",
];

/** The couple of the two practices on its way to the other one: what tests of a transfer do with it and ask of it. */
export class GoingOn {
  private constructor(
    readonly world: TwoPractices,
    readonly owner: Client,
    readonly sql: AppRole,
  ) {}

  static async open(): Promise<GoingOn> {
    const world = await twoPractices();
    const owner = new Client({ connectionString: world.ownerUrl });
    await owner.connect();
    return new GoingOn(world, owner, await AppRole.connect(world.appUrl));
  }

  /** The couple and its transfer, as a partner names them. */
  get which() {
    return { coupleId: this.world.couple.id, transferId: this.world.transfers.transferId };
  }

  /** Signs for oneself, with everything in order. */
  sign(name: "alex" | "sam", more: object = {}) {
    const today = { listedAt: new Date(), textVersion: "2026-11", consentVersion: "2026-11" };
    const fields = { ...this.which, ...today, signedAs: name, policy: "CONFIDENTIAL" as const };
    return this.world.as(name).transfers.authorize({ ...fields, ...more });
  }

  /** Two days go by for what is signed and has not gone. */
  sleepOnIt() {
    return this.owner.query(`UPDATE release SET answered_at = answered_at - interval '2 days', goes_at = goes_at - interval '2 days'
      WHERE copied_at IS NULL AND withdrawn_at IS NULL AND goes_at IS NOT NULL`);
  }

  async count(what: string, values: unknown[] = []): Promise<number> {
    return (await this.owner.query(`SELECT 1 FROM ${what}`, values)).rowCount ?? 0;
  }

  /** How many rows of each table the receiving practice holds. */
  async held(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of counted)
      counts[table] = await this.count(`${table} WHERE practice_id = $1`, [this.world.otherPracticeId]);
    return counts;
  }

  /** The couple as the receiving practice names it. */
  async there(): Promise<{ practiceId: string; coupleId: string }> {
    const { rows } = await this.owner.query("SELECT couple_id FROM reception WHERE id = $1", [this.which.transferId]);
    return { practiceId: this.world.otherPracticeId, coupleId: rows[0]?.couple_id as string };
  }

  /** Who may read the words of the couple there that somebody sees. */
  async entriesThere(name: Someone): Promise<string[]> {
    const { practiceId, coupleId } = await this.there();
    return this.sql.as(this.world.secrets[name], practiceId, async (query) =>
      (await query("SELECT visibility FROM entry WHERE couple_id = $1", [coupleId])).rows
        .map((row) => row.visibility)
        .sort(),
    );
  }

  async close(): Promise<void> {
    await this.sql.close();
    await this.owner.end();
    await this.world.close();
  }
}
