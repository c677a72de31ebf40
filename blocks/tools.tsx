import type { BlockTool } from "./block-tool";
import { ChecklistForm } from "./checklist/form";
import { ChecklistView } from "./checklist/view";
import { ChoiceForm } from "./choice/form";
import { ChoiceView } from "./choice/view";
import { DeckForm } from "./deck/form";
import { DeckView } from "./deck/view";
import { LedgerForm } from "./ledger/form";
import { LedgerView } from "./ledger/view";
import { NoteForm } from "./note/form";
import { isMuted } from "./note/muted";
import { NoteView } from "./note/view";
import { PlanForm } from "./plan/form";
import { PlanView } from "./plan/view";
import { PromptForm } from "./prompt/form";
import { PromptView } from "./prompt/view";
import { ReadView } from "./read/view";
import type { BlockKind, BlockOf } from "./registry";
import { RepairForm } from "./repair/form";
import { RepairView } from "./repair/view";
import { ScaleForm } from "./scale/form";
import { ScaleView } from "./scale/view";
import { StatementForm } from "./statement/form";
import { StatementView } from "./statement/view";
import { TimerForm } from "./timer/form";
import { TimerView } from "./timer/view";

type Tools = { [Kind in BlockKind]: BlockTool<BlockOf<Kind>> };

/** What is seen of each kind of block. A new kind is a folder of its own and a line here, in registry.ts and in summaries.ts. */
export const tools: Tools = {
  read: { Form: ReadView, View: ReadView },
  prompt: { Form: PromptForm, View: PromptView },
  scale: { Form: ScaleForm, View: ScaleView },
  choice: { Form: ChoiceForm, View: ChoiceView },
  checklist: { Form: ChecklistForm, View: ChecklistView },
  timer: { Form: TimerForm, View: TimerView },
  statement: { Form: StatementForm, View: StatementView },
  repair: { Form: RepairForm, View: RepairView },
  ledger: { Form: LedgerForm, View: LedgerView },
  deck: { Form: DeckForm, View: DeckView },
  plan: { Form: PlanForm, View: PlanView },
  note: { Form: NoteForm, View: NoteView, rests: isMuted },
};
