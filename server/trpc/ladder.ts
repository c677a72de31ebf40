import { TRPCError } from "@trpc/server";
import { z } from "zod";
import type { Actor, Tx } from "../db/with-actor";
import { withActor } from "../db/with-actor";
import { metDeletedWords } from "../db/words";
import { AppError, fromDatabase } from "../errors";
import { type Called, recordAccess, recordDenial } from "../features/audit/commands/record";
import { ensureMayAssign } from "../features/billing/queries";
import { spend } from "../throttle";
import type { Context } from "./context";
import { tellDeletedWords } from "./deleted-words";
import { t, toTrpcError } from "./init";

/** An actor who is a person of the practice that was entered. */
export interface Member extends Actor {
  practiceId: string;
  practiceName: string;
  personId: string;
  displayName: string;
}

interface Place {
  practiceId?: string;
  coupleId?: string;
}

/** A stream reads, as far as the log is concerned. */
const calledAs = (path: string, type: "query" | "mutation" | "subscription"): Called => ({
  path,
  kind: type === "mutation" ? "mutation" : "query",
});

/** Raised to roll the transaction back; carries the procedure's own failure past it. */
class RolledBack extends Error {
  constructor(readonly failure: unknown) {
    super("rolled back");
  }
}

/** What a procedure really failed of; a refused input stays what tRPC made of it, with its fields. */
const failureOf = (error: unknown) =>
  error instanceof TRPCError && error.cause !== undefined && error.code !== "BAD_REQUEST" ? error.cause : error;

function asTrpcError(error: unknown): unknown {
  const known = error instanceof AppError ? error : fromDatabase(error);
  return known ? toTrpcError(known) : error;
}

/**
 * Runs the rest of a procedure inside one `withActor` transaction and writes its audit row there.
 * A refusal is recorded on its own, after the transaction has gone.
 */
async function inTransaction<R extends { ok: boolean; error?: unknown; data?: unknown }>(
  { secret, locale }: Context,
  place: Place,
  called: Called,
  rest: (tx: Tx, actor: Actor) => Promise<R>,
): Promise<R> {
  if (!secret) throw toTrpcError(new AppError("SIGNED_OUT"));
  let proven: Actor | undefined;
  try {
    return await withActor({ secret, ...place }, async (tx, actor) => {
      proven = actor;
      const result = await rest(tx, { ...actor, locale: locale ?? actor.locale });
      if (!result.ok)
        throw failureOf(result.error) instanceof Error ? failureOf(result.error) : new RolledBack(result.error);
      if (actor.practiceId) await recordAccess(tx, actor, called, place.coupleId);
      return metDeletedWords(tx) ? { ...result, data: tellDeletedWords(result.data, locale ?? actor.locale) } : result;
    });
  } catch (error) {
    const failure = error instanceof RolledBack ? error.failure : error;
    if (failure instanceof AppError && failure.code === "NOT_FOUND") await recordDenial(place, called, proven);
    throw asTrpcError(failure);
  }
}

/** Anyone, signed in or not. */
export const publicProcedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  // A refusal is no failure of the server: 401, not 500.
  if (!result.ok && result.error.cause instanceof AppError) throw toTrpcError(result.error.cause);
  return result;
});

/** Every procedure behind a session: each of its changes has a limit of its own, counted before any work is done. */
const limited = t.procedure.use(async ({ ctx, path, type, next }) => {
  if (type !== "mutation" || !ctx.secret) return next();
  try {
    await spend("mutation.session", `${path}\u0000${ctx.secret}`);
  } catch (error) {
    throw asTrpcError(error);
  }
  return next();
});

/** A live session. Enters no practice. */
export const signedIn = limited.use(({ ctx, path, type, next }) =>
  inTransaction(ctx, {}, calledAs(path, type), (tx, actor) => next({ ctx: { ...ctx, tx, actor } })),
);

const freshMinutes = 10;

/** Whether more than the mailbox was proven within the last ten minutes. */
export const isFresh = ({ unlockedAt, at }: Pick<Actor, "unlockedAt" | "at">): boolean =>
  unlockedAt !== null && at.getTime() - unlockedAt.getTime() < freshMinutes * 60_000;

/** A live session whose person has just proven more than the mailbox: changing how one signs in. */
export const freshlyProven = signedIn.use(({ ctx, next }) => {
  if (!isFresh(ctx.actor)) throw new AppError("UNLOCK_NEEDED");
  return next();
});

function member(actor: Actor): Member {
  const { practiceId, practiceName, personId, displayName } = actor;
  if (!practiceId || !practiceName || !personId || !displayName) throw new AppError("NOT_FOUND");
  return { ...actor, practiceId, practiceName, personId, displayName };
}

/** @throws AppError that says which proof is still owed; NOT_FOUND for whoever is no staff. */
function staffMember(actor: Actor): Member {
  if (actor.owes) throw new AppError(actor.owes === "UNLOCK" ? "UNLOCK_NEEDED" : "SECOND_FACTOR_NEEDED");
  if (actor.roles.length === 0) throw new AppError("NOT_FOUND");
  return member(actor);
}

const practiceInput = z.object({ practiceId: z.uuid() });
const clinicianInput = z.object({ practiceId: z.uuid(), coupleId: z.uuid() });
const partnerInput = z.object({ coupleId: z.uuid() });

/** Staff of the practice named by the input. */
export const staff = limited
  .input(practiceInput)
  .use(({ ctx, input, path, type, next }) =>
    inTransaction(ctx, { practiceId: input.practiceId }, calledAs(path, type), async (tx, actor) =>
      next({ ctx: { ...ctx, tx, actor: staffMember(actor) } }),
    ),
  );

/** An owner of the practice named by the input. */
export const owner = staff.use(({ ctx, next }) => {
  if (!ctx.actor.roles.includes("OWNER")) throw new AppError("NOT_FOUND");
  return next();
});

/**
 * An owner whose procedure asks somebody outside: proven, and logged, in a transaction of its own that is over when the procedure
 * runs. It has no transaction: none may wait for a network.
 */
export const ownerOutside = limited.input(practiceInput).use(async ({ ctx, input, path, type, next }) => {
  const { data: actor } = await inTransaction(ctx, input, calledAs(path, type), async (_tx, proven) => {
    const data = staffMember(proven);
    if (!data.roles.includes("OWNER")) throw new AppError("NOT_FOUND");
    return { ok: true as const, data };
  });
  const result = await next({ ctx: { ...ctx, actor } });
  if (!result.ok) throw asTrpcError(failureOf(result.error));
  return result;
});

/** A therapist of the practice named by the input, who need not name a couple. */
export const therapist = staff.use(({ ctx, next }) => {
  if (!ctx.actor.roles.includes("THERAPIST")) throw new AppError("NOT_FOUND");
  return next();
});

/** Staff who name a couple of theirs: what of it they may see is for the procedure to ask. The log names the couple. */
export const coupleStaff = limited
  .input(clinicianInput)
  .use(({ ctx, input, path, type, next }) =>
    inTransaction(ctx, input, calledAs(path, type), async (tx, actor) =>
      next({ ctx: { ...ctx, tx, actor: staffMember(actor) } }),
    ),
  );

/** An owner who names a couple of the practice. */
export const coupleOwner = coupleStaff.use(({ ctx, next }) => {
  if (!ctx.actor.roles.includes("OWNER")) throw new AppError("NOT_FOUND");
  return next();
});

/** A clinician of the couple named by the input. */
export const clinician = limited.input(clinicianInput).use(({ ctx, input, path, type, next }) =>
  inTransaction(ctx, input, calledAs(path, type), async (tx, actor) => {
    const member = staffMember(actor);
    if (!actor.clinicianCouples.includes(input.coupleId)) throw new AppError("NOT_FOUND");
    return next({ ctx: { ...ctx, tx, actor: member } });
  }),
);

/** Staff under a verified, current licence, their own or a supervisor's: taking a couple on in one's own name. */
export const licensed = staff.use(({ ctx, next }) => {
  if (!ctx.actor.licensed) throw new AppError("LICENCE_NEEDED");
  return next();
});

/** A clinician of the couple under a verified, current licence, their own or a supervisor's: assigning. */
export const licensedClinician = clinician.use(({ ctx, next }) => {
  if (!ctx.actor.licensed) throw new AppError("LICENCE_NEEDED");
  return next();
});

/** The same, in a practice whose plan takes new work with this couple: assigning, and beginning a program. */
export const payingClinician = licensedClinician.use(async ({ ctx, input, next }) => {
  await ensureMayAssign(ctx.tx, ctx.actor, input.coupleId);
  return next();
});

/** A partner of the couple named by the input. */
export const partner = limited.input(partnerInput).use(({ ctx, input, path, type, next }) =>
  inTransaction(ctx, { coupleId: input.coupleId }, calledAs(path, type), async (tx, actor) => {
    if (!actor.partnerCouples.includes(input.coupleId)) throw new AppError("NOT_FOUND");
    return next({ ctx: { ...ctx, tx, actor: member(actor) } });
  }),
);

/** A partner whose session has proven more than a mailbox: what is private or for the therapist alone. */
export const provenPartner = partner.use(({ ctx, next }) => {
  if (!ctx.actor.strong) throw new AppError("UNLOCK_NEEDED");
  return next();
});
