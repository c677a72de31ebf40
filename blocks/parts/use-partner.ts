"use client";

import { useTool } from "../tool";

/** The partner's name for a sentence that is also whole without one: `{named, select, yes {{name}} other {…}}`. */
export function usePartner(): { named: "yes" | "no"; name: string } {
  const { partnerName } = useTool();
  return { named: partnerName ? "yes" : "no", name: partnerName ?? "" };
}
