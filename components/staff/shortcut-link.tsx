"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { KeyHint } from "./key-hint";
import { useShortcut } from "./shortcuts";

/** The page's main link, also reached by one key. */
export function ShortcutLink({ href, shortcut, children }: { href: string; shortcut: string; children: ReactNode }) {
  const router = useRouter();
  useShortcut({ [shortcut]: () => router.push(href) });
  return (
    <LinkButton href={href} prefetch={false}>
      {children}
      <KeyHint>{shortcut}</KeyHint>
    </LinkButton>
  );
}
