import type { ContentLocale } from "@/content/schema";

/** A wording rule of the house: `pattern` matches what a text may not say. */
type Rule = { name: string; pattern: RegExp };

const everywhere: readonly Rule[] = [
  { name: "exclamation mark", pattern: /[!¡]/u },
  { name: "em dash", pattern: /\u2014/u },
  { name: "straight quote", pattern: /["']/u },
  { name: "doubled space", pattern: / {2}/u },
];

const word = (name: string, inner: string): Rule => ({
  name,
  pattern: new RegExp(`(?<![\\p{L}])(?:${inner})(?![\\p{L}])`, "iu"),
});

const english: readonly Rule[] = [
  word(
    "assumes marriage",
    "husbands?|wife|wives|spouses?|marriages?|married|marital|weddings?|honeymoon|anniversary|in-laws",
  ),
  word("assumes children", "kids?|child(?:ren)?|babies|baby|parenting|family of four"),
  word("assumes gender", "boyfriends?|girlfriends?|fianc[eé]e?|he|she|him|his|hers?|man|woman|men|women"),
  word(
    "jargon",
    "trigger(?:s|ed)?|attachment style|codependen\\w*|narcissis\\w*|gasligh\\w*|toxic|trauma\\w*|dysregulat\\w*|validat\\w*|coping|intimacy work",
  ),
  word("blames", "your fault|to blame|you should have|grow up|get over it"),
];

const spanish: readonly Rule[] = [
  word("presupone matrimonio", "espos[oa]s?|marido|matrimonio|casad[oa]s?|bodas?|cónyuges?|suegr[oa]s?|aniversario"),
  word("presupone hijos", "hij[oa]s?|niñ[oa]s?|bebés?|criar"),
  word("presupone género", "novi[oa]s?|prometid[oa]|él|ella|hombres?|mujer(?:es)?"),
  word(
    "adjetivo o pronombre con género",
    "junt[oa]s|amb[oa]s|los dos|cada un[oa]|uno mismo|nosotr[oa]s|cansad[oa]s?|enojad[oa]s?|content[oa]s?|" +
      "agradecid[oa]s?|preocupad[oa]s?|orgullos[oa]s?|nervios[oa]s?|enamorad[oa]s?|querid[oa]s?|amad[oa]s?|" +
      "escuchad[oa]s?|bienvenid[oa]s?|list[oa]s",
  ),
  word("vosotros o usted", "vosotr[oa]s|usted|vuestr[oa]s?|\\p{L}+(?:áis|éis)"),
  word(
    "jerga",
    "detonantes?|apego|codependen\\p{L}*|narcisis\\p{L}*|tóxic[oa]s?|trauma\\p{L}*|disregula\\p{L}*|validar",
  ),
  word("culpa", "tu culpa|deberías haber|madura|supéralo"),
];

const rules: Record<ContentLocale, readonly Rule[]> = {
  en: [...everywhere, ...english],
  es: [...everywhere, ...spanish],
};

/** The house's wording rules that a text breaks, each as "rule: the words found"; empty when it keeps them all. */
export function wordingFaults(text: string, locale: ContentLocale): string[] {
  return rules[locale].flatMap(({ name, pattern }) => {
    const found = pattern.exec(text);
    return found ? [`${name}: ${found[0]}`] : [];
  });
}

/** Every text under a piece of content in one language: whatever sits below a key "en" or "es". */
export function textsIn(value: unknown, locale: ContentLocale): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === locale ? strings(inner) : textsIn(inner, locale)));
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}
