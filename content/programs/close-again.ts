import type { Program } from "@/content/programs/schema";

export const closeAgain: Program = {
  key: "close-again",
  weeks: [
    {
      strategies: ["small-gestures"],
      opens: "date",
      text: {
        en: {
          title: "Small signs",
          whyNow: "Begin with gestures that ask for nothing back. They make it easier to come near.",
        },
        es: {
          title: "Señales pequeñas",
          whyNow: "Empiecen con gestos que no piden nada a cambio. Hacen más fácil acercarse.",
        },
      },
    },
    {
      strategies: ["make-quality-time", "small-gestures"],
      opens: "date",
      text: {
        en: { title: "An hour for two", whyNow: "With a bit more warmth around, set an hour aside. Keep it simple." },
        es: {
          title: "Una hora en pareja",
          whyNow: "Con un poco más de calor, aparten una hora. Que sea algo sencillo.",
        },
      },
    },
    {
      strategies: ["be-curious", "make-quality-time"],
      opens: "date",
      text: {
        en: {
          title: "Ask and be asked",
          whyNow: "Light questions lead to deeper ones. Find out what is new in each other.",
        },
        es: {
          title: "Preguntar y responder",
          whyNow: "Las preguntas ligeras abren paso a las hondas. Descubran qué hay de nuevo en la otra persona.",
        },
      },
    },
    {
      strategies: ["be-vulnerable"],
      opens: "therapist",
      text: {
        en: {
          title: "A step deeper",
          whyNow: "This week opens when your therapist thinks it will feel safe for each of you. You can always pass.",
        },
        es: {
          title: "Un paso más hondo",
          whyNow:
            "Esta semana se abre cuando tu terapeuta crea que es seguro para cada quien. Siempre puedes decir que no.",
        },
      },
    },
    {
      strategies: ["be-vulnerable", "small-gestures"],
      opens: "date",
      text: {
        en: {
          title: "Handle with care",
          whyNow: "After opening up, small kind gestures say: I will look after what you showed me.",
        },
        es: {
          title: "Tratar con cuidado",
          whyNow: "Después de abrirse, un gesto amable dice: voy a cuidar lo que me mostraste.",
        },
      },
    },
    {
      strategies: ["make-quality-time", "do-things-together"],
      opens: "date",
      text: {
        en: { title: "Keep the door open", whyNow: "Choose what you want to go on with, and put it in the calendar." },
        es: { title: "Dejar la puerta abierta", whyNow: "Elijan con qué quieren seguir y pónganlo en el calendario." },
      },
    },
  ],
  text: {
    en: {
      title: "Close again",
      promise: "Small steps back to warmth, at the pace of the slower one.",
      summary:
        "Six weeks of kind gestures, time for two and questions that go a little deeper. Touch is never required.",
    },
    es: {
      title: "Volver a sentirse cerca",
      promise: "Pasos pequeños hacia el cariño, al ritmo de quien necesite más tiempo.",
      summary:
        "Seis semanas de gestos amables, tiempo en pareja y preguntas un poco más hondas. El contacto nunca es obligatorio.",
    },
  },
};
