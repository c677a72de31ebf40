import { appClient } from "@/server/db/clients";

let counted = 0;
const heard = new WeakSet<object>();

/** Listens to a client once, however often statements are counted. */
function listen(): void {
  const client = appClient();
  if (heard.has(client)) return;
  heard.add(client);
  client.$on("query", (event) => {
    if (!/^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/i.test(event.query)) counted++;
  });
}

/** How many SQL statements the app role ran while `work` did, BEGIN and COMMIT not counted. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  listen();
  const before = counted;
  await work();
  return counted - before;
}
