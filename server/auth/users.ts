import { v7 as uuidv7 } from "uuid";
import { now } from "../clock";
import { systemClient } from "../db/clients";
import type { Tx } from "../db/with-actor";
import { AppError, databaseFault, fromDatabase } from "../errors";
import type { NewPasskey } from "./passkeys";
import { hashPassword } from "./passwords";

/** A mail address as logins are told apart by: trimmed and in lower case. */
export const signInAddress = (email: string): string => email.trim().toLowerCase();

/** The login of an address that may sign in; null when there is none. */
export async function findLogin(email: string) {
  return systemClient().user.findFirst({
    where: { email: signInAddress(email), disabledAt: null },
    include: { credentials: true },
  });
}

/** The login that an address belongs to; null also where whoever reads the mailbox has said that the login is not theirs. */
export async function holderOf(email: string) {
  const login = await findLogin(email);
  return login?.emailDisownedAt ? null : login;
}

/** Where a login's address stands once another login has taken it: nowhere that mail could go. */
const nowhere = (userId: string) => `${userId}@address.invalid`;

/** The address as its owner may read it; null when another login has taken it. */
export const shownAddress = ({ id, email }: { id: string; email: string }): string | null =>
  email === nowhere(id) ? null : email;

/** Takes an address off the login whose mailbox has disowned it. That login goes on with whatever else opens it. */
async function release(db: Pick<Tx, "user">, email: string, forId: string): Promise<void> {
  const disowned = { email, emailProven: false, emailDisownedAt: { not: null }, id: { not: forId } };
  const other = await db.user.findFirst({ where: disowned, select: { id: true } });
  if (other) await db.user.updateMany({ where: { ...disowned, id: other.id }, data: { email: nowhere(other.id) } });
}

/** A login that is still to be made, and what will open it. */
export interface LoginToMake {
  userId: string;
  email: string;
  /** Whether whoever makes it has proven the address. */
  emailProven: boolean;
  /** An argon2id string, or a passkey that has verified. */
  opensWith: { secret: string } | { passkey: NewPasskey };
}

/** A login to be made with a password. */
export async function loginWithPassword(
  { email, password }: { email: string; password: string },
  emailProven: boolean,
): Promise<LoginToMake> {
  const opensWith = { secret: await hashPassword(password) };
  return { userId: uuidv7(), email: signInAddress(email), emailProven, opensWith };
}

/** Makes a login and what opens it, with whatever else the transaction does. @throws what `isTaken` tells when there is one already */
export async function makeLogin(db: Pick<Tx, "user">, { userId: id, opensWith, ...login }: LoginToMake): Promise<void> {
  const at = now();
  const created = { createdAt: at, updatedAt: at };
  const way =
    "secret" in opensWith
      ? { credentials: { create: { id: uuidv7(), kind: "PASSWORD" as const, secret: opensWith.secret, ...created } } }
      : { passkeys: { create: opensWith.passkey } };
  await release(db, login.email, id);
  await db.user.create({ data: { id, ...login, createdAt: at, ...way } });
}

/** Whether a failed statement means that the address has a login. */
export const isTaken = (error: unknown): boolean =>
  fromDatabase(error)?.code === "CONFLICT" && /email/.test(databaseFault(error)?.constraint ?? "");

/**
 * Makes a login with a password. `taken` when there is one already.
 * @param emailProven whether the password was chosen by someone who has proven the address
 */
export async function createLogin(
  fields: { email: string; password: string },
  emailProven: boolean,
): Promise<{ userId: string } | "taken"> {
  const login = await loginWithPassword(fields, emailProven);
  try {
    await systemClient().$transaction((tx) => makeLogin(tx, login));
    return { userId: login.userId };
  } catch (error) {
    if (isTaken(error)) return "taken";
    throw error;
  }
}

/**
 * Stores a new password.
 * @param resetId the reset that has chosen it, when no more than the mailbox was shown: signing in with it opens no more either
 */
export async function setPassword(userId: string, password: string, resetId: string | null): Promise<void> {
  const at = now();
  const secret = await hashPassword(password);
  const fields = { secret, proven: resetId === null, resetId, updatedAt: at };
  await systemClient().credential.upsert({
    where: { userId_kind: { userId, kind: "PASSWORD" } },
    create: { id: uuidv7(), userId, kind: "PASSWORD", createdAt: at, ...fields },
    update: fields,
  });
}

/**
 * From now on the password that a reset has set counts as the login's own: by whoever chose or knows it, more than the
 * mailbox was shown. Anybody else's proof leaves it: it may be a stranger's who reads the mailbox.
 */
export async function provePassword(userId: string, resetId: string): Promise<void> {
  await systemClient().credential.updateMany({
    where: { userId, kind: "PASSWORD", proven: false, resetId },
    data: { proven: true, resetId: null },
  });
}

/** The login of a proven session, with its credentials. */
export async function loginOf(userId: string) {
  return systemClient().user.findUniqueOrThrow({ where: { id: userId }, include: { credentials: true } });
}

/** A login's address was proven by a mail to it. Another address of theirs proves nothing. */
export async function proveAddress(db: Pick<Tx, "user">, userId: string, email: string): Promise<void> {
  await db.user.updateMany({
    where: { id: userId, email: signInAddress(email) },
    data: { emailProven: true, emailDisownedAt: null },
  });
}

/** Whoever reads the mailbox says that the login is not theirs. An address that was proven once stays where it is. */
export async function disownAddress(db: Pick<Tx, "user">, userId: string, email: string): Promise<void> {
  const unproven = { id: userId, email: signInAddress(email), emailProven: false, emailDisownedAt: null };
  await db.user.updateMany({ where: unproven, data: { emailDisownedAt: now() } });
}

/**
 * Everything that opened a login so far opens it no longer: password, authenticator, recovery codes, passkeys, devices and
 * their PINs, the organisation's provider, sessions, and whatever was begun and not ended. For somebody who has proven the
 * address while nobody had before: what was set up until then may be another's.
 */
export async function forgetWaysIn(db: Tx, userId: string): Promise<void> {
  const [at, mine] = [now(), { where: { userId } }];
  await db.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: at } });
  await db.letter.updateMany({ where: { userId, consumedAt: null }, data: { consumedAt: at } });
  await db.credential.deleteMany(mine);
  await db.recoveryCode.deleteMany(mine);
  await db.passkey.deleteMany(mine);
  await db.device.deleteMany(mine);
  await db.externalLogin.deleteMany(mine);
  await db.ticket.deleteMany(mine);
  await db.challenge.deleteMany(mine);
}

/** Gives a login another sign-in address, which a mail to it has proven. @throws AppError EXPIRED when someone else took it meanwhile */
export async function changeAddress(userId: string, email: string): Promise<void> {
  try {
    await systemClient().$transaction(async (tx) => {
      await release(tx, signInAddress(email), userId);
      const data = { email: signInAddress(email), emailProven: true, emailDisownedAt: null };
      await tx.user.update({ where: { id: userId }, data });
    });
  } catch (error) {
    throw fromDatabase(error)?.code === "CONFLICT" ? new AppError("EXPIRED") : error;
  }
}
