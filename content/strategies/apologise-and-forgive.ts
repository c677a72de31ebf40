import type { Strategy } from "@/content/schema";

export const apologiseAndForgive: Strategy = {
  key: "apologise-and-forgive",
  area: "trust",
  minutes: 25,
  cadence: { every: "two-weeks", times: 1 },
  mode: "JUST_YOU",
  joint: true,
  blocks: [
    {
      kind: "repair",
      id: "apology",
      parts: [
        {
          key: "did",
          label: { en: "What I did", es: "Lo que hice" },
          hint: {
            en: "One thing, in plain words, with no reasons yet.",
            es: "Una sola cosa, con palabras claras y sin explicar todavía por qué.",
          },
        },
        {
          key: "effect",
          label: { en: "What it did to you", es: "Lo que eso te hizo" },
          hint: {
            en: "As best you know it. If you are not sure, say so.",
            es: "Hasta donde lo sabes. Si no tienes la certeza, dilo.",
          },
        },
        {
          key: "amends",
          label: { en: "What I will do now", es: "Lo que voy a hacer ahora" },
          hint: { en: "Something your partner could see happen.", es: "Algo que tu pareja pueda ver." },
        },
      ],
      butFlag: {
        en: "There is a “but” or an “if” here. It can sound like taking the words back. Would it still be true without it?",
        es: "Aquí hay un “pero” o un “si”. Puede sonar como si retiraras lo dicho. ¿Seguiría siendo cierto sin eso?",
      },
      delivery: {
        en: "Your therapist reads this first. It reaches your partner in the room, or when they say they want it.",
        es: "Tu terapeuta lo lee primero. Llega a tu pareja en la sesión, o cuando diga que quiere recibirlo.",
      },
      answers: {
        heard: { en: "I heard it", es: "Te escuché" },
        notYet: { en: "Not yet", es: "Todavía no" },
        somethingElse: { en: "I need something else", es: "Necesito otra cosa" },
      },
    },
    {
      kind: "read",
      id: "on-forgiving",
      title: { en: "If you are the one who was hurt", es: "Si la herida es tuya" },
      body: [
        {
          en: "You do not owe anyone an answer, and every answer is a good one.",
          es: "No le debes a nadie una respuesta, y todas las respuestas son buenas.",
        },
        {
          en: "To forgive is not to forget, or to say it was fine. It can come in small pieces, or late, or not at all. Your therapist can help you find what you need.",
          es: "Perdonar no es olvidar ni decir que no fue nada. Puede llegar a pedazos, o tarde, o no llegar. Tu terapeuta puede ayudarte a ver qué necesitas.",
        },
      ],
    },
  ],
  text: {
    en: {
      title: "Apologise and forgive",
      promise: "Own your part with no “but”, and let time do its part.",
      summary:
        "Write an apology for one thing you did: what it was, how it hurt, and what you will do now. Your therapist reads it with you first.",
      why: "An apology helps when it names the hurt and asks for nothing back. Reasons can wait, because they often sound like a way out. To forgive is not to forget: it makes room for something new to grow, and it cannot be rushed.",
      steps: [
        "Pick one thing you did. Write it down plainly, with no reasons yet.",
        "Write how it was for your partner, as best you know. If you are not sure, say so.",
        "Take out every “but” and “if”. See if it still stands.",
        "Write what you will do now to make it better. Choose something your partner can see.",
        "Let your therapist read it. It is given in the room, or when your partner says they want it.",
        "Whatever the answer is, thank your partner for it. “Not yet” is a full answer.",
      ],
      tiny: {
        title: "One line, for you",
        text: "Write one line: “I did …, and it was hard on you.” Keep it for your therapist. You do not have to send a thing.",
      },
      notWhen: [
        "You are afraid of your partner, or you often say sorry just to keep the peace. Tell your therapist in private.",
        "Someone is pushing you to forgive, or to be done with it by a set day.",
        "The hurt is still going on. First it has to stop.",
        "A secret has just come out. There are steps that come before this one, and your therapist will help you take them.",
      ],
    },
    es: {
      title: "Pedir perdón y perdonar",
      promise: "Hacerte cargo de tu parte sin “peros”, y dejar que el tiempo haga la suya.",
      summary:
        "Escribe una disculpa por una sola cosa que hiciste: qué fue, cómo dolió y qué vas a hacer ahora. Tu terapeuta la lee primero contigo.",
      why: "Una disculpa ayuda cuando nombra la herida y no pide nada a cambio. Las razones pueden esperar, porque suelen sonar a excusa. Perdonar no es olvidar: es dejar sitio para que crezca algo nuevo, y no se puede apurar.",
      steps: [
        "Elige una cosa que hiciste. Escríbela con palabras claras y sin explicar todavía por qué.",
        "Escribe cómo fue para tu pareja, hasta donde lo sabes. Si no tienes la certeza, dilo.",
        "Quita cada “pero” y cada “si”. Mira si lo demás se sostiene.",
        "Escribe qué vas a hacer ahora para que mejore. Que sea algo que tu pareja pueda ver.",
        "Deja que tu terapeuta lo lea. Se entrega en la sesión, o cuando tu pareja diga que lo quiere.",
        "Sea cual sea la respuesta, da las gracias. “Todavía no” es una respuesta completa.",
      ],
      tiny: {
        title: "Una línea, para ti",
        text: "Escribe una línea: “Hice…, y fue duro para ti”. Guárdala para tu terapeuta. No hace falta enviar nada.",
      },
      notWhen: [
        "Tienes miedo de tu pareja, o pides perdón muchas veces solo para que haya paz. Cuéntaselo a tu terapeuta a solas.",
        "Alguien te empuja a perdonar o le pone fecha a tu perdón.",
        "Lo que duele sigue pasando. Primero tiene que parar.",
        "Acaba de salir a la luz un secreto. Hay pasos que van antes que este, y tu terapeuta te ayudará a darlos.",
      ],
    },
  },
};
