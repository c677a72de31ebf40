const nowhere = "http://localhost";

/**
 * Where to go after signing in: the path asked for when it lies on this site, else `/home`. Browsers read tabs and
 * backslashes in an address in their own way, so the parsed address is judged and not the text.
 */
export function safeNext(value: string | undefined): string {
  const home = "/home";
  if (!value?.startsWith("/") || !URL.canParse(value, nowhere)) return home;
  const { origin, pathname, search, hash } = new URL(value, nowhere);
  if (origin !== nowhere || pathname.startsWith("//") || pathname.startsWith("/sign-in")) return home;
  return `${pathname}${search}${hash}`;
}
