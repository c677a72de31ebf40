import { getRequestConfig } from "next-intl/server";
import { loadMessages } from "@/messages/load";
import { requestLocale } from "@/server/locale";

/** next-intl's entry: the locale of this request and its catalogue. Dates are formatted in the zone each page names. */
export default getRequestConfig(async () => {
  const locale = await requestLocale();
  return { locale, messages: await loadMessages(locale), timeZone: "UTC" };
});
