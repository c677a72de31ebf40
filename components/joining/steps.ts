import type { OpenInvitation } from "@/server/features/joining/schema";

/** The steps in their order; staff have the first two. */
export const partnerSteps = ["login", "you", "place", "contact", "hours", "agree"] as const;
const staffSteps = ["login", "you"] as const;
export type StepName = (typeof partnerSteps)[number];

/** The steps of whoever was invited. */
export function stepsOf({ kind }: Pick<OpenInvitation, "kind">): readonly StepName[] {
  return kind === "partner" ? partnerSteps : staffSteps;
}

/** The step before; the welcome before the first. */
export function stepBefore(step: StepName, invitation: Pick<OpenInvitation, "kind">): StepName | "welcome" {
  const steps = stepsOf(invitation);
  return steps[steps.indexOf(step) - 1] ?? "welcome";
}

/** The step after; null after the last. */
export function stepAfter(step: StepName, invitation: Pick<OpenInvitation, "kind">): StepName | null {
  const steps = stepsOf(invitation);
  return steps[steps.indexOf(step) + 1] ?? null;
}

/** The step that asks for a field, where the server found a fault. */
export function stepOfField(field: string): StepName {
  const name = field.split(".").at(-1) ?? "";
  if (["email", "password"].includes(name)) return "login";
  if (["name", "pronouns"].includes(name)) return "you";
  if (["adult", "country", "region"].includes(name)) return "place";
  if (name === "safeContact") return "contact";
  return ["hour", "quietFrom", "quietTo", "timeZone", "locale"].includes(name) ? "hours" : "agree";
}
