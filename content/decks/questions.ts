import { deeperQuestions } from "@/content/decks/questions-deeper";
import { deepestQuestions } from "@/content/decks/questions-deepest";
import { lightQuestions } from "@/content/decks/questions-light";
import type { QuestionCard } from "@/content/decks/schema";

/** Every question, in rising depth. */
export const questions: readonly QuestionCard[] = [...lightQuestions, ...deeperQuestions, ...deepestQuestions];
