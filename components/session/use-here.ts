import { usePathname, useSearchParams } from "next/navigation";

/** The address of this page inside the site, its query included: where to return after signing in. */
export function useHere(): string {
  const path = usePathname();
  const query = useSearchParams().toString();
  return query ? `${path}?${query}` : path;
}
