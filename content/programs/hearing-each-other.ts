import type { Program } from "@/content/programs/schema";

export const hearingEachOther: Program = {
  key: "hearing-each-other",
  weeks: [
    {
      strategies: ["be-curious"],
      opens: "date",
      text: {
        en: {
          title: "Warm up",
          whyNow: "Start with light questions. It is easier to listen when you are not on guard.",
        },
        es: {
          title: "Entrar en calor",
          whyNow: "Empiecen con preguntas ligeras. Es más fácil escuchar cuando no estás a la defensiva.",
        },
      },
    },
    {
      strategies: ["listen-actively"],
      opens: "date",
      text: {
        en: {
          title: "One speaks, one listens",
          whyNow: "Learn the steps with easy topics, so they are there when you need them.",
        },
        es: {
          title: "Una voz a la vez",
          whyNow: "Aprendan los pasos con temas fáciles, para tenerlos a mano cuando hagan falta.",
        },
      },
    },
    {
      strategies: ["listen-actively", "say-i"],
      opens: "date",
      text: {
        en: { title: "Start with “I”", whyNow: "Listening gets easier when the words are easier to hear." },
        es: { title: "Empezar por el “yo”", whyNow: "Escuchar es más fácil cuando las palabras llegan con suavidad." },
      },
    },
    {
      strategies: ["say-i", "celebrate-small-wins"],
      opens: "date",
      text: {
        en: {
          title: "Say the good things too",
          whyNow: "You have practised how to say what hurts. Give what goes well as much room.",
        },
        es: {
          title: "Decir también lo bueno",
          whyNow: "Practicaron cómo decir lo que duele. Denle el mismo espacio a lo que va bien.",
        },
      },
    },
    {
      strategies: ["check-in-regularly", "listen-actively"],
      opens: "date",
      text: {
        en: {
          title: "Pick your moment",
          whyNow: "You know how to talk and listen. Now give it a set time, so it does not wait for a fight.",
        },
        es: {
          title: "Elegir el momento",
          whyNow: "Ya saben hablar y escuchar. Ahora pónganle hora, para no esperar a una pelea.",
        },
      },
    },
    {
      strategies: ["check-in-regularly"],
      opens: "date",
      text: {
        en: { title: "Make it yours", whyNow: "Keep the weekly talk, and shape it so that it fits you both." },
        es: {
          title: "Hacerlo a su manera",
          whyNow: "Mantengan la charla de cada semana y denle la forma que mejor les quede.",
        },
      },
    },
  ],
  text: {
    en: {
      title: "Hearing each other",
      promise: "Less fighting to be heard, more being heard.",
      summary: "Six weeks to slow down your talks, listen in turns and say what you need.",
    },
    es: {
      title: "Escucharse mejor",
      promise: "Menos pelear para que te oigan, más sentir que te oyen.",
      summary: "Seis semanas para hablar con más calma, escuchar por turnos y decir lo que necesitas.",
    },
  },
};
