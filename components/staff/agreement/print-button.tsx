"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";

/** Prints the page. */
export function PrintButton({ children }: { children: string }) {
  return (
    <Button variant="ghost" className="print:hidden" onClick={() => window.print()}>
      <Printer aria-hidden size={16} />
      {children}
    </Button>
  );
}
