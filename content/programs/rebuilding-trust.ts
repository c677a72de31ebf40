import type { Program } from "@/content/programs/schema";

export const rebuildingTrust: Program = {
  key: "rebuilding-trust",
  weeks: [
    {
      strategies: ["keep-small-promises"],
      opens: "date",
      text: {
        en: {
          title: "Start with what can be seen",
          whyNow: "Words are hard to trust at first. Small things done on time speak for you.",
        },
        es: {
          title: "Empezar por lo que se ve",
          whyNow: "Al principio cuesta creer en las palabras. Lo pequeño, hecho a tiempo, habla por ti.",
        },
      },
    },
    {
      strategies: ["keep-small-promises", "be-curious"],
      opens: "date",
      text: {
        en: {
          title: "Let some light in",
          whyNow: "Go on with your promises, and add a few easy questions. You are more than what went wrong.",
        },
        es: {
          title: "Que entre algo de luz",
          whyNow: "Sigan con las promesas y añadan unas preguntas fáciles. Ustedes son más que lo que salió mal.",
        },
      },
    },
    {
      strategies: ["keep-small-promises", "listen-actively"],
      opens: "date",
      text: {
        en: { title: "Learn to hear", whyNow: "Hard things are coming up. Learn to listen on easy topics first." },
        es: {
          title: "Aprender a escuchar",
          whyNow: "Lo difícil está por venir. Aprendan a escuchar primero con algo fácil.",
        },
      },
    },
    {
      strategies: ["listen-actively", "say-i"],
      opens: "date",
      text: {
        en: {
          title: "Say it so it can be heard",
          whyNow: "You have practised how to listen. Now practise how to say what hurts without a fight.",
        },
        es: {
          title: "Decirlo de modo que llegue",
          whyNow: "Ya practicaron cómo escuchar. Ahora practiquen cómo decir lo que duele sin pelear.",
        },
      },
    },
    {
      strategies: ["check-in-regularly", "keep-small-promises"],
      opens: "date",
      text: {
        en: {
          title: "Make a place for it",
          whyNow: "A set time each week keeps worries from spilling into every day.",
        },
        es: {
          title: "Darle un lugar",
          whyNow: "Un rato fijo cada semana evita que la preocupación llene todos los días.",
        },
      },
    },
    {
      strategies: ["be-transparent", "check-in-regularly"],
      opens: "date",
      text: {
        en: {
          title: "Open a window",
          whyNow:
            "With a steady rhythm, it is easier to share what goes on inside. Big news still belongs in the room.",
        },
        es: {
          title: "Abrir una ventana",
          whyNow:
            "Con un ritmo firme es más fácil contar lo que pasa por dentro. Lo grande sigue siendo para la sesión.",
        },
      },
    },
    {
      strategies: ["apologise-and-forgive"],
      opens: "therapist",
      text: {
        en: {
          title: "Own your part",
          whyNow:
            "This week opens when your therapist says the time is right. There is no hurry, and no one owes an answer.",
        },
        es: {
          title: "Hacerte cargo de tu parte",
          whyNow:
            "Esta semana se abre cuando tu terapeuta vea que es el momento. No hay prisa, y nadie debe una respuesta.",
        },
      },
    },
    {
      strategies: ["check-in-regularly", "keep-small-promises"],
      opens: "date",
      text: {
        en: {
          title: "Keep what works",
          whyNow: "Look back at what helped most. Choose the habits you want to keep when the program ends.",
        },
        es: {
          title: "Quedarse con lo que sirve",
          whyNow: "Miren qué les ayudó más. Elijan las costumbres que quieren guardar cuando termine el programa.",
        },
      },
    },
  ],
  text: {
    en: {
      title: "Rebuilding trust",
      promise: "From one kept word to a trust you can lean on.",
      summary: "Eight weeks that begin with what can be seen, and go on to what needs to be said.",
    },
    es: {
      title: "Reconstruir la confianza",
      promise: "De una palabra cumplida a una confianza en la que apoyarse.",
      summary: "Ocho semanas que empiezan por lo que se puede ver y siguen con lo que hay que decir.",
    },
  },
};
