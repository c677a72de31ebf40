import { fileNameOf, strategyFile } from "@/content/own/file";
import type { OwnStrategy } from "@/content/own/schema";

/** Hands a strategy to the browser as a file to keep. */
export function exportFile(strategy: OwnStrategy): void {
  const url = URL.createObjectURL(new Blob([strategyFile(strategy)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileNameOf(strategy.text.title.en || strategy.text.title.es);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
