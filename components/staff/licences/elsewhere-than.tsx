"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** Shows something on every page but the one where it is dealt with. */
export function ElsewhereThan({ path, children }: { path: string; children: ReactNode }) {
  return usePathname() === path ? null : children;
}
