import { appClient } from "@/server/db/clients";

/** How many SQL statements the app role ran while `work` did, BEGIN and COMMIT not counted. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  let counted = 0;
  let counting = true;
  appClient().$on("query", (event) => {
    if (counting && !/^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/i.test(event.query)) counted++;
  });
  await work();
  counting = false;
  return counted;
}
