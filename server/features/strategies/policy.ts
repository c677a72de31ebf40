import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { strategyByKey } from "@/content/strategies";
import { AppError } from "@/server/errors";

/**
 * The row that a library strategy becomes in a practice: its whole content, named by its hash.
 * @throws AppError INVALID for a key that the library lacks.
 */
export function versionRow(practiceId: string, key: string, createdAt: Date) {
  const strategy = strategyByKey(key);
  if (!strategy) throw new AppError("INVALID");
  const text = JSON.stringify(strategy);
  const contentHash = createHash("sha256").update(text).digest("hex");
  return { practiceId, id: uuidv7(), key, contentHash, content: JSON.parse(text), createdAt };
}
