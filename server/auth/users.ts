import { v7 as uuidv7 } from "uuid";
import { now } from "../clock";
import { systemClient } from "../db/clients";
import type { Tx } from "../db/with-actor";
import { AppError, fromDatabase } from "../errors";
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

/**
 * Makes a login. `taken` when there is one already.
 * @param emailProven whether the password was chosen by someone who has proven the address
 */
export async function createLogin(
  { email, password }: { email: string; password: string },
  emailProven: boolean,
): Promise<{ userId: string } | "taken"> {
  const secret = await hashPassword(password);
  const at = now();
  const userId = uuidv7();
  try {
    await systemClient().user.create({
      data: {
        id: userId,
        email: signInAddress(email),
        emailProven,
        createdAt: at,
        credentials: { create: { id: uuidv7(), kind: "PASSWORD", secret, createdAt: at, updatedAt: at } },
      },
    });
    return { userId };
  } catch (error) {
    if (fromDatabase(error)?.code === "CONFLICT") return "taken";
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
