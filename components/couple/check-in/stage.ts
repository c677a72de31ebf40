import type { ExercisePage, OwnCheckIn } from "@/server/features/homework/schema";
import type { Draft } from "./draft-store";
import { emptyValues, type FormValues, sameValues, valuesOf } from "./values";

/** What stands in the place of the check-in. */
export type Stage =
  | {
      kind: "form";
      initial: FormValues;
      start: FormValues;
      target: Pick<Draft, "clientId" | "editing">;
      restored: boolean;
    }
  | { kind: "stored"; checkIn: OwnCheckIn; said?: "sent" | "saved" }
  | { kind: "both"; stored: OwnCheckIn; mine: FormValues; clientId: string }
  | { kind: "closed"; mine: FormValues | null };

type Known = Pick<ExercisePage, "checkIn" | "writable">;

/** The stage without a draft. */
export function firstStage({ checkIn, writable }: Known, clientId: string): Stage {
  if (checkIn) return { kind: "stored", checkIn };
  if (!writable) return { kind: "closed", mine: null };
  const target = { clientId, editing: null };
  return { kind: "form", initial: emptyValues, start: emptyValues, target, restored: false };
}

/**
 * The stage when a draft was found on the phone. A draft that had arrived after all (its answer was lost on the way)
 * is spent: null.
 */
export function stageOfDraft({ checkIn, writable }: Known, draft: Draft): Stage | null {
  const mine = valuesOf(draft);
  if (checkIn && sameValues(valuesOf(checkIn), mine)) return null;
  if (!writable) return { kind: "closed", mine };
  const current =
    checkIn === null || (draft.editing?.checkInId === checkIn.checkInId && draft.editing.version === checkIn.version);
  if (checkIn && !current) return { kind: "both", stored: checkIn, mine, clientId: draft.clientId };
  const initial = checkIn ? valuesOf(checkIn) : emptyValues;
  const target = { clientId: draft.clientId, editing: checkIn ? draft.editing : null };
  return { kind: "form", initial, start: mine, target, restored: true };
}

/** The stage in which a stored answer is changed. */
export function editStage(checkIn: OwnCheckIn, clientId: string): Stage {
  const values = valuesOf(checkIn);
  const editing = { checkInId: checkIn.checkInId, version: checkIn.version };
  return { kind: "form", initial: values, start: values, target: { clientId, editing }, restored: false };
}
