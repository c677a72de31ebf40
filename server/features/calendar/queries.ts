import { createHash } from "node:crypto";
import { createTranslator } from "next-intl";
import en from "@/messages/en/calendar.json";
import es from "@/messages/es/calendar.json";
import { spend } from "@/server/throttle";
import { datesOf, feedOf } from "./links";
import { calendarFile } from "./policy";

const catalogues = { en, es };

/** A feed as it is served: the file, and a mark of exactly these bytes. */
export interface Feed {
  body: string;
  etag: string;
}

/**
 * The feed of an address. Null for one that we never made and for one that was revoked: nobody learns which.
 * @throws AppError TOO_MANY for one that is asked for too often, whether it opens or not
 */
export async function feed(named: string): Promise<Feed | null> {
  const key = feedOf(named);
  if (!key) return null;
  await spend("calendar.feed", key.id);
  const dates = await datesOf(key);
  if (!dates) return null;
  const { locale } = dates;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: "titles" });
  const words = { name: t("name"), appointment: t("appointment"), window: t("window") };
  const body = calendarFile(key.id, dates, words);
  return { body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"` };
}
