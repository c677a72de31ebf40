import { now } from "@/server/clock";
import { linkMac, sameText } from "@/server/crypto";
import { appClient } from "@/server/db/clients";
import { env } from "@/server/env";
import { type FeedDates, feedDates } from "./schema";

/** The row by which a feed opens. */
export interface FeedKey {
  practiceId: string;
  id: string;
}

const bytesOf = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");
const uuidOf = (bytes: Buffer) => bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
const tokenForm = /^([\w-]{43})\.([\w-]{32})$/;

/** The address of a feed; derived from its row, never stored. Whoever has it reads the dates until the row is gone. */
export function addressOf({ practiceId, id }: FeedKey): string {
  const body = Buffer.concat([bytesOf(practiceId), bytesOf(id)]).toString("base64url");
  return `${env().PUBLIC_URL}/api/calendar/${body}.${linkMac("calendar", body)}.ics`;
}

/** The row that the last part of an address names; null unless we made it. Reads nothing from the database. */
export function feedOf(named: string): FeedKey | null {
  const [, body, mac] = tokenForm.exec(named.replace(/\.ics$/, "")) ?? [];
  if (!body || !mac || !sameText(mac, linkMac("calendar", body))) return null;
  const bytes = Buffer.from(body, "base64url");
  return { practiceId: uuidOf(bytes.subarray(0, 16)), id: uuidOf(bytes.subarray(16, 32)) };
}

/** The dates of a feed; null when it was revoked. No session: the database lets the row's random id through, to these alone. */
export async function datesOf({ practiceId, id }: FeedKey): Promise<FeedDates | null> {
  return appClient().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.practice_id', ${practiceId}, true), set_config('app.calendar', ${id}, true),
      set_config('app.now', ${now().toISOString()}, true)`;
    const [row] = await tx.$queryRaw<{ dates: unknown }[]>`SELECT guard.app_calendar() AS dates`;
    return row?.dates ? feedDates.parse(row.dates) : null;
  });
}
