import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

const sentenceEnd = /[.?!…]+["”»)]*(?:\s|$)/u;
const wordPattern = /\p{L}+(?:['’-]\p{L}+)*/gu;

function wordsOf(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

function sentencesOf(text: string): number {
  const sentences = text.split(sentenceEnd).filter((part) => wordsOf(part).length > 0);
  return Math.max(1, sentences.length);
}

/**
 * United States school grade needed to read an English text (Kincaid et al. 1975, Flesch–Kincaid grade level).
 * Throws a RangeError on a text without words.
 */
export function englishGrade(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) throw new RangeError("The text has no words");
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence: sentencesOf(text), word: words.length, syllable: syllables });
}

const vowelRun = /[aeiouáéíóúü]+/gu;
const strongOrStressed = /[aeoáéíóú]/u;
const silentU = /(?<=q)u(?=[eéií])|(?<=g)u(?=[eéií])/gu;
const vowelY = /y(?![aeiouáéíóúü])/gu;

/** Nuclei in a run of vowels: two strong ones, or a stressed weak one beside a strong one, stand apart. */
function nucleiIn(run: string): number {
  const strong = Array.from(run).filter((vowel) => strongOrStressed.test(vowel)).length;
  return Math.max(1, strong);
}

/**
 * Syllables of a Spanish word, at least 1. Rules of diphthong and hiatus after the Ortografía de la lengua
 * española (RAE 2010, I.3.2); "y" counts as a vowel where no vowel follows; an "h" between vowels always keeps them
 * apart here, which at most counts one syllable too many.
 */
export function spanishSyllables(word: string): number {
  const plain = word.toLowerCase().normalize("NFC").replace(silentU, "").replace(vowelY, "i");
  const runs = plain.match(vowelRun) ?? [];
  return Math.max(
    1,
    runs.reduce((sum, run) => sum + nucleiIn(run), 0),
  );
}

/**
 * INFLESZ score of a Spanish text, 0 (very hard) to 100 (very easy); 55 or more is plain for most adults.
 * Formula: Szigriszt Pazos 1993; scale: Barrio-Cantalejo et al. 2008, An Sist Sanit Navar 31(2):135-152.
 * Throws a RangeError on a text without words.
 */
export function inflesz(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) throw new RangeError("The text has no words");
  const syllables = words.reduce((sum, word) => sum + spanishSyllables(word), 0);
  return 206.835 - (62.3 * syllables) / words.length - words.length / sentencesOf(text);
}
