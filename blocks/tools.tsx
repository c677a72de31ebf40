import type { BlockTool } from "./block-tool";
import { ChecklistForm } from "./checklist/form";
import { checklistSummary } from "./checklist/summary";
import { ChecklistView } from "./checklist/view";
import { ChoiceForm } from "./choice/form";
import { choiceSummary } from "./choice/summary";
import { ChoiceView } from "./choice/view";
import { DeckForm } from "./deck/form";
import { deckSummary } from "./deck/summary";
import { DeckView } from "./deck/view";
import { LedgerForm } from "./ledger/form";
import { ledgerSummary } from "./ledger/summary";
import { LedgerView } from "./ledger/view";
import { NoteForm } from "./note/form";
import { noteSummary } from "./note/summary";
import { NoteView } from "./note/view";
import { PlanForm } from "./plan/form";
import { planSummary } from "./plan/summary";
import { PlanView } from "./plan/view";
import { PromptForm } from "./prompt/form";
import { promptSummary } from "./prompt/summary";
import { PromptView } from "./prompt/view";
import { ReadView } from "./read/view";
import type { BlockKind, BlockOf } from "./registry";
import { RepairForm } from "./repair/form";
import { repairSummary } from "./repair/summary";
import { RepairView } from "./repair/view";
import { ScaleForm } from "./scale/form";
import { scaleSummary } from "./scale/summary";
import { ScaleView } from "./scale/view";
import { StatementForm } from "./statement/form";
import { statementSummary } from "./statement/summary";
import { StatementView } from "./statement/view";
import { TimerForm } from "./timer/form";
import { timerSummary } from "./timer/summary";
import { TimerView } from "./timer/view";

type Tools = { [Kind in BlockKind]: BlockTool<BlockOf<Kind>> };

/** What is seen of each kind of block. A new kind is a folder of its own and a line here (and in registry.ts). */
export const tools: Tools = {
  read: { Form: ReadView, View: ReadView, summary: () => [] },
  prompt: { Form: PromptForm, View: PromptView, summary: promptSummary },
  scale: { Form: ScaleForm, View: ScaleView, summary: scaleSummary },
  choice: { Form: ChoiceForm, View: ChoiceView, summary: choiceSummary },
  checklist: { Form: ChecklistForm, View: ChecklistView, summary: checklistSummary },
  timer: { Form: TimerForm, View: TimerView, summary: timerSummary },
  statement: { Form: StatementForm, View: StatementView, summary: statementSummary },
  repair: { Form: RepairForm, View: RepairView, summary: repairSummary },
  ledger: { Form: LedgerForm, View: LedgerView, summary: ledgerSummary },
  deck: { Form: DeckForm, View: DeckView, summary: deckSummary },
  plan: { Form: PlanForm, View: PlanView, summary: planSummary },
  note: { Form: NoteForm, View: NoteView, summary: noteSummary },
};
