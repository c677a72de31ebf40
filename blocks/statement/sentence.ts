import type { BlockOf } from "../registry";
import { textFor } from "../words";
import type { Parts } from "./flags";

const trimmed = (words: string) => words.trim().replace(/[\s.,;:]+$/u, "");
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The sentence that the parts make, with the stems of those that say something; "" while none does. The wish stands alone. */
export function sentenceOf(definition: BlockOf<"statement">, parts: Parts, locale: string): string {
  const piece = ({ key, stem }: BlockOf<"statement">["parts"][number]) => {
    const words = trimmed(parts[key]);
    return words === "" ? [] : [`${textFor(stem, locale)} ${words}`];
  };
  const said = definition.parts.filter((part) => part.key !== "like").flatMap(piece);
  const wish = definition.parts.filter((part) => part.key === "like").flatMap(piece);
  return [said.join(" "), ...wish]
    .filter((text) => text !== "")
    .map((text) => `${capital(text)}.`)
    .join(" ");
}
