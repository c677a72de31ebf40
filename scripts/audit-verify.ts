import { closeClients } from "@/server/db/clients";
import { verifyAudit } from "@/server/jobs/verify-audit";

/** `npm run audit:verify`: walks every practice's chain of seals and names what was altered or cut. Exit 1 when it finds any. */
async function main(): Promise<number> {
  const reports = await verifyAudit();
  for (const { practiceId, seals, head, rows, unsealed, faults } of reports) {
    console.log(
      `${practiceId}: ${seals} seals over ${rows} rows, ${unsealed} not sealed yet, head ${head}, ${faults.length === 0 ? "whole" : "BROKEN"}`,
    );
    for (const fault of faults) {
      const where =
        fault.kind === "altered-rows"
          ? ` (${fault.from.toISOString()} to ${fault.to.toISOString()}: ${fault.expected} rows sealed, ${fault.found} found)`
          : "";
      console.log(`  seal ${fault.number}: ${fault.kind}${where}`);
    }
  }
  await closeClients();
  return reports.some((report) => report.faults.length > 0) ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
