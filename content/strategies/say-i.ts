import type { Strategy } from "@/content/schema";

export const sayI: Strategy = {
  key: "say-i",
  area: "communication",
  minutes: 10,
  cadence: { every: "week", times: 2 },
  mode: "EACH",
  joint: false,
  blocks: [
    {
      kind: "statement",
      id: "i-statement",
      label: { en: "Build your sentence", es: "Arma tu frase" },
      parts: [
        {
          key: "feel",
          stem: { en: "I feel", es: "Siento" },
          hint: { en: "A feeling, in one word", es: "Una emoción, en una palabra" },
        },
        {
          key: "when",
          stem: { en: "when", es: "cuando" },
          hint: { en: "What a camera would have seen", es: "Lo que habría visto una cámara" },
        },
        {
          key: "because",
          stem: { en: "because", es: "porque" },
          hint: { en: "Why it matters to you", es: "Por qué te importa" },
        },
        {
          key: "like",
          stem: { en: "I would like", es: "Me gustaría" },
          hint: { en: "One small thing that would help", es: "Una cosa pequeña que ayudaría" },
        },
      ],
      feelings: [
        { en: "sad", es: "tristeza" },
        { en: "hurt", es: "dolor" },
        { en: "lonely", es: "soledad" },
        { en: "worried", es: "preocupación" },
        { en: "scared", es: "miedo" },
        { en: "angry", es: "enojo" },
        { en: "tired", es: "cansancio" },
        { en: "ashamed", es: "vergüenza" },
        { en: "let down", es: "desilusión" },
        { en: "confused", es: "confusión" },
        { en: "hopeful", es: "esperanza" },
        { en: "grateful", es: "gratitud" },
        { en: "calm", es: "calma" },
        { en: "close to you", es: "cercanía" },
      ],
      flags: {
        alwaysNever: {
          en: "“Always” and “never” invite a fight over the count. Could you name one time instead?",
          es: "“Siempre” y “nunca” invitan a discutir la cuenta. ¿Podrías nombrar una sola vez?",
        },
        hiddenAccusation: {
          en: "This may be a thought about your partner more than a feeling of yours. What is the feeling under it?",
          es: "Esto parece más una idea sobre tu pareja que una emoción tuya. ¿Qué emoción hay debajo?",
        },
      },
      aloud: {
        en: "Now say it aloud once, by yourself. Change what does not sound like you.",
        es: "Ahora dilo una vez en voz alta, a solas. Cambia lo que no suene a ti.",
      },
    },
  ],
  text: {
    en: {
      title: "Say “I”",
      promise: "Say what it is like for you, so it can be heard.",
      summary:
        "Turn one complaint into a sentence that starts with “I feel”. Build it here, say it aloud, and use it when the time is right.",
      why: "A sentence that starts with “you never” makes most people put up their guard. “I feel left out when we plan things late” tells the same truth and leaves room to answer. It does not make your feelings smaller; it makes them easier to hear.",
      steps: [
        "Think of one small thing that bothered you this week. Start small.",
        "Say what you felt, in one word: sad, worried, left out.",
        "Say when it came up. Name one time, and only what a camera would have seen.",
        "Say why it matters to you.",
        "Ask for one small thing that would help. A wish works better than a rule.",
        "Say it aloud once by yourself. If it feels right and safe, say it to your partner at a calm time.",
      ],
      tiny: {
        title: "Just the feeling",
        text: "Finish this line: “I feel …” Find the one word that fits best today. You do not have to share it.",
      },
      notWhen: [
        "Saying how you feel has led to threats, hitting or days of cold silence. Keep your words for your therapist, in private.",
        "You are in the middle of a fight. Let it cool down first.",
        "What you need to name is harm, not a habit. You do not have to put harm into gentle words.",
        "Something big has just come out between you. Bring it to a session first; one sentence is too small for it.",
      ],
    },
    es: {
      title: "Hablar desde el “yo”",
      promise: "Decir cómo lo vives tú, para que te puedan escuchar.",
      summary:
        "Convierte una queja en una frase que empiece por “siento”. Ármala aquí, dila en voz alta y úsala en un buen momento.",
      why: "Una frase que empieza por “tú nunca” hace que casi cualquiera se ponga en guardia. “Siento tristeza cuando me entero tarde de los planes” dice la misma verdad y deja espacio para responder. No hace más pequeño lo que sientes: lo hace más fácil de oír.",
      steps: [
        "Piensa en una cosa que te molestó esta semana. Empieza por algo pequeño.",
        "Di con una sola palabra qué sentiste. Por ejemplo: miedo, pena, enojo.",
        "Di cuándo pasó. Nombra una sola vez, y solo lo que habría visto una cámara.",
        "Di por qué te importa.",
        "Pide una cosa pequeña que ayudaría. Un deseo funciona mejor que una regla.",
        "Dilo una vez en voz alta, a solas. Si te suena bien y es seguro, díselo a tu pareja en un momento de calma.",
      ],
      tiny: {
        title: "Solo la emoción",
        text: "Completa esta frase: “Siento…”. Busca la palabra que mejor te queda hoy. No hace falta compartirla.",
      },
      notWhen: [
        "Decir lo que sientes ha traído amenazas, golpes o días de silencio. Guarda tus palabras para tu terapeuta, a solas.",
        "Están en plena pelea. Deja que primero se enfríe.",
        "Lo que tienes que nombrar es un daño y no una costumbre. Un daño no hay que decirlo con suavidad.",
        "Algo grande acaba de salir a la luz. Llévenlo primero a una sesión; una frase es muy poco para eso.",
      ],
    },
  },
};
