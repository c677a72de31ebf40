import { createFormatter } from "next-intl";
import { getTranslations } from "next-intl/server";
import { now } from "@/server/clock";
import { requestLocale } from "@/server/locale";

const cities = [
  ["newYork", "America/New_York"],
  ["chicago", "America/Chicago"],
  ["denver", "America/Denver"],
  ["losAngeles", "America/Los_Angeles"],
  ["mexicoCity", "America/Mexico_City"],
  ["london", "Europe/London"],
  ["paris", "Europe/Paris"],
  ["tokyo", "Asia/Tokyo"],
  ["sydney", "Australia/Sydney"],
] as const;

/** A plain world clock, the page one lands on after leaving quickly: no name, no script, no font of the product. */
export async function GET(): Promise<Response> {
  const locale = await requestLocale();
  const words = await getTranslations({ locale, namespace: "couple.rest" });
  const format = createFormatter({ locale });
  const instant = now();
  const rows = cities.map(([city, timeZone]) => {
    const time = format.dateTime(instant, { timeZone, weekday: "short", hour: "numeric", minute: "2-digit" });
    return `<tr><th scope="row">${words(city)}</th><td>${time}</td></tr>`;
  });
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${words("title")}</title>
<link rel="icon" href="/rest-icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/rest.css">
</head>
<body>
<main>
<h1>${words("title")}</h1>
<p>${words("text")}</p>
<table><tbody>${rows.join("")}</tbody></table>
<p><a href="/rest">${words("again")}</a></p>
</main>
</body>
</html>`;
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    },
  });
}
