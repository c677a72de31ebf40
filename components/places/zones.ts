import type { ComboboxOption } from "@/components/ui/combobox";
import { countries } from "@/content/countries";

/** Every time zone that the runtime lists, and those given besides: Intl lists the canonical names only. */
export function zoneOptions(...besides: readonly string[]): ComboboxOption[] {
  const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", ...besides]);
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

/** Every country by its name in the reader's language. */
export function countryOptions(locale: string): ComboboxOption[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const options = countries.map((code) => ({ value: code, label: names.of(code) ?? code }));
  return options.sort((a, b) => a.label.localeCompare(b.label, locale));
}
