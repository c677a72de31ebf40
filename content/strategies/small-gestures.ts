import type { Strategy } from "@/content/schema";

export const smallGestures: Strategy = {
  key: "small-gestures",
  area: "intimacy",
  minutes: 5,
  cadence: { every: "week", times: 3 },
  mode: "EACH",
  joint: true,
  blocks: [
    {
      kind: "deck",
      id: "gestures",
      deck: "gestures",
      label: { en: "Pick a gesture", es: "Elige un gesto" },
      play: "pick-one",
      draw: 3,
    },
    {
      kind: "note",
      id: "love-note",
      label: { en: "Leave a note", es: "Dejar una nota" },
      hint: {
        en: "Pick when it arrives. You will not be told whether it was read, and no answer is needed.",
        es: "Elige cuándo llega. No sabrás si se leyó, y no hace falta respuesta.",
      },
      starters: [
        { en: "I saw how you", es: "Vi cómo" },
        { en: "Today I thought of you when", es: "Hoy pensé en ti cuando" },
        { en: "Thank you for", es: "Gracias por" },
        { en: "One thing I like about you is", es: "Algo que me gusta de ti es" },
        { en: "It made me smile when", es: "Me hizo sonreír que" },
      ],
    },
    {
      kind: "read",
      id: "touch",
      title: { en: "About touch", es: "Sobre el contacto" },
      body: [
        {
          en: "Most cards have nothing to do with touch. You can put touch aside with “Touch: not now”; only you will know.",
          es: "Casi ninguna tarjeta tiene que ver con el contacto. Puedes dejarlo aparte con “Contacto: por ahora no”; solo lo sabrás tú.",
        },
        {
          en: "If you would like to touch, ask first. A no is as good as a yes.",
          es: "Si te gustaría un contacto, pregunta antes. Un no vale tanto como un sí.",
        },
      ],
    },
  ],
  text: {
    en: {
      title: "Small gestures of affection",
      promise: "Small signs that say: I see you, and I am glad.",
      summary: "Do one small, kind thing for your partner today. Pick a card, write a note, or think of your own.",
      why: "Care is felt in small things more than in grand ones: a warm word, a full glass of water, a note that was not expected. Done often, they remind your partner that they matter to you. They work best when nothing is asked in return.",
      steps: [
        "Draw three cards and pick the one that feels most like you. Or make up your own.",
        "Think of your partner: what would feel good to them, in their day?",
        "Do it without a speech, and without waiting for thanks.",
        "If it has to do with touch, ask first and take any answer well.",
        "When a gesture comes to you, notice it. A small “I saw that” is plenty.",
      ],
      tiny: {
        title: "Six words",
        text: "Send one short line: “I thought of you just now.” Add nothing. That is the whole gesture.",
      },
      notWhen: [
        "You feel that you have to be sweet to stay safe. Tell your therapist in private.",
        "Your partner has asked for space. To leave them be is the gesture.",
        "You want to make up for a real hurt. A gift cannot do the work of an apology.",
        "Something big has just come out between you. A kind gesture cannot carry that; bring it to a session.",
      ],
    },
    es: {
      title: "Pequeños gestos de cariño",
      promise: "Señales pequeñas que dicen: te veo y me alegra.",
      summary: "Haz hoy algo pequeño y amable por tu pareja. Elige una tarjeta, escribe una nota o inventa algo tuyo.",
      why: "El cariño se siente más en lo pequeño que en lo grandioso: una palabra cálida, un vaso de agua, una nota que nadie esperaba. Si se repite, recuerda a tu pareja que te importa. Funciona mejor cuando no pides nada a cambio.",
      steps: [
        "Saca tres tarjetas y elige la que más se parezca a ti. O inventa un gesto tuyo.",
        "Piensa en tu pareja: ¿qué le haría bien hoy, en su día?",
        "Hazlo sin discursos y sin esperar las gracias.",
        "Si tiene que ver con el contacto, pregunta antes y toma bien cualquier respuesta.",
        "Cuando el gesto sea para ti, nótalo. Un sencillo “lo vi” es suficiente.",
      ],
      tiny: {
        title: "Cinco palabras",
        text: "Manda una línea corta: “Justo ahora pensé en ti”. No añadas nada. Ese es todo el gesto.",
      },
      notWhen: [
        "Sientes que tienes que ser amable para no correr peligro. Cuéntaselo a tu terapeuta a solas.",
        "Tu pareja pidió espacio. Dárselo es el gesto.",
        "Quieres compensar una herida de verdad. Un regalo no puede hacer el trabajo de una disculpa.",
        "Algo grande acaba de salir a la luz. Un gesto amable no puede con eso; llévenlo a una sesión.",
      ],
    },
  },
};
