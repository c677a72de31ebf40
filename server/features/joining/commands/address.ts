import { v7 as uuidv7 } from "uuid";
import { takeRecovery } from "@/server/auth/recovery";
import { disownAddress, forgetWaysIn, proveAddress, signInAddress } from "@/server/auth/users";
import { now } from "@/server/clock";
import { sameText } from "@/server/crypto";
import { systemClient } from "@/server/db/clients";
import type { Tx } from "@/server/db/with-actor";
import { spend } from "@/server/throttle";
import type { Context } from "@/server/trpc/context";
import type { Member } from "@/server/trpc/ladder";
import { addressProofToken, nameInToken } from "../../invitations/links";
import { liftOwn } from "../../reminders/commands";
import { liveLogin } from "../queries";
import type { AddressAnswer } from "../schema";

/** One mail that asks whether an address is theirs; once an hour at most. */
function question(practiceId: string, personId: string, at: Date) {
  const subject = `${personId}:${at.toISOString().slice(0, 13)}`;
  return { practiceId, id: uuidv7(), personId, kind: "ADDRESS_PROOF" as const, subject, dueAt: at, createdAt: at };
}

/** Asks the address of a login that nobody has proven whether it is theirs, wherever it still waits. */
export async function askUnproven(userId: string): Promise<void> {
  const places = await systemClient().membership.findMany({ where: { userId } });
  const data = places.map(({ practiceId, personId }) => question(practiceId, personId, now()));
  await systemClient().reminder.createMany({ data, skipDuplicates: true });
}

/** Asks the waiting address once more, once an hour at most, even where mail came back from it: its person says that it is right. */
export async function askAddressAgain(tx: Tx, actor: Member): Promise<void> {
  const { practiceId, personId, at } = actor;
  await liftOwn(tx, actor);
  await tx.reminder.createMany({ data: [question(practiceId, personId, at)], skipDuplicates: true });
}

/** An address that waits, the person whom it is for, and the login that nobody has proven yet, where it signs in with it. */
async function waitingBehind(token: string) {
  const name = nameInToken(token);
  if (!name) return null;
  const { practiceId, id: personId } = name;
  const row = await systemClient().personPrivate.findFirst({
    where: { practiceId, personId },
    select: { contactEmail: true, pendingEmail: true },
  });
  const proves = (address: string | null | undefined) =>
    Boolean(address && sameText(token, addressProofToken(practiceId, personId, address)));
  if (!row || !proves(row.pendingEmail)) return { known: proves(row?.contactEmail), waiting: null };
  const email = row.pendingEmail ?? "";
  const member = await systemClient().membership.findFirst({
    where: { practiceId, personId },
    select: { user: { select: { id: true, email: true, emailProven: true } } },
  });
  const login = member?.user.email === signInAddress(email) ? member.user : null;
  return { known: true, waiting: { practiceId, personId, email, login } };
}

/**
 * Confirms the address that waits, by the link that was mailed to it: for reminders, and for signing in where it is the same.
 * Then reading the mailbox is not enough, for it may be a stranger's: the login has to be signed in here, or its person brings
 * the digits that their therapist (for staff: the operator) gave them face to face. With digits, everything that had opened
 * the login before is gone. Doing it again changes nothing.
 * @throws AppError WRONG_CODE, TOO_MANY
 */
export async function confirmAddress(context: Context, token: string, code: string | null): Promise<AddressAnswer> {
  if (context.address) await spend("proof.address", context.address);
  const found = await waitingBehind(token);
  if (!found?.waiting) return found?.known ? "confirmed" : "unknown";
  const { practiceId, personId, email, login } = found.waiting;
  const unproven = login && !login.emailProven ? login : null;
  const here = unproven && (await liveLogin(context.secret))?.userId === unproven.id;
  if (unproven && !here && code === null) return "signIn";
  const startOver = unproven !== null && !here;
  if (startOver) await takeRecovery(unproven.id, code ?? "");
  await systemClient().$transaction(async (tx) => {
    await tx.personPrivate.updateMany({
      where: { practiceId, personId, pendingEmail: email },
      data: { contactEmail: email, pendingEmail: null },
    });
    if (startOver) await forgetWaysIn(tx, unproven.id);
    if (unproven) await proveAddress(tx, unproven.id, email);
  });
  return startOver ? "startedOver" : "confirmed";
}

/**
 * Whoever reads the mailbox never joined with it: nothing is asked there any more, and the address is theirs for a login of
 * their own. The login that was made with it stays closed to them, and theirs to whoever made it.
 */
export async function disown(token: string): Promise<void> {
  const found = await waitingBehind(token);
  if (!found?.waiting) return;
  const { practiceId, personId, email, login } = found.waiting;
  await systemClient().$transaction(async (tx) => {
    await tx.personPrivate.updateMany({
      where: { practiceId, personId, pendingEmail: email },
      data: { pendingEmail: null },
    });
    if (login) await disownAddress(tx, login.id, email);
  });
}
