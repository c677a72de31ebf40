import { TRPCError } from "@trpc/server";
import type { CoupleRef } from "@/prisma/seed/world";
import { AppError } from "@/server/errors";
import { appRouter } from "@/server/trpc/root";
import type { ActorName, TwoPractices } from "../factories/two-practices";
import type { IsolationCase, Outcome } from "./cases/shape";

type Call = (input: unknown) => Promise<unknown>;

/** Every procedure of the router by its path. */
export const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: "query" | "mutation" | "subscription"; inputs: unknown[] } }
>;

/** Calls a procedure by its path as one of the actors, the way its row says. */
export async function callAs(
  world: TwoPractices,
  actor: ActorName,
  path: string,
  one: IsolationCase,
): Promise<unknown> {
  const api = world.as(actor);
  if (one.call) return one.call(api, world);
  if (!one.input) throw new Error(`the row of ${path} has neither input nor call`);
  const call = path.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], api) as Call;
  return call(one.input(world));
}

/** The code with which a promise is refused, or "ok". Anything that is no AppError is told in full. */
export async function outcomeOf(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
    return "ok";
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    return cause instanceof AppError ? cause.code : `unexpected: ${String(error)}`;
  }
}

/** What an actor must get of a row. */
export function expected(one: IsolationCase, actor: ActorName): Outcome {
  const own = one.answers?.[actor];
  if (own) return own;
  if (one.open || one.allowed.includes(actor)) return one.answer ?? "ok";
  return actor === "anonymous" || actor === "revoked" ? "SIGNED_OUT" : "NOT_FOUND";
}

/** The same world seen from another couple: a row's input then names what is theirs. */
function seenFrom(world: TwoPractices, couple: CoupleRef, did: TwoPractices["ended"]): TwoPractices {
  const [one, two] = couple.partners;
  const [first, second] = did.answers;
  if (!one || !two || !first || !second) throw new Error("the couple lacks its past");
  const open = did.open.filter((occurrence) => occurrence.person === one);
  return {
    ...world,
    practiceId: couple.practice.id,
    couple,
    people: { ...world.people, alex: one, sam: two },
    open: { alex: open, sam: open },
    hidden: { assignmentId: did.assignmentId, open },
    assignmentId: did.assignmentId,
    tools: did.tools,
    answered: { alexPrivate: first, alexTherapist: first, samShared: second, samPrivate: second },
  };
}

/** From the couple that has ended. */
export const fromEnded = (world: TwoPractices) => seenFrom(world, world.endedCouple, world.ended);

/** From the couple of the other practice. */
export const fromOther = (world: TwoPractices) => seenFrom(world, world.otherCouple, world.other);
