// Sets up and runs the product: npm start
import "./lib/node-version.mjs";

import("./lib/bootstrap.mjs").then(({ enter }) => enter("scripts/lib/start.ts", process.argv.slice(2)));
