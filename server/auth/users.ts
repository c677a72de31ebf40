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
    await makeLogin(systemClient(), login);
    return { userId: login.userId };
  } catch (error) {
    if (isTaken(error)) return "taken";
    throw error;
  }
}

/** Stores a new password. @param proven false when no more than the mailbox was shown: signing in with it opens no more either */
export async function setPassword(userId: string, password: string, proven: boolean): Promise<void> {
  const at = now();
  const secret = await hashPassword(password);
  await systemClient().credential.upsert({
    where: { userId_kind: { userId, kind: "PASSWORD" } },
    create: { id: uuidv7(), userId, kind: "PASSWORD", secret, proven, createdAt: at, updatedAt: at },
    update: { secret, proven, updatedAt: at },
  });
}

/** From now on the login's password counts as its own: more than the mailbox was shown beside it. */
export async function provePassword(userId: string): Promise<void> {
  await systemClient().credential.updateMany({
    where: { userId, kind: "PASSWORD", proven: false },
    data: { proven: true },
  });
}

/** The login of a proven session, with its credentials. */
export async function loginOf(userId: string) {
  return systemClient().user.findUniqueOrThrow({ where: { id: userId }, include: { credentials: true } });
}

/** A login's address was proven by a mail to it. Another address of theirs proves nothing. */
export async function proveAddress(db: Pick<Tx, "user">, userId: string, email: string): Promise<void> {
  await db.user.updateMany({ where: { id: userId, email: signInAddress(email) }, data: { emailProven: true } });
}

/** Gives a login another sign-in address, which a mail to it has proven. @throws AppError EXPIRED when someone else took it meanwhile */
export async function changeAddress(userId: string, email: string): Promise<void> {
  try {
    await systemClient().user.update({
      where: { id: userId },
      data: { email: signInAddress(email), emailProven: true },
    });
  } catch (error) {
    throw fromDatabase(error)?.code === "CONFLICT" ? new AppError("EXPIRED") : error;
  }
}
