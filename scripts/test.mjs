// Sets up and proves the product: npm test
import "./lib/node-version.mjs";

import("./lib/bootstrap.mjs").then(({ enter }) => enter("scripts/lib/test.ts", process.argv.slice(2)));
