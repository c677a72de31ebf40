import { ownerClient } from "@/prisma/seed/owner";
import { World } from "@/prisma/seed/world";
import { createSession } from "@/server/auth/sessions";
import { now } from "@/server/clock";
import { AppRole } from "../../factories/app-role";
import { makeWorld, type WorldPlan } from "../../factories/generated-world";
import { type TwoPractices, twoPractices } from "../../factories/two-practices";
import { breaches, dump, type Someone } from "./held";

/** A database in which worlds are made and held against the rules, one after the other. */
export interface Court {
  home: TwoPractices;
  /** Everything that somebody sees or can do against the rules, in practices that are there already. */
  judge(practiceIds: string[], people: Someone[]): Promise<string[]>;
  /** The same in a world made for it. */
  judgeNew(plan: WorldPlan): Promise<string[]>;
  /** Runs a statement as the owner of the database. */
  break(statement: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Opens a court on a database of its own. */
export async function openCourt(): Promise<Court> {
  const home = await twoPractices();
  const sql = await AppRole.connect(home.appUrl);
  const owner = ownerClient(home.ownerUrl);
  let worlds = 0;
  const judge = async (practiceIds: string[], people: Someone[]) => {
    const found = await dump(home.ownerUrl, practiceIds);
    const wrong: string[] = [];
    for (const who of people)
      for (const id of practiceIds)
        wrong.push(...(await breaches(sql, found, who, id)).map((line) => `${who.userId} in ${id}: ${line}`));
    return wrong;
  };
  const judgeNew = async (plan: WorldPlan) => {
    const world = new World(now(), "no password");
    const made = makeWorld(world, plan, String(worlds++));
    await world.save(owner);
    const userIds = [...new Set(made.people.map((person) => person.userId))];
    const signIn = async (userId: string) => ({ userId, secret: (await createSession(userId, false, "test")).secret });
    const practiceIds = made.practices.map((practice) => practice.id);
    return judge(practiceIds, await Promise.all(userIds.map(signIn)));
  };
  return {
    home,
    judge,
    judgeNew,
    break: (statement) => owner.$executeRawUnsafe(statement),
    close: async () => {
      await sql.close();
      await owner.$disconnect();
      await home.close();
    },
  };
}
