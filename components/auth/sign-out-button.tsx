"use client";

import { LogOut } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useSignOut } from "./sign-out";

/** A quiet way out, with its words given by the page. */
export function SignOutButton({ children }: { children: string }) {
  const { signOut, pending } = useSignOut();
  return (
    <Button variant="ghost" pending={pending} onClick={signOut}>
      <LogOut aria-hidden size={16} />
      {children}
    </Button>
  );
}
