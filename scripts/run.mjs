// Runs one TypeScript file of this project: node scripts/run.mjs scripts/migration.ts add_pulse
import "./lib/node-version.mjs";

import("./lib/bootstrap.mjs").then(({ runScript }) => runScript(process.argv.slice(2)));
