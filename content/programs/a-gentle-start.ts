import type { Program } from "@/content/programs/schema";

export const aGentleStart: Program = {
  key: "a-gentle-start",
  weeks: [
    {
      strategies: ["small-gestures"],
      opens: "date",
      text: {
        en: { title: "One kind thing", whyNow: "Start where no talk is needed. A small kindness changes the air." },
        es: {
          title: "Una cosa amable",
          whyNow: "Empiecen por donde no hace falta hablar. Un gesto amable cambia el aire.",
        },
      },
    },
    {
      strategies: ["be-curious"],
      opens: "date",
      text: {
        en: { title: "One question", whyNow: "With a bit more warmth, ask something light and enjoy the answer." },
        es: {
          title: "Una pregunta",
          whyNow: "Con un poco más de calor, pregunten algo ligero y disfruten la respuesta.",
        },
      },
    },
    {
      strategies: ["listen-actively"],
      opens: "date",
      text: {
        en: {
          title: "One turn each",
          whyNow: "You have asked and answered. Now try to listen for a few minutes, with the clock to help you.",
        },
        es: {
          title: "Un turno por persona",
          whyNow: "Ya preguntaron y respondieron. Ahora prueben a escuchar unos minutos, con la ayuda del reloj.",
        },
      },
    },
  ],
  text: {
    en: {
      title: "A gentle start",
      promise: "Three small weeks, one small thing at a time.",
      summary:
        "For couples who are tired or not sure where to begin. One easy strategy a week, with a tiny version for hard days.",
    },
    es: {
      title: "Un comienzo suave",
      promise: "Tres semanas sencillas, una cosa pequeña cada vez.",
      summary:
        "Para parejas con cansancio o que no saben por dónde empezar. Una estrategia fácil por semana, con una versión mínima para los días duros.",
    },
  },
};
