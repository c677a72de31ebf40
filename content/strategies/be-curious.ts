import type { Strategy } from "@/content/schema";

export const beCurious: Strategy = {
  key: "be-curious",
  area: "connection",
  minutes: 10,
  cadence: { every: "week", times: 3 },
  mode: "EACH",
  joint: true,
  blocks: [
    {
      kind: "deck",
      id: "question-of-the-day",
      deck: "questions",
      label: { en: "Question of the day", es: "La pregunta del día" },
      play: "answer-mutual",
      draw: 1,
      levels: [1],
    },
    {
      kind: "read",
      id: "keep-asking",
      title: { en: "Ways to keep asking", es: "Formas de seguir preguntando" },
      body: [
        { en: "“What was that like for you?”", es: "“¿Cómo fue eso para ti?”" },
        { en: "“What made it good?” or “What made it hard?”", es: "“¿Qué lo hizo bueno?” o “¿qué lo hizo difícil?”" },
        { en: "“Is there more to it?”", es: "“¿Hay algo más?”" },
      ],
    },
  ],
  text: {
    en: {
      title: "Be curious",
      promise: "There is always more of your partner to get to know.",
      summary: "Answer one light question, and read your partner’s answer when both are in. Then ask one thing more.",
      why: "People change, and it is easy to go on living with an old picture of each other. A real question says: what goes on in you matters to me. A few minutes of being asked, and listened to, can warm a whole day.",
      steps: [
        "Read the question of the day. Answer it with the first true thing that comes to you.",
        "If it is not for you today, pass. It rests for you both, and no one has to say why.",
        "Once both answers are in, read what your partner wrote. Read it twice.",
        "Ask one thing you do not know the answer to, such as “What was that like?”",
        "Just listen. No advice, no jokes at their cost, no “I knew it”.",
      ],
      tiny: {
        title: "One real question",
        text: "Ask “What was the best minute of your day?” Then ask one thing more about the answer.",
      },
      notWhen: [
        "Questions are used to check up on you, or your answers are held against you. Tell your therapist in private.",
        "You want to find something out. Say so openly, or bring it to a session.",
        "Your partner is trying to rest, work or be alone. Ask later.",
        "Something big has just come out between you. Take that to your therapist first; light questions can wait.",
      ],
    },
    es: {
      title: "Sentir curiosidad",
      promise: "Siempre queda algo de tu pareja por conocer.",
      summary:
        "Responde una pregunta ligera y lee la respuesta de tu pareja cuando estén las dos. Después, pregunta algo más.",
      why: "La gente cambia, y es fácil seguir viviendo con una imagen vieja de la otra persona. Una pregunta sincera dice: me importa lo que pasa en ti. Unos minutos de preguntas y de escucha pueden alegrar todo un día.",
      steps: [
        "Lee la pregunta del día. Responde con lo primero que sea cierto.",
        "Si hoy no es para ti, déjala pasar. Descansa para ustedes dos y nadie tiene que explicar nada.",
        "Cuando estén las dos respuestas, lee lo que escribió tu pareja. Léelo dos veces.",
        "Pregunta algo que no sepas, por ejemplo: “¿Cómo fue eso para ti?”.",
        "Solo escucha. Sin consejos, sin burlas y sin “ya lo sabía”.",
      ],
      tiny: {
        title: "Una pregunta de verdad",
        text: "Pregunta: “¿Cuál fue el mejor minuto de tu día?”. Después, pregunta una cosa más sobre la respuesta.",
      },
      notWhen: [
        "Las preguntas sirven para vigilarte, o tus respuestas se usan en tu contra. Cuéntaselo a tu terapeuta a solas.",
        "Quieres averiguar algo. Dilo con claridad, o llévalo a una sesión.",
        "Tu pareja quiere descansar, trabajar o estar a solas. Pregunta más tarde.",
        "Algo grande acaba de salir a la luz. Llévenlo primero a su terapeuta; las preguntas ligeras pueden esperar.",
      ],
    },
  },
};
