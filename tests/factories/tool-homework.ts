import { TRPCError } from "@trpc/server";
import { civilDate, now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import type { TwoPractices } from "./two-practices";

export type Who = "alex" | "sam";

/** "ok", or the code with which a call was refused. */
export const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );

/** A homework for both, and each one's window of it that is open now. */
export async function toolHomework(
  world: TwoPractices,
  owner: Client,
  strategyKey: string,
  mode: "EACH" | "JUST_YOU" = "EACH",
) {
  const { practiceId, couple, people } = world;
  const both = [people.alex.id, people.sam.id];
  const { assignmentId } = await world.as("therapist").homework.assign({
    ...{
      practiceId,
      coupleId: couple.id,
      clientId: crypto.randomUUID(),
      strategyKey,
      mode,
      knownToBoth: true,
      note: "",
    },
    personIds: mode === "EACH" ? both : both.slice(0, 1),
    cadence: { every: "week", times: 1 },
    startsOn: civilDate(now(), "America/New_York"),
    endsOn: null,
  });
  return windowsOf(world, owner, assignmentId);
}

/** Each one's first window of a homework, and what can be done in it. */
export async function windowsOf(world: TwoPractices, owner: Client, assignmentId: string) {
  const { practiceId, couple, people } = world;
  const windows = await owner.occurrence.findMany({ where: { assignmentId, ordinal: 0 } });
  const at = (who: Who) => ({
    coupleId: couple.id,
    occurrenceId: windows.find((one) => one.personId === people[who].id)?.id ?? "",
  });
  const open = (who: Who) => world.as(who).tools.open(at(who));
  type Fields = Omit<
    Parameters<ReturnType<typeof world.as>["tools"]["add"]>[0],
    "coupleId" | "occurrenceId" | "clientId"
  >;
  type Which = { clientId?: string; changes?: { entryId: string; version: number } };
  const save = (who: Who, { clientId = crypto.randomUUID(), changes, ...fields }: Fields & Which) =>
    changes
      ? world.as(who).tools.change({ ...at(who), ...fields, ...changes })
      : world.as(who).tools.add({ ...at(who), ...fields, clientId });
  const takeBack = (who: Who, { entryId, version }: { entryId: string; version: number }) =>
    world.as(who).tools.takeBack({ coupleId: couple.id, entryId, version });
  const reading = () => world.as("therapist").tools.reading({ practiceId, coupleId: couple.id, assignmentId });
  return { assignmentId, open, save, takeBack, reading };
}
