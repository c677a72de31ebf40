import { stringify, v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { businessAssociate } from "@/content/agreements/business-associate";
import { beginAsStaff } from "@/server/auth/staff";
import { linkMac } from "@/server/crypto";
import { systemClient } from "@/server/db/clients";
import { makePersonKey, makePracticeKey } from "@/server/db/keys";
import type { Actor, Tx } from "@/server/db/with-actor";
import { AppError, fromDatabase } from "@/server/errors";
import { spend } from "@/server/throttle";
import { beginTrial } from "../../billing/commands/trial";
import { firstSenderName } from "../policy";
import type { PracticeFields, Signing } from "../schema";

type Founding = PracticeFields & { clientId: string; agreement: Signing };
interface Founder {
  userId: string;
  sessionId: string;
  email: string;
  at: Date;
}

/** The id of the practice that a login founds with one form: sent twice, it is the same; nobody else can aim at it (RFC 9562, version 8). */
function practiceIdOf(userId: string, clientId: string): string {
  const bytes = Buffer.from(linkMac("practice", `${userId} ${clientId}`), "base64url").subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return stringify(bytes);
}

/** The practice and its key. The policies of everything that follows ask whether this transaction made it. */
async function insertPractice(tx: Tx, practiceId: string, input: Founding, at: Date): Promise<Buffer> {
  const { name, timeZone, country } = input;
  await tx.$queryRaw`SELECT set_config('app.practice_id', ${practiceId}, true), set_config('app.now', ${at.toISOString()}, true)`;
  const { key, ringKeyId, wrapped } = makePracticeKey(practiceId);
  const row = { id: practiceId, name, senderName: firstSenderName, timeZone, country, requiresTwoFactor: true };
  await tx.practice.createMany({ data: [{ ...row, createdAt: at }] });
  await tx.practiceKey.createMany({ data: [{ practiceId, ringKeyId, wrapped }] });
  await beginTrial(tx, practiceId, at);
  return key;
}

/** The founder as owner (and therapist), with their key, their signature, the way from their login to here, and a row in the log. */
async function insertFounder(
  tx: Tx,
  practiceId: string,
  input: Founding,
  founder: Founder,
  key: Buffer,
): Promise<void> {
  const { displayName, timeZone, treats, agreement } = input;
  const { userId, sessionId, email: contactEmail, at } = founder;
  const personId = uuidv7();
  const { locale, version, signatory } = agreement;
  await tx.person.createMany({ data: [{ practiceId, id: personId, userId, displayName, createdAt: at }] });
  await tx.personPrivate.createMany({
    data: [{ practiceId, personId, contactEmail, locale, timeZone, reminderHour: 9 }],
  });
  const { wrapped } = makePersonKey(key, practiceId, personId);
  await tx.personKey.createMany({ data: [{ practiceId, personId, wrapped }] });
  const roles = treats ? (["OWNER", "THERAPIST"] as const) : (["OWNER"] as const);
  await tx.staffRole.createMany({ data: roles.map((role) => ({ practiceId, personId, role })) });
  const { kind } = businessAssociate;
  await tx.agreement.createMany({
    data: [{ practiceId, id: uuidv7(), kind, version, locale, personId, signatory, acceptedAt: at }],
  });
  await tx.membership.createMany({ data: [{ userId, practiceId, personId, staff: true }] });
  // The log of the practice begins with it.
  const row = { practiceId, id: uuidv4(), at, personId, sessionId, procedure: "practices.found" };
  await tx.audit.createMany({ data: [{ ...row, category: "ACCESS_CHANGE", outcome: "ALLOWED" }] });
}

/**
 * Founds a practice with its owner, in one transaction of the system role. The same form sent again answers with the same
 * practice and changes nothing.
 * @throws AppError CHANGED_MEANWHILE when another version of the agreement is in force by now; TOO_MANY
 */
export async function foundPractice(actor: Actor, input: Founding): Promise<string> {
  if (input.agreement.version !== businessAssociate.version) throw new AppError("CHANGED_MEANWHILE");
  const { userId, sessionId, at } = actor;
  await spend("practice.found", userId);
  const practiceId = practiceIdOf(userId, input.clientId);
  const { email } = await systemClient().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  try {
    await systemClient().$transaction(async (tx) => {
      const key = await insertPractice(tx, practiceId, input, at);
      await insertFounder(tx, practiceId, input, { userId, sessionId, email, at }, key);
      await beginAsStaff(tx, userId, at);
    });
  } catch (error) {
    if (fromDatabase(error)?.code !== "CONFLICT") throw error;
  }
  return practiceId;
}
