import { setTimeout } from "node:timers/promises";
import { sendReminders } from "@/server/jobs/send-reminders";

/** So few that each of several workers has mail in its hands. */
const atOnce = 15;

/** The sending half of a worker, alone in a process that a test may kill at any moment. Says that it works, then works. */
async function main(): Promise<void> {
  process.stdout.write("ready\n");
  for (;;) {
    // A database that is away for a moment is no reason to stop: the runner's loop goes on as well.
    await Promise.all([sendReminders(atOnce), sendReminders(atOnce)]).catch(() => 0);
    await setTimeout(50);
  }
}

await main();
