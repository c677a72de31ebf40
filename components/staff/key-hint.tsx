"use client";

import { Kbd } from "@/components/ui/kbd";
import { useShortcutsOn } from "./shortcuts";

/** Shows a shortcut's key beside its button, where there is a keyboard and shortcuts are on. Hidden from screen readers. */
export function KeyHint({ children }: { children: string }) {
  if (!useShortcutsOn()) return null;
  return (
    <span aria-hidden className="hidden pointer-fine:lg:inline">
      <Kbd>{children}</Kbd>
    </span>
  );
}
