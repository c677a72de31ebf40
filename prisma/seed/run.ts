import { now } from "@/server/clock";
import { buildDemo } from "./demo/harbor-and-northside";
import { buildLarge } from "./large";
import { ownerClient } from "./owner";

const scenarios = { demo: buildDemo, large: buildLarge };

function isScenario(name: string): name is keyof typeof scenarios {
  return name in scenarios;
}

/** `npm run seed -- demo|large [--if-empty]`: fills a database that holds no practice yet. */
async function main(): Promise<void> {
  const [name = "demo", flag] = process.argv.slice(2);
  const url = process.env.DATABASE_OWNER_URL;
  if (!url) throw new Error("DATABASE_OWNER_URL is missing: start with npm start, or set it");
  if (!isScenario(name))
    throw new Error(`There is no scenario "${name}". There are: ${Object.keys(scenarios).join(", ")}`);
  const owner = ownerClient(url);
  try {
    const filled = (await owner.practice.count()) > 0;
    if (filled && flag === "--if-empty")
      return console.log("The database holds practices already: nothing was seeded.");
    if (filled)
      throw new Error(
        "The database holds practices already. Seed an empty one (npm start -- --reset deletes the demo's)",
      );
    const world = await scenarios[name](now());
    await world.save(owner);
    await owner.installation.update({
      where: { id: 1 },
      data: { demoSeededAt: now() },
    });
    console.log(
      `Seeded "${name}": ${world.rows.practice.length} practices, ${world.rows.couple.length} couples, ${world.rows.checkIn.length} check-ins.`,
    );
  } finally {
    await owner.$disconnect();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
