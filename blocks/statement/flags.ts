/** A gentle remark on a draft: counting the other's faults, or a thought about them dressed as a feeling. */
export type Flag = "alwaysNever" | "hiddenAccusation";

type Part = "feel" | "when" | "because" | "like";
export type Parts = Record<Part, string>;

const partOrder: readonly Part[] = ["feel", "when", "because", "like"];

/** Whole words only, in any script: what stands before and after is no letter. */
const whole = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${pattern})(?![\\p{L}\\p{M}])`, "u");

const tidy = (text: string) => text.normalize("NFC").toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();

/* English */

const between =
  "(?:(?:'re|are|were|'ve|have|had|has|do|don't|did|didn't|will|'ll|would|'d|can|can't|could|couldn't|just|only|really|simply|also|still|almost|literally|basically|got|get|to|seem|even|so|too|not|both|all) ?)";
const english = {
  alwaysNever: [
    whole(`you ?${between}{0,3}(?:always|never|constantly)`),
    whole(`you (?:don't|do not|didn't|won't|can't) ever`),
    whole("(?:always|never) (?:do|did|are|were|will|would|can|could|have) you"),
    whole("(?:every time|all the time|each time) you"),
  ],
  /**
   * Words in the form of feelings that say what somebody did. Words that may tell of danger (threatened, attacked,
   * controlled, unsafe) are left alone: whoever writes them must not be told that they accuse.
   */
  hiddenAccusation: [
    whole(
      `i (?:just |really |often |always |sometimes |still |also )?feel (?:that |like |as if |as though |as though )?(?:you|it's you|it is you)`,
    ),
    whole(
      "(?:i feel|i felt|i'm feeling|i am feeling|i feel so|i feel very|i feel a bit|i feel really|i feel completely|i feel totally) (?:and )?(?:so |very |a bit |really |completely |totally |always |often |constantly |being )?(?:ignored|manipulated|betrayed|abandoned|neglected|rejected|judged|blamed|criticised|criticized|disrespected|dismissed|disregarded|belittled|invalidated|cheated|misled|deceived|tricked|used|taken for granted|put down|lied to|provoked|pressured|unappreciated|unsupported|misunderstood|unheard|unwanted|patronised|patronized|victimised|victimized)",
    ),
  ],
};

/* Spanish */

/** Words on -s that are no verb in the second person. */
const noVerb =
  "(?!(?:mis|tus|sus|los|las|les|nos|unos|unas|más|menos|después|entonces|ellos|ellas|nosotros|nosotras|estos|estas|esos|esas|nuestros|nuestras|vosotros|otros|otras|muchos|muchas|todos|todas|ambos|ambas|dos|tres|seis|es|cosas|veces|días|meses|antes|lejos|detrás|atrás|jamás|quizás|además|\\p{L}*mos)(?!\\p{L}))";
const clitics = "(?:no )?(?:(?:me|te|nos|lo|la|le|les|se) ){0,2}";
const auxiliary = "(?:has|habías|hayas|estás|estabas|vas a|ibas a|sueles|puedes|quieres|tienes que)";
const second = `(?:${auxiliary}|${noVerb}\\p{L}+(?:s|ste))`;
const spanish = {
  alwaysNever: [
    whole("(?:tú|vos|usted) (?:\\p{L}+ ){0,2}(?:siempre|nunca|jamás)"),
    whole(`(?:siempre|nunca|jamás) (?:eres|estás|has|vas|${clitics}${second})`),
    whole("(?:siempre|nunca|jamás) (?:tú|vos|usted)"),
    whole(`(?:no (?:me |nos |te |le |les |lo |la )?|me |nos )${second} (?:\\p{L}+ )?(?:siempre|nunca|jamás)`),
    whole(`(?:cada vez que|todo el tiempo) ${clitics}${second}`),
  ],
  hiddenAccusation: [
    whole(`siento (?:como )?(?:que|si) (?:tú|vos|usted|eres tú|es tu culpa|${clitics}${second})`),
    whole(
      "(?:me siento|me sentí|me he sentido|siento|sentí) (?:tan |muy |un poco |algo |siempre |como )?(?:ignorad|manipulad|traicionad|abandonad|descuidad|rechazad|juzgad|culpad|criticad|despreciad|menospreciad|invalidad|engañad|usad|utilizad|humillad|presionad|provocad|incomprendid)(?:o|a|e|x|@)s?",
    ),
    whole("me siento (?:tan |muy |un poco |algo )?(?:poco valorad|poco apreciad|poco apoyad)(?:o|a|e|x|@)"),
  ],
};

const rules = { en: english, es: spanish };
/** The word that opens the sentence, so that "that you …" in its first gap is read as "I feel that you …". */
const opening = { en: "i feel", es: "siento" };
const opensItself = { en: /^i(?:'m| am)? feel/, es: /^(?:me )?siento/ };

/** The flags of one text. `feels` where it stands after "I feel". */
export function flagsOf(text: string, locale: "en" | "es", feels = false): Flag[] {
  const plain = tidy(text);
  if (plain === "") return [];
  const whole = feels && !opensItself[locale].test(plain) ? `${opening[locale]} ${plain}` : plain;
  const found = (flag: Flag) => rules[locale][flag].some((rule) => rule.test(whole));
  return (["alwaysNever", "hiddenAccusation"] as const).filter(found);
}

/**
 * Where in a sentence something could be said more gently, part by part in its order. Both languages are looked for, since
 * people write in either, whatever the page speaks. A remark, never a refusal.
 */
export function flags(parts: Parts): { part: Part; flag: Flag }[] {
  return partOrder.flatMap((part) => {
    const found = (["en", "es"] as const).flatMap((locale) => flagsOf(parts[part], locale, part === "feel"));
    return [...new Set(found)].map((flag) => ({ part, flag }));
  });
}
