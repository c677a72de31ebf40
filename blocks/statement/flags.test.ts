import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flags, flagsOf } from "./flags";

const english = {
  alwaysNever: [
    "you never listen",
    "You always come home late",
    "you’re always on your phone",
    "you are never here",
    "you just never ask",
    "you have never once asked me",
    "because you constantly interrupt",
    "Why do you always do that",
    "you don’t ever help",
    "never do you say thank you",
    "every time you do this",
  ],
  hiddenAccusation: [
    "I feel that you do not care",
    "I feel like you are hiding something",
    "I feel as if you were somewhere else",
    "I feel you are not trying",
    "I feel ignored",
    "I feel ignored by you",
    "I feel manipulated by you",
    "I feel so betrayed",
    "I really feel like you do not want this",
    "I feel taken for granted",
  ],
  nothing: [
    "I feel sad",
    "I feel close to you",
    "I feel lonely when you leave",
    "I feel loved by you",
    "I feel let down",
    "I always worry when it gets late",
    "when you leave I never know what to do",
    "I never told you this",
    "on Sunday you left the room while I was talking",
    "I would like you to sit with me",
    "I would like us to always eat together",
    "I feel threatened",
    "I feel unsafe with you",
    "I feel attacked",
    "I used to feel calm",
    "nevertheless you came",
  ],
};
const spanish = {
  alwaysNever: [
    "nunca me escuchas",
    "siempre me interrumpes",
    "Siempre llegas tarde",
    "tú siempre haces lo mismo",
    "tú nunca preguntas",
    "no me escuchas nunca",
    "me gritas siempre",
    "nunca has querido hablar",
    "siempre estás con el teléfono",
    "nunca me escuchaste",
    "jamás me ayudas",
    "cada vez que me dejas con la palabra en la boca",
    "siempre tú con lo mismo",
  ],
  hiddenAccusation: [
    "siento que tú no quieres",
    "siento que no me escuchas",
    "Siento que me mientes",
    "siento como si tú estuvieras en otra parte",
    "me siento ignorada",
    "me siento ignorado por ti",
    "me siento manipulada por ti",
    "me siento muy juzgade",
    "siento que me has mentido",
    "siento que eres injusto",
  ],
  nothing: [
    "siento tristeza",
    "siento cercanía contigo",
    "me siento sola",
    "siempre me siento sola cuando sales",
    "nunca sé qué decir",
    "siempre nos reímos los domingos",
    "nunca les dije esto a mis amigos",
    "siento que mis días son largos",
    "cuando el domingo saliste de la sala mientras yo hablaba",
    "me gustaría que te sentaras conmigo",
    "siempre vamos con prisa",
    "me siento amenazada",
    "siento miedo",
    "siento que nos falta tiempo",
    "los lunes siempre trabajo",
  ],
};

const table = { en: english, es: spanish };

describe.each(["en", "es"] as const)("the gentle remarks in %s", (locale) => {
  it.each(table[locale].alwaysNever)("notice the count in: %s", (text) => {
    expect(flagsOf(text, locale)).toContain("alwaysNever");
  });

  it.each(table[locale].hiddenAccusation)("notice a thought dressed as a feeling in: %s", (text) => {
    expect(flagsOf(text, locale)).toContain("hiddenAccusation");
  });

  it.each(table[locale].nothing)("leave alone: %s", (text) => {
    expect(flagsOf(text, locale)).toEqual([]);
  });

  it("read any text without an end", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 5000 }), (text) =>
        Array.isArray(flagsOf(text, locale, true)),
      ),
    );
    const long = "siempre me you never ".repeat(250);
    const before = performance.now();
    flagsOf(long, locale, true);
    flagsOf("a ".repeat(2500), locale, true);
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe("the remarks on a sentence in parts", () => {
  const within = (text: string) => flags({ feel: "", when: text, because: "", like: "" }).map(({ flag }) => flag);

  it.each(["alwaysNever", "hiddenAccusation"] as const)(
    "notice %s in either language, whatever the page speaks",
    (kind) => {
      for (const text of [...english[kind], ...spanish[kind]])
        expect(
          within(text).filter((flag) => flag === kind),
          text,
        ).toEqual([kind]);
    },
  );

  it("leave alone in both languages what one of them leaves alone", () => {
    for (const text of [...english.nothing, ...spanish.nothing]) expect(within(text), text).toEqual([]);
  });

  it("read the first part after its stem", () => {
    const rest = { when: "", because: "", like: "" };
    expect(flags({ feel: "that you do not care", ...rest })).toEqual([{ part: "feel", flag: "hiddenAccusation" }]);
    expect(flags({ feel: "ignored", ...rest })).toEqual([{ part: "feel", flag: "hiddenAccusation" }]);
    expect(flags({ feel: "que me ignoras", ...rest })).toEqual([{ part: "feel", flag: "hiddenAccusation" }]);
    expect(flags({ feel: "close to you", ...rest })).toEqual([]);
  });

  it("say in which part something stands, in the order of the sentence", () => {
    const parts = { feel: "ignored", when: "you never call", because: "it matters to me", like: "a call on Sunday" };
    expect(flags(parts)).toEqual([
      { part: "feel", flag: "hiddenAccusation" },
      { part: "when", flag: "alwaysNever" },
    ]);
  });
});
