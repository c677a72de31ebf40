import type { Strategy } from "@/content/schema";

export const checkInRegularly: Strategy = {
  key: "check-in-regularly",
  area: "communication",
  minutes: 30,
  cadence: { every: "week", times: 1 },
  mode: "TOGETHER",
  joint: true,
  blocks: [
    {
      kind: "plan",
      id: "our-time",
      label: { en: "Our weekly time", es: "Nuestro rato de la semana" },
      fields: [
        { key: "day-hour", label: { en: "Day and hour", es: "Día y hora" } },
        {
          key: "where",
          label: { en: "Where, or on which call", es: "Dónde, o por qué llamada" },
          hint: { en: "Somewhere calm, with a door or a walk.", es: "Un lugar tranquilo, con puerta o caminando." },
        },
      ],
      reach: "partner",
    },
    {
      kind: "prompt",
      id: "agenda",
      label: { en: "Add to our list", es: "Agregar a nuestra lista" },
      caution: {
        en: "If it would come as a shock, bring it to your therapist first.",
        es: "Si va a caer como un golpe, llévalo primero a tu terapeuta.",
      },
      parts: [
        {
          key: "words",
          hint: { en: "A short line is enough. You both see it.", es: "Basta una línea corta. La ven ustedes dos." },
        },
      ],
      collect: true,
      reveal: "at-once",
      reach: "partner",
    },
    {
      kind: "checklist",
      id: "order",
      label: { en: "The order that helps", es: "El orden que ayuda" },
      items: [
        { en: "One thing each that went well", es: "Una cosa que salió bien, por persona" },
        { en: "One thank-you each", es: "Un gracias por persona" },
        { en: "One thing from the list", es: "Un tema de la lista" },
        { en: "One wish each for the week to come", es: "Un deseo por persona para la semana que viene" },
      ],
    },
    {
      kind: "scale",
      id: "my-week",
      label: { en: "How was this week with us, for you?", es: "Para ti, ¿cómo fue esta semana en pareja?" },
      low: { en: "Hard", es: "Difícil" },
      high: { en: "Good", es: "Buena" },
    },
  ],
  text: {
    en: {
      title: "Check in regularly",
      promise: "Half an hour a week, so small things stay small.",
      summary: "Meet once a week for the state of us: what went well, one thing to talk about, and one wish each.",
      why: "Small hurts pile up when there is never a good time to name them. A set time each week means no one has to pick the moment, and no one is caught off guard. It also makes sure that the good things get said.",
      steps: [
        "Choose a day and an hour that suit you both, and put it in the calendar.",
        "During the week, add what is on your mind to the list. One short line each time.",
        "Begin with the good: each of you names one thing that went well, and says one thank-you.",
        "Take one thing from the list. The rest can wait for next week.",
        "Each of you says one small wish for the week ahead. Pick what you can say yes to.",
        "Stop at the time you set, even in the middle. Then do something nice.",
      ],
      tiny: {
        title: "The two-minute state of us",
        text: "Each say one good thing about this week, and one wish for the next. Then you are done.",
      },
      notWhen: [
        "You do not feel free to say what you think, or you pay for it later. Tell your therapist in private.",
        "You have big news that your partner does not know yet. It belongs in a session.",
        "One of you is ill, worn out or in a rush. Move it to another day, and say which one.",
      ],
    },
    es: {
      title: "Ponerse al día con regularidad",
      promise: "Media hora a la semana, para que lo pequeño siga siendo pequeño.",
      summary:
        "Busquen un rato a la semana para ver cómo van: qué salió bien, un tema para hablar y un deseo de cada parte.",
      why: "Las molestias pequeñas se acumulan cuando nunca es buen momento para nombrarlas. Con un rato fijo, nadie tiene que buscar la ocasión y a nadie le toma por sorpresa. Además, lo bueno no se queda sin decir.",
      steps: [
        "Elijan un día y una hora que les queden bien, y pónganlos en el calendario.",
        "Durante la semana, anota en la lista lo que te ronda la cabeza. Una línea corta cada vez.",
        "Empiecen por lo bueno: cada quien nombra algo que salió bien y da un gracias.",
        "Tomen un solo tema de la lista. Lo demás puede esperar a la otra semana.",
        "Cada quien dice un deseo pequeño para los próximos días. Elijan a qué pueden decir que sí.",
        "Terminen a la hora fijada, aunque quede a medias. Después, hagan algo agradable.",
      ],
      tiny: {
        title: "Cómo vamos, en dos minutos",
        text: "Cada quien dice una cosa buena de esta semana y un deseo para la que viene. Con eso basta.",
      },
      notWhen: [
        "No sientes libertad para decir lo que piensas, o después lo pagas. Cuéntaselo a tu terapeuta a solas.",
        "Tienes una noticia grande que tu pareja aún no conoce. Es para una sesión.",
        "Alguien tiene mala salud, mucho cansancio o mucha prisa. Pasen el rato a otro día y digan cuál.",
      ],
    },
  },
};
