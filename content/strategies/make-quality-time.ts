import type { Strategy } from "@/content/schema";

export const makeQualityTime: Strategy = {
  key: "make-quality-time",
  area: "intimacy",
  minutes: 60,
  cadence: { every: "week", times: 1 },
  mode: "TOGETHER",
  joint: true,
  blocks: [
    {
      kind: "deck",
      id: "ideas",
      deck: "date-ideas",
      label: { en: "Ideas for your time and budget", es: "Ideas según su tiempo y su dinero" },
      play: "match",
      draw: 6,
    },
    {
      kind: "plan",
      id: "our-date",
      label: { en: "Our plan", es: "Nuestro plan" },
      fields: [
        { key: "what", label: { en: "What", es: "Qué" } },
        { key: "when", label: { en: "When", es: "Cuándo" } },
        { key: "where", label: { en: "Where, or on which call", es: "Dónde, o por qué llamada" } },
        {
          key: "phones",
          label: { en: "Where the phones will be", es: "Dónde van a estar los teléfonos" },
          hint: { en: "In a bag, in a drawer, face down.", es: "En un bolso, en un cajón, boca abajo." },
        },
        { key: "rain-plan", label: { en: "If it falls through, we will", es: "Si no se puede, haremos" } },
      ],
      afterwards: { en: "How did it feel, in a word or two?", es: "¿Cómo se sintió, en una o dos palabras?" },
      reach: "partner",
    },
  ],
  text: {
    en: {
      title: "Make quality time",
      promise: "An hour that belongs to the two of you.",
      summary: "Agree on one thing to do this week, with no screens and no chores. A walk or a pot of soup will do.",
      why: "Closeness needs time with nothing else to do. It does not have to cost much or be special; what counts is that you are both really there. Time that is planned is far more likely to happen than time that is left over.",
      steps: [
        "Each look through the ideas and pick what you like. Start with what is free and near.",
        "Agree on one. If you cannot, take turns to choose, week by week.",
        "Say when and where, and what you will do if it falls through.",
        "When it starts, put the phones away. Leave plans, bills and old fights for another time.",
        "Share one thing you liked before you part or go to sleep.",
      ],
      tiny: {
        title: "Two minutes, side by side",
        text: "Share a cup of something, or a call with the camera on. No phones in hand and nothing to solve.",
      },
      notWhen: [
        "You feel unsafe when it is just the two of you. Tell your therapist in private.",
        "You would only be going to avoid a scene. You are free to say no to a date.",
        "You are in the first days after a shock. Ask your therapist when time like this may help again.",
      ],
    },
    es: {
      title: "Dedicarse tiempo de calidad",
      promise: "Una hora que es de ustedes y de nadie más.",
      summary:
        "Acuerden una cosa para hacer esta semana, sin pantallas ni pendientes. Un paseo o una sopa caliente bastan.",
      why: "La cercanía necesita un rato sin nada más que hacer. No tiene que costar mucho ni ser especial: lo que cuenta es estar ahí de verdad. El tiempo que se planea llega a pasar; el que sobra, casi nunca.",
      steps: [
        "Cada quien mira las ideas y elige las que le gustan. Empiecen por lo gratis y lo cercano.",
        "Acuerden una. Si no pueden, elijan por turnos, una semana cada quien.",
        "Digan cuándo y dónde, y qué harán si no se puede.",
        "Cuando empiece, guarden los teléfonos. Dejen para otro momento los planes, las cuentas y las peleas viejas.",
        "Antes de despedirse o de dormir, digan una cosa que les gustó.",
      ],
      tiny: {
        title: "Dos minutos, lado a lado",
        text: "Tomen algo en compañía, o hagan una llamada con la cámara encendida. Sin nada en la mano y sin nada que resolver.",
      },
      notWhen: [
        "Sientes que no es seguro estar a solas con tu pareja. Cuéntaselo a tu terapeuta en privado.",
        "Irías solo para evitar un problema. Puedes decir que no a una cita.",
        "Acaban de pasar por un golpe fuerte. Pregunta a tu terapeuta cuándo puede ayudar de nuevo un rato así.",
      ],
    },
  },
};
