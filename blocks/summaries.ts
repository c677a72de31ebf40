import { checklistSummary } from "./checklist/summary";
import { choiceSummary } from "./choice/summary";
import { deckSummary } from "./deck/summary";
import { ledgerSummary } from "./ledger/summary";
import { noteSummary } from "./note/summary";
import { planSummary } from "./plan/summary";
import { promptSummary } from "./prompt/summary";
import type { Block, BlockKind, BlockOf } from "./registry";
import { repairSummary } from "./repair/summary";
import { scaleSummary } from "./scale/summary";
import { statementSummary } from "./statement/summary";
import type { CardWords, Summary, SummaryLine } from "./summary";
import { timerSummary } from "./timer/summary";
import type { ToolEntry } from "./tool";

type Summaries = { [Kind in BlockKind]: Summary<BlockOf<Kind>> };

/** What each kind of block comes to in words. No component is among them, so that the server can tell of a tool. */
export const summaries: Summaries = {
  read: () => [],
  prompt: promptSummary,
  scale: scaleSummary,
  choice: choiceSummary,
  checklist: checklistSummary,
  timer: timerSummary,
  statement: statementSummary,
  repair: repairSummary,
  ledger: ledgerSummary,
  deck: deckSummary,
  plan: planSummary,
  note: noteSummary,
};

/** What a block's entries come to. The list ties each kind to its own definition, which the compiler loses over a union. */
export function summaryOf(block: Block, entries: ToolEntry[], locale: "en" | "es", cards?: CardWords): SummaryLine[] {
  return (summaries[block.kind] as Summary<Block>)(block, entries, locale, cards);
}
