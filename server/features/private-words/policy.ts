import type { z } from "zod";
import type { SecretsPolicy } from "../people/schema";
import type { caution } from "./schema";

/** What a word stands on when it is shown to a clinician. */
export interface Provenance {
  /** The sender's session had proven more than a mailbox. */
  proven: boolean;
  hasSafeContact: boolean;
  policy: SecretsPolicy | null;
}

/** What a clinician has to know before they act on a word, the most pressing first. */
export type Caution = z.infer<typeof caution>;

/**
 * What has to be said beside a word: that the sender may not be who they seem, that no safe way to answer is known, and that the
 * couple agreed otherwise than on keeping what one tells alone.
 */
export function cautionsOf({ proven, hasSafeContact, policy }: Provenance): Caution[] {
  return [
    ...(proven ? [] : (["unproven"] as const)),
    ...(hasSafeContact ? [] : (["noSafeContact"] as const)),
    ...(policy === null || policy === "CONFIDENTIAL" ? [] : (["mayComeUp"] as const)),
  ];
}
