import type { Locale } from "./locales";
import { namespaces } from "./namespaces";

/** All messages of one language, keyed by namespace. */
export async function loadMessages(locale: Locale): Promise<Record<string, Record<string, unknown>>> {
  const loaded = await Promise.all(
    namespaces.map(async (name) => [name, (await import(`./${locale}/${name}.json`)).default] as const),
  );
  return Object.fromEntries(loaded);
}
