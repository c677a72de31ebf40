import { now } from "../clock";
import { log } from "../log";
import { type Claimed, type Outcome, renew, settle } from "./reminder-claims";

const renewEveryMs = 30_000;
/** A claim that could not be renewed for so long may be somebody else's by now. */
const safeMs = 90_000;
const settleEveryMs = 20;
const againMs = 500;
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The rows that one claim took, from taking them until each is settled: keeps them ours meanwhile, and records what became of them. */
export class Work {
  private readonly open: Map<string, Claimed>;
  private waiting: { row: Claimed; outcome: Outcome }[] = [];
  private held = now().getTime();
  private readonly timer: NodeJS.Timeout;
  private writing: Promise<void> | undefined;

  constructor(rows: readonly Claimed[]) {
    this.open = new Map(rows.map((row) => [row.id, row]));
    this.timer = setInterval(() => void this.keep(), renewEveryMs);
  }

  private async keep(): Promise<void> {
    const at = now().getTime();
    await renew([...this.open.values()]).then(
      () => {
        this.held = at;
      },
      () => log().warn({ rows: this.open.size }, "claims cannot be renewed"),
    );
  }

  /** Whether the rows are surely still ours. */
  get isHeld(): boolean {
    return now().getTime() - this.held < safeMs;
  }

  /** Lets go of rows that are no longer ours. */
  drop(rows: readonly Claimed[]): void {
    for (const row of rows) this.open.delete(row.id);
  }

  /** Notes what became of rows; written in a moment, with what else comes. */
  add(rows: readonly Claimed[], outcome: Outcome): void {
    this.waiting.push(...rows.map((row) => ({ row, outcome })));
    this.writing ??= wait(settleEveryMs).then(() => this.write());
  }

  /** Writes until it is written: a database that restarts is back in a moment, and a mail that went must be known as sent. */
  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        await settle(batch);
        this.drop(batch.map((one) => one.row));
      } catch {
        log().warn({ rows: batch.length }, "outcomes cannot be written yet");
        this.waiting = [...batch, ...this.waiting];
        if (!this.isHeld) break;
        await wait(againMs);
      }
    }
    this.writing = undefined;
  }

  /** Waits until all is written, and stops keeping what is left. */
  async end(): Promise<void> {
    while (this.writing) await this.writing;
    clearInterval(this.timer);
  }
}
