import type { Strategy } from "@/content/schema";

export const beVulnerable: Strategy = {
  key: "be-vulnerable",
  area: "intimacy",
  minutes: 20,
  cadence: { every: "week", times: 1 },
  mode: "EACH",
  joint: true,
  blocks: [
    {
      kind: "read",
      id: "your-pace",
      title: { en: "At your own pace", es: "A tu ritmo" },
      body: [
        {
          en: "The questions start easy and grow deeper. You can look at one before you say yes to it, and you can pass on any of them.",
          es: "Las preguntas empiezan fáciles y se vuelven más hondas. Puedes ver una antes de aceptarla y dejar pasar cualquiera.",
        },
        {
          en: "Your answer stays with you until you both have answered. Then you both see both, at the same time.",
          es: "Tu respuesta se queda contigo hasta que respondan ustedes dos. Entonces se ven las dos, al mismo tiempo.",
        },
      ],
    },
    {
      kind: "deck",
      id: "deeper",
      deck: "questions",
      label: { en: "A deeper question", es: "Una pregunta más honda" },
      play: "answer-mutual",
      draw: 3,
      levels: [2, 3],
    },
    {
      kind: "choice",
      id: "receive",
      label: { en: "When you read my answer, please", es: "Cuando leas mi respuesta, por favor" },
      multiple: false,
      options: [
        { value: "just-read", label: { en: "Just read it", es: "Solo léela" } },
        {
          value: "tell-me-you-read",
          label: { en: "Tell me one thing that touched you", es: "Dime una cosa que te llegó" },
        },
        { value: "ask-me", label: { en: "Ask me more about it", es: "Pregúntame más" } },
        { value: "be-near", label: { en: "Spend a little time with me", es: "Quédate un rato conmigo" } },
      ],
      reach: "partner",
    },
  ],
  text: {
    en: {
      title: "Be vulnerable",
      promise: "Let yourself be known, a little at a time.",
      summary:
        "Choose one question about a hope, a fear or a doubt. Answer it in your own time; you see each other’s answers only when both are in.",
      why: "We feel close to people who let us see what is under the surface, and who are gentle with what we show them. It takes some risk, so go in small steps. A small true thing, met with kindness, makes the next one easier.",
      steps: [
        "Look through the questions. Pick one that feels a little brave, but not too much.",
        "Take your time to answer. Write as if to someone who is on your side.",
        "Read it over. Share only what you would still be glad to have shared tomorrow.",
        "Say how you would like it to be received: just read, asked about, or with some time side by side.",
        "When you read your partner’s answer, say thank you first. Do not fix it or weigh it.",
        "What you learn here is not for use in a fight, not even a fair one.",
      ],
      tiny: {
        title: "One small hope",
        text: "Finish this line: “Something I hope for, and do not often say, is …” Keep it, or share it when you like.",
      },
      notWhen: [
        "What you open up about is later used to hurt, shame or control you. Tell your therapist in private.",
        "You feel pushed to answer, or to go deeper than you want.",
        "Your question is really a way to get your partner to admit something.",
        "You are in a very dark place. Call a crisis line or your therapist first; this can wait.",
        "Something big has just come out between you. Take that to your therapist first; depth can wait.",
      ],
    },
    es: {
      title: "Mostrarse vulnerable",
      promise: "Dejar que te conozcan, poco a poco.",
      summary:
        "Elige una pregunta sobre una esperanza, un miedo o una duda. Responde a tu ritmo; las respuestas se ven solo cuando estén las dos.",
      why: "Sentimos cerca a quien nos deja ver lo que hay debajo y trata con cuidado lo que mostramos. Tiene su riesgo, así que ve con pasos pequeños. Una verdad pequeña, recibida con cariño, hace más fácil la siguiente.",
      steps: [
        "Mira las preguntas. Elige una que te pida un poco de valor, pero no demasiado.",
        "Tómate tu tiempo para responder. Escribe como a alguien que está de tu lado.",
        "Léelo otra vez. Comparte solo lo que mañana te alegraría haber compartido.",
        "Di cómo te gustaría que se reciba: solo leer, preguntar, o pasar un rato cerca.",
        "Cuando leas la respuesta de tu pareja, primero da las gracias. No la corrijas ni la juzgues.",
        "Lo que sepas por aquí no se usa en una pelea, ni siquiera en una justa.",
      ],
      tiny: {
        title: "Una esperanza pequeña",
        text: "Completa esta frase: “Algo que espero, y que casi no digo, es…”. Guárdala, o compártela cuando quieras.",
      },
      notWhen: [
        "Lo que cuentas se usa después para herirte, avergonzarte o controlarte. Cuéntaselo a tu terapeuta a solas.",
        "Sientes presión para responder, o para ir más hondo de lo que quieres.",
        "En el fondo, la pregunta busca que tu pareja confiese algo.",
        "Estás pasando por un momento muy oscuro. Llama primero a una línea de crisis o a tu terapeuta; esto puede esperar.",
        "Algo grande acaba de salir a la luz. Llévenlo primero a su terapeuta; lo hondo puede esperar.",
      ],
    },
  },
};
