import { z } from "zod";
import { checkInFields } from "@/server/features/check-ins/schema";
import type { OwnCheckIn } from "@/server/features/homework/schema";
import type { Draft } from "./draft-store";

/**
 * The form's own rules are the server's. Without a choice of readers nothing can have been written, so the answer
 * goes where results always go: to the therapist.
 */
export const formSchema = checkInFields.extend({
  result: checkInFields.shape.result.nullable().transform((result, context) => {
    if (result !== null) return result;
    context.addIssue("chooseResult");
    return z.NEVER;
  }),
  visibility: checkInFields.shape.visibility.nullable().transform((visibility) => visibility ?? "THERAPIST"),
});

/** What the form holds: everything unset until chosen. */
export type FormValues = Pick<Draft, "result" | "difficulty" | "usefulness" | "visibility" | "words">;
export type SentValues = z.infer<typeof formSchema>;

export const emptyValues: FormValues = {
  result: null,
  difficulty: null,
  usefulness: null,
  visibility: null,
  words: "",
};

/** The form's values out of a draft or a stored answer. An answer sent in one tap has not chosen its readers yet. */
export function valuesOf(from: Draft | OwnCheckIn): FormValues {
  const { result, difficulty, usefulness } = from;
  const words = from.words ?? "";
  const unchosen = "checkInId" in from && words === "" && from.visibility === "THERAPIST";
  return { result, difficulty, usefulness, words, visibility: unchosen ? null : from.visibility };
}

/** Whether two sets of values say the same. */
export function sameValues(one: FormValues, other: FormValues): boolean {
  const sameRatings = one.difficulty === other.difficulty && one.usefulness === other.usefulness;
  return (
    one.result === other.result && sameRatings && one.words.trim() === other.words.trim() && sameReaders(one, other)
  );
}

const sameReaders = (one: FormValues, other: FormValues) =>
  one.visibility === other.visibility || (one.words.trim() === "" && other.words.trim() === "");
