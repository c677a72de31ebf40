import { now } from "@/server/clock";
import { linkMac, sameText } from "@/server/crypto";
import { systemClient } from "@/server/db/clients";
import { env } from "@/server/env";
import { fromDatabase } from "@/server/errors";
import { stoppedAs } from "./policy.kinds";
import { type ReminderKind, reminderKind } from "./schema";

/** What an unsubscribe token stands for; derived from the ledger row, never stored. */
interface Subscription {
  practiceId: string;
  personId: string;
  kind: ReminderKind;
}

const bytesOf = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");
const uuidOf = (bytes: Buffer) => bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** A token that stops one kind of mail for one person and does nothing else. It never expires (RFC 8058). */
export function unsubscribeToken({ practiceId, personId, kind }: Subscription): string {
  const body = Buffer.concat([
    bytesOf(practiceId),
    bytesOf(personId),
    Buffer.from([reminderKind.options.indexOf(kind)]),
  ]).toString("base64url");
  return `${body}.${linkMac("unsubscribe", body)}`;
}

/** The page that a person opens, and the address that a mail program posts to. */
export function unsubscribeLinks(subscription: Subscription): { page: string; post: string } {
  const token = unsubscribeToken(subscription);
  return {
    page: `${env().PUBLIC_URL}/unsubscribe/${token}`,
    post: `${env().PUBLIC_URL}/api/unsubscribe?token=${token}`,
  };
}

/** What a token stands for; null unless we made it, for a kind that may be stopped. Reads nothing from the database. */
export function verifyUnsubscribe(token: string): Subscription | null {
  const [body, mac] = token.split(".");
  if (!body || !mac || !sameText(mac, linkMac("unsubscribe", body))) return null;
  const bytes = Buffer.from(body, "base64url");
  const kind = reminderKind.options[bytes[32] ?? -1];
  return kind && stoppedAs(kind) === kind
    ? { practiceId: uuidOf(bytes.subarray(0, 16)), personId: uuidOf(bytes.subarray(16, 32)), kind }
    : null;
}

/** Stops the token's kind of mail at once, a pause too. Doing it again changes nothing. @returns whether it stands for someone. */
export async function unsubscribe(token: string): Promise<boolean> {
  const subscription = verifyUnsubscribe(token);
  if (!subscription) return false;
  const { practiceId, personId, kind } = subscription;
  try {
    await systemClient().$executeRaw`
      INSERT INTO reminder_opt_out (practice_id, person_id, kind, created_at)
      VALUES (${practiceId}::uuid, ${personId}::uuid, ${kind}::reminder_kind, ${now()}::timestamptz)
      ON CONFLICT (practice_id, person_id, kind) DO UPDATE SET until = NULL`;
    return true;
  } catch (error) {
    if (fromDatabase(error)?.code === "NOT_FOUND") return false; // the person is gone
    throw error;
  }
}

/** Lets the token's kind of mail come again. @returns whether it stands for a kind that may be stopped. */
export async function subscribeAgain(token: string): Promise<boolean> {
  const subscription = verifyUnsubscribe(token);
  if (!subscription) return false;
  await systemClient().reminderOptOut.deleteMany({ where: { ...subscription } });
  return true;
}
