import type { Strategy } from "@/content/schema";

export const listenActively: Strategy = {
  key: "listen-actively",
  area: "communication",
  minutes: 20,
  cadence: { every: "week", times: 1 },
  mode: "TOGETHER",
  joint: true,
  blocks: [
    {
      kind: "timer",
      id: "turns",
      label: { en: "Take turns", es: "Por turnos" },
      turnMinutes: 4,
      turns: 4,
      speaker: {
        en: "You speak. Stay with one thing, and use short sentences. You end the turn when you are done.",
        es: "Te toca hablar. Quédate en un solo tema y usa frases cortas. Tú cierras el turno cuando termines.",
      },
      listener: {
        en: "You listen. Do not answer yet. At the end, say what you heard in your own words.",
        es: "Te toca escuchar. Todavía no respondas. Al final, di con tus palabras lo que oíste.",
      },
      answers: {
        gotIt: { en: "Got it", es: "Eso es" },
        almost: { en: "Almost", es: "Casi" },
        sayAgain: { en: "Let me say it again", es: "Te lo digo de nuevo" },
      },
      breakMinutes: 20,
      breakLabel: { en: "Take 20", es: "Pausa de 20" },
      lowHeatTopics: [
        {
          en: "A part of your day that went better than you thought",
          es: "Algo de tu día que salió mejor de lo que creías",
        },
        { en: "A place you would love to see one day", es: "Un lugar que te encantaría conocer" },
        { en: "A song, a show or a book that stays with you", es: "Una canción, una serie o un libro que te acompaña" },
        { en: "Someone who was good to you when you were small", es: "Alguien que te trató bien en tu infancia" },
        { en: "What a free morning would look like", es: "Cómo sería una mañana libre" },
        { en: "Something you would like to learn", es: "Algo que te gustaría aprender" },
      ],
    },
    {
      kind: "scale",
      id: "heard",
      label: { en: "How heard did you feel?", es: "¿Cuánto sentiste que te escucharon?" },
      low: { en: "Not at all", es: "Nada" },
      high: { en: "Fully", es: "Del todo" },
    },
  ],
  text: {
    en: {
      title: "Listen actively",
      promise: "Feeling heard comes before being agreed with.",
      summary:
        "Take turns to talk and to listen for a few minutes each. The listener says back what they heard before anyone answers.",
      why: "In a tense talk, most of us plan our reply while the other is still speaking. Saying back what you heard slows things down and shows that the words arrived. You do not have to agree to understand.",
      steps: [
        "Put your phones on silent and sit where you can see or hear each other well.",
        "Pick an easy topic. Keep the first two rounds light, so you can learn the steps.",
        "One of you speaks for up to four minutes. The speaker says when the turn is over.",
        "The listener sums it up: “What I heard is …” The speaker says “got it”, “almost” or “let me say it again”.",
        "Swap places. Do two turns each.",
        "If it gets too hot, either of you can say “take 20”. Say when you will be back, and come back then.",
      ],
      tiny: {
        title: "Two minutes, one turn",
        text: "Ask “How was today, really?” Listen for one minute, then say back what you heard. Nothing to fix.",
      },
      notWhen: [
        "You are afraid of what may follow if you speak freely. Tell your therapist in private.",
        "There has been hitting, threats or forced sex. This exercise is not made for that. Your therapist can help you find what is safe.",
        "One of you has just learned of an affair, a debt or a plan to leave. Bring it to your next session first.",
        "Either of you has been drinking a lot, or is too tired to be kind.",
      ],
    },
    es: {
      title: "Escuchar de verdad",
      promise: "Sentir que te escuchan va antes que estar de acuerdo.",
      summary:
        "Hablen y escuchen por turnos, unos minutos cada vez. Quien escucha repite lo que oyó antes de que nadie responda.",
      why: "En una charla tensa, casi siempre pensamos la respuesta mientras la otra persona aún habla. Repetir lo que oíste baja el ritmo y muestra que las palabras llegaron. No hace falta estar de acuerdo para entender.",
      steps: [
        "Pongan los teléfonos en silencio y busquen un lugar donde puedan verse u oírse bien.",
        "Elijan un tema fácil. Que las dos primeras rondas sean ligeras, para aprender los pasos.",
        "Una persona habla hasta cuatro minutos. Quien habla dice cuándo termina el turno.",
        "Quien escucha resume: “Lo que oí es…”. Quien habló dice “eso es”, “casi” o “te lo digo de nuevo”.",
        "Cambien de lugar. Hagan dos turnos por persona.",
        "Si la charla se calienta, cualquiera puede pedir una pausa de 20 minutos. Digan a qué hora vuelven, y vuelvan.",
      ],
      tiny: {
        title: "Dos minutos, un turno",
        text: "Pregunta: “¿Cómo estuvo tu día, de verdad?”. Escucha un minuto y di lo que oíste. No hay nada que arreglar.",
      },
      notWhen: [
        "Te da miedo lo que pueda pasar si hablas con libertad. Cuéntaselo a tu terapeuta a solas.",
        "Ha habido golpes, amenazas o sexo a la fuerza. Este ejercicio no es para eso. Tu terapeuta puede ayudarte a ver qué es seguro.",
        "Acaba de saberse una infidelidad, una deuda o un plan de irse. Llévenlo primero a la próxima sesión.",
        "Alguien ha bebido mucho, o tiene tanto cansancio que le cuesta ser amable.",
      ],
    },
  },
};
