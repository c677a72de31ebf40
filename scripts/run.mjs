// Runs one TypeScript file of this project with its settings: node scripts/run.mjs prisma/seed/run.ts demo
import "./lib/node-version.mjs";

import("./lib/bootstrap.mjs").then(({ enter }) => enter("scripts/lib/run.ts", process.argv.slice(2)));
