import type { Program } from "@/content/programs/schema";

export const friendsFirst: Program = {
  key: "friends-first",
  weeks: [
    {
      strategies: ["be-curious"],
      opens: "date",
      text: {
        en: {
          title: "Get to know each other again",
          whyNow: "Friends ask. A few light questions are the easiest way to begin.",
        },
        es: {
          title: "Volver a conocerse",
          whyNow: "La amistad empieza por preguntar. Unas preguntas ligeras son la forma más fácil de empezar.",
        },
      },
    },
    {
      strategies: ["be-curious", "celebrate-small-wins"],
      opens: "date",
      text: {
        en: {
          title: "Be on the same side",
          whyNow: "Now that you hear more of each other’s days, be glad about the good parts.",
        },
        es: { title: "Estar del mismo lado", whyNow: "Ahora que saben más del día a día, alégrense por lo bueno." },
      },
    },
    {
      strategies: ["do-things-together"],
      opens: "date",
      text: {
        en: {
          title: "Play a little",
          whyNow: "Talking is not the only way to be close. Find something you both enjoy.",
        },
        es: {
          title: "Jugar un poco",
          whyNow: "Hablar no es la única forma de estar cerca. Busquen algo que disfruten.",
        },
      },
    },
    {
      strategies: ["do-things-together", "celebrate-small-wins"],
      opens: "date",
      text: {
        en: { title: "Do it again", whyNow: "What you repeat becomes yours. Pick one thing to keep." },
        es: { title: "Repetirlo", whyNow: "Lo que se repite se vuelve de ustedes. Elijan una cosa para seguir." },
      },
    },
  ],
  text: {
    en: {
      title: "Friends first",
      promise: "Like each other again, before you solve anything.",
      summary: "Four light weeks to ask, cheer, play and spend time as friends do.",
    },
    es: {
      title: "Primero la amistad",
      promise: "Volver a caerse bien, antes de resolver nada.",
      summary: "Cuatro semanas ligeras para hacer preguntas, celebrar, jugar y pasar un buen rato.",
    },
  },
};
