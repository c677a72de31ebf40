import type { Strategy } from "@/content/schema";

export const beTransparent: Strategy = {
  key: "be-transparent",
  area: "trust",
  minutes: 20,
  cadence: { every: "week", times: 1 },
  mode: "EACH",
  joint: true,
  blocks: [
    {
      kind: "read",
      id: "before-you-share",
      title: { en: "Before you share", es: "Antes de compartir" },
      body: [
        {
          en: "This is for what goes on inside you day by day. A new big fact, such as an affair, money or a wish to leave, belongs in the room with your therapist.",
          es: "Esto es para lo que pasa en ti día a día. Un hecho nuevo y grande, como una infidelidad, un asunto de dinero o las ganas de irte, es para hablarlo en la sesión con tu terapeuta.",
        },
        {
          en: "What you share waits for 24 hours before it reaches your partner. Until then you can change it or take it back.",
          es: "Lo que compartes espera 24 horas antes de llegar a tu pareja. Mientras tanto puedes cambiarlo o retirarlo.",
        },
      ],
    },
    {
      kind: "prompt",
      id: "open-share",
      label: { en: "Share openly", es: "Compartir con claridad" },
      caution: {
        en: "Is this news that could turn things upside down? Keep it for the room.",
        es: "¿Es una noticia que podría ponerlo todo de cabeza? Guárdala para la sesión.",
      },
      parts: [
        {
          key: "thought",
          label: { en: "What I thought", es: "Lo que pensé" },
          hint: {
            en: "Name one moment. “When you went quiet, I thought …”",
            es: "Nombra un momento. “Cuando te quedaste en silencio, pensé…”",
          },
        },
        {
          key: "felt",
          label: { en: "What I felt", es: "Lo que sentí" },
          hint: {
            en: "One or two plain words will do: sad, hopeful, left out.",
            es: "Una o dos palabras bastan: tristeza, ilusión, miedo.",
          },
        },
        {
          key: "want-you-to-know",
          label: { en: "What I want you to know", es: "Lo que quiero que sepas" },
          hint: {
            en: "Say what you would like them to do with it. Often it is just to listen.",
            es: "Di qué te gustaría que haga con eso. Muchas veces es solo escuchar.",
          },
        },
      ],
      collect: false,
      reveal: "at-once",
      reach: "partner",
      holdHours: 24,
    },
    {
      kind: "plan",
      id: "hard-talk",
      label: { en: "Plan a hard talk", es: "Planear una charla difícil" },
      fields: [
        {
          key: "topic",
          label: { en: "The one thing I want to talk about", es: "El único tema del que quiero hablar" },
        },
        { key: "hope", label: { en: "What I hope for by the end", es: "Lo que espero al final" } },
        {
          key: "opening",
          label: { en: "My first sentence", es: "Mi primera frase" },
          hint: {
            en: "Start soft: “There is something I would like you to know.”",
            es: "Empieza con suavidad: “Hay algo que me gustaría que supieras”.",
          },
        },
        { key: "when-where", label: { en: "When and where", es: "Cuándo y dónde" } },
        {
          key: "stop",
          label: { en: "How we can pause if it gets too much", es: "Cómo hacer una pausa si se vuelve demasiado" },
        },
      ],
      afterwards: { en: "How did it go, in a line or two?", es: "¿Cómo fue, en una o dos líneas?" },
      reach: "author",
    },
  ],
  text: {
    en: {
      title: "Be transparent",
      promise: "Less to guess at, more to lean on.",
      summary:
        "Share one thing that went on inside you this week: what you thought, what you felt, and what you want your partner to know.",
      why: "When we keep quiet to avoid a hard talk, the other is left to guess, and most people guess the worst. Small, true words shared often make it easier to believe each other. You choose what to share and when; being open does not mean having no door of your own.",
      steps: [
        "Think back over your week. Pick one moment that stayed with you.",
        "Write what you thought and what you felt. Keep to your own side of it.",
        "Add what you want your partner to know, and what you need from them, if anything.",
        "Read it once more as if it came to you. Is it true? Is it kind?",
        "Choose who may read it. If you share it, you have 24 hours to change it or take it back.",
        "When your partner shares, start with “Thank you for telling me”. You can ask or answer later.",
      ],
      tiny: {
        title: "One true line",
        text: "Finish this line: “Today I was a bit …, because …” Share it, or keep it. Both count.",
      },
      notWhen: [
        "What you share might be used against you, or you are afraid of how your partner will react. Tell your therapist in private.",
        "You carry a new big fact, such as an affair, a debt or a plan to leave. It belongs in the room, with your therapist there.",
        "Being open has come to mean handing over your phone, your passwords or where you are. That is not what this is.",
      ],
    },
    es: {
      title: "Ser transparente",
      promise: "Menos que adivinar, más en qué apoyarse.",
      summary:
        "Comparte una cosa que te pasó por dentro esta semana: qué pensaste, qué sentiste y qué quieres que tu pareja sepa.",
      why: "Cuando callamos para evitar una charla difícil, la otra persona tiene que adivinar, y casi siempre adivina lo peor. Decir cosas pequeñas y ciertas, con frecuencia, ayuda a volver a creer. Tú eliges qué compartes y cuándo: ser transparente no es quedarte sin un espacio tuyo.",
      steps: [
        "Piensa en tu semana. Elige un momento que se te quedó dentro.",
        "Escribe qué pensaste y qué sentiste. Habla solo de tu lado.",
        "Añade lo que quieres que tu pareja sepa y, si hace falta, qué necesitas.",
        "Léelo otra vez como si te llegara a ti. ¿Es cierto? ¿Es amable?",
        "Elige quién puede leerlo. Si lo compartes, tienes 24 horas para cambiarlo o retirarlo.",
        "Cuando tu pareja comparta algo, empieza por “gracias por contármelo”. Ya habrá tiempo de preguntar o responder.",
      ],
      tiny: {
        title: "Una línea sincera",
        text: "Completa esta frase: “Hoy sentí un poco de…, porque…”. Compártela o guárdala. Las dos cosas valen.",
      },
      notWhen: [
        "Lo que compartas podría usarse contra ti, o te da miedo cómo va a reaccionar tu pareja. Cuéntaselo a tu terapeuta a solas.",
        "Tienes que contar un hecho nuevo y grande, como una infidelidad, una deuda o un plan de irte. Es para la sesión, con tu terapeuta presente.",
        "Te piden que entregues tu teléfono, tus claves o tu ubicación para demostrar algo. Esto no es para eso.",
      ],
    },
  },
};
