import type { ComboboxOption } from "@/components/ui/combobox";
import { countries } from "@/content/countries";

/** Names of today that Intl knows but does not list: it keeps to the first one that a zone ever had. */
const namesOfToday = [
  "Africa/Asmara",
  "America/Argentina/Buenos_Aires",
  "America/Nuuk",
  "Asia/Ho_Chi_Minh",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Yangon",
  "Atlantic/Faroe",
  "Europe/Kyiv",
  "Pacific/Chuuk",
  "Pacific/Kanton",
  "Pacific/Pohnpei",
];

/** Every time zone that the runtime lists, by the names of today too, and those given besides. */
export function zoneOptions(...besides: readonly string[]): ComboboxOption[] {
  const zones = new Set([...Intl.supportedValuesOf("timeZone"), ...namesOfToday, "UTC", ...besides]);
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

/** Every country by its name in the reader's language. */
export function countryOptions(locale: string): ComboboxOption[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const options = countries.map((code) => ({ value: code, label: names.of(code) ?? code }));
  return options.sort((a, b) => a.label.localeCompare(b.label, locale));
}
