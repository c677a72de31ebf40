import { sweepReminders } from "@/server/jobs/sweep-reminders";
import { withClient } from "../../scripts/lib/roles";
import { owedRows } from "./world";

const columns = "practice_id, id, person_id, kind, subject, due_at, state, reason, created_at, settled_at";

/** Seconds for planning everything that is owed, and for the plain writing of the same rows. */
export interface PlanTimes {
  sweep: number;
  insert: number;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** One sweep of everything, and one `INSERT … SELECT` of what it wrote, each into an empty ledger. */
export async function planOnce(ownerUrl: string): Promise<PlanTimes> {
  return withClient(ownerUrl, async (owner) => {
    await owner.query("TRUNCATE reminder");
    let owed = 0;
    const sweep = await seconds(async () => {
      owed = await sweepReminders();
    });
    if (owed !== owedRows) throw new Error(`${owed} rows were planned, not ${owedRows}`);
    await owner.query(`DROP TABLE IF EXISTS same_rows; CREATE TEMP TABLE same_rows AS SELECT ${columns} FROM reminder`);
    await owner.query("TRUNCATE reminder");
    const insert = await seconds(() =>
      owner.query(`INSERT INTO reminder (${columns}) SELECT ${columns} FROM same_rows`),
    );
    return { sweep, insert };
  });
}
