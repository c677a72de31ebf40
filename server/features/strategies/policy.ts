import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { draftOf, strategyOf, untranslated } from "@/content/own/draft";
import { longestTitle } from "@/content/own/lenient";
import type { OwnStrategy } from "@/content/own/schema";
import type { Strategy } from "@/content/schema";
import { strategyByKey } from "@/content/strategies";
import { AppError } from "@/server/errors";

/** A strategy as the immutable row that homework is of: its whole content, named by its hash. */
function rowOf(practiceId: string, strategy: Strategy, createdAt: Date) {
  const text = JSON.stringify(strategy);
  const contentHash = createHash("sha256").update(text).digest("hex");
  return { practiceId, id: uuidv7(), key: strategy.key, contentHash, content: JSON.parse(text), createdAt };
}

/**
 * The row that a library strategy becomes in a practice.
 * @throws AppError INVALID for a key that the library lacks.
 */
export function versionRow(practiceId: string, key: string, createdAt: Date) {
  const strategy = strategyByKey(key);
  if (!strategy) throw new AppError("INVALID");
  return rowOf(practiceId, strategy, createdAt);
}

/**
 * The row that a draft becomes when it is published: each text in both languages, borrowed where one is missing.
 * @throws ZodError where the draft is not complete.
 */
export function ownVersionRow(practiceId: string, strategyId: string, draft: OwnStrategy, createdAt: Date) {
  return { ...rowOf(practiceId, strategyOf(strategyId, draft), createdAt), strategyId };
}

/** The columns of a draft: itself, and how many texts each language lacks. */
export function draftColumns(draft: OwnStrategy) {
  const { en: missingEn, es: missingEs } = untranslated(draft);
  return { draft: JSON.parse(JSON.stringify(draft)), missingEn, missingEs };
}

/** The row of one publishing of an own strategy. */
export function editionRow(
  of: { strategyId: string; number: number; authorId: string },
  version: { practiceId: string; id: string; createdAt: Date },
  published: OwnStrategy,
) {
  const { draft: content, ...missing } = draftColumns(published);
  const { practiceId, id: versionId, createdAt: publishedAt } = version;
  return { ...of, practiceId, id: uuidv7(), versionId, content, ...missing, publishedAt };
}

/** What the library has under a key, as something to write on. @throws AppError NOT_FOUND */
export function libraryDraft(key: string): OwnStrategy {
  const strategy = strategyByKey(key);
  if (!strategy) throw new AppError("NOT_FOUND");
  return draftOf(strategy);
}

const line = (en: string, es: string) => ({ en, es });
const blank = () => line("", "");

/** A draft with nothing in it but what every strategy says: when not to use it. */
export function blankDraft(): OwnStrategy {
  return {
    area: "communication",
    minutes: 10,
    cadence: { every: "week", times: 1 },
    mode: "EACH",
    text: {
      ...{ title: blank(), promise: blank(), summary: blank(), why: blank() },
      steps: [blank(), blank(), blank()],
      tiny: { text: blank() },
      notWhen: [
        line(
          "You are afraid of your partner, or of what may follow. Leave it, and tell your therapist in private.",
          "Tienes miedo de tu pareja, o de lo que pueda pasar después. Déjalo y cuéntaselo a tu terapeuta en privado.",
        ),
      ],
    },
    blocks: [],
  };
}

/** A copy, told apart by its title in each language that has one. */
export function copyOf(draft: OwnStrategy): OwnStrategy {
  const { en, es } = draft.text.title;
  const named = (prefix: string, title: string) => (title === "" ? "" : `${prefix} ${title}`.slice(0, longestTitle));
  return { ...draft, text: { ...draft.text, title: { en: named("Copy of", en), es: named("Copia de", es) } } };
}
