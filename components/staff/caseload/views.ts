import type { CaseloadRow } from "@/server/features/caseload/schema";

/** The views of the caseload, as they stand in the address. */
export const views = ["all", "attention", "unread", "silent", "ending"] as const;
export type View = (typeof views)[number];

/** Whether a couple needs its therapist now: a reason that is more than a quiet remark. */
export function needsAttention({ reasons }: Pick<CaseloadRow, "reasons">): boolean {
  return reasons.some(({ tone }) => tone !== "quiet");
}

const has = (kind: CaseloadRow["reasons"][number]["kind"]) => (row: CaseloadRow) =>
  row.reasons.some((reason) => reason.kind === kind);

const belongs: Record<View, (row: CaseloadRow) => boolean> = {
  all: () => true,
  attention: needsAttention,
  unread: (row) => row.unread > 0,
  silent: has("silent"),
  ending: has("homework-ends"),
};

/** The couples of a view, in their order. */
export function rowsOf(view: View, couples: readonly CaseloadRow[]): CaseloadRow[] {
  return couples.filter(belongs[view]);
}

/** The view that an address names; anything else is all of them. */
export function viewOf(value: string | string[] | undefined): View {
  return views.find((view) => view === value) ?? "all";
}
