import type { QuestionCard } from "@/content/decks/schema";

/** Level 1: light questions, for any day. */
export const lightQuestions: readonly QuestionCard[] = [
  {
    key: "best-minute",
    level: 1,
    text: { en: "What was the best minute of your day?", es: "¿Cuál fue el mejor minuto de tu día?" },
  },
  {
    key: "small-treat",
    level: 1,
    text: { en: "What small treat never fails to cheer you up?", es: "¿Qué pequeño gusto siempre te alegra?" },
  },
  {
    key: "song-in-my-head",
    level: 1,
    text: { en: "Which song have you had in your head lately?", es: "¿Qué canción te ronda la cabeza estos días?" },
  },
  {
    key: "free-morning",
    level: 1,
    text: {
      en: "If you had a free morning with nothing to do, how would you spend it?",
      es: "Si tuvieras una mañana libre, sin nada que hacer, ¿en qué la pasarías?",
    },
  },
  {
    key: "smell-of-a-place",
    level: 1,
    text: { en: "Which smell takes you straight back to a place?", es: "¿Qué olor te lleva de golpe a un lugar?" },
  },
  {
    key: "food-when-small",
    level: 1,
    text: { en: "What did you love to eat when you were small?", es: "¿Qué te encantaba comer en tu infancia?" },
  },
  {
    key: "learn-for-fun",
    level: 1,
    text: { en: "What would you like to learn, just for fun?", es: "¿Qué te gustaría aprender, solo por gusto?" },
  },
  {
    key: "place-to-show",
    level: 1,
    text: {
      en: "Which place would you show me if we could go anywhere today?",
      es: "¿Qué lugar me mostrarías si hoy pudiéramos ir a donde fuera?",
    },
  },
  {
    key: "last-laugh",
    level: 1,
    text: { en: "What made you laugh in the last few days?", es: "¿Qué te hizo reír en estos días?" },
  },
  {
    key: "your-weather",
    level: 1,
    text: { en: "What kind of weather feels most like you?", es: "¿Qué clima se parece más a ti?" },
  },
  {
    key: "hidden-skill",
    level: 1,
    text: { en: "What are you better at than most people know?", es: "¿Qué se te da mejor de lo que la gente cree?" },
  },
  {
    key: "watch-again",
    level: 1,
    text: {
      en: "Which film or show could you watch again and again?",
      es: "¿Qué película o serie podrías ver una y otra vez?",
    },
  },
  {
    key: "hour-of-the-day",
    level: 1,
    text: { en: "Which hour of the day do you like best, and why?", es: "¿Qué hora del día te gusta más, y por qué?" },
  },
  {
    key: "kind-stranger",
    level: 1,
    text: {
      en: "When was a stranger last kind to you?",
      es: "¿Cuándo fue la última vez que alguien que no conocías te trató bien?",
    },
  },
  {
    key: "looked-up-to",
    level: 1,
    text: { en: "Who did you look up to when you were ten?", es: "¿A quién admirabas a los diez años?" },
  },
  {
    key: "thing-with-a-story",
    level: 1,
    text: { en: "Which thing that you own has a story?", es: "¿Qué cosa tuya tiene una historia?" },
  },
  {
    key: "quiet-place",
    level: 1,
    text: {
      en: "Where do you go, for real or in your mind, to find some quiet?",
      es: "¿A dónde vas, de verdad o en tu mente, para hallar un poco de calma?",
    },
  },
  {
    key: "looking-forward",
    level: 1,
    text: {
      en: "What are you looking forward to in the next few weeks?",
      es: "¿Qué te hace ilusión de las próximas semanas?",
    },
  },
  {
    key: "animal-for-a-day",
    level: 1,
    text: {
      en: "If you were an animal for a day, which one would you be?",
      es: "Si fueras un animal por un día, ¿cuál serías?",
    },
  },
  {
    key: "could-not-wait-to-tell",
    level: 1,
    text: {
      en: "What was the last thing that you could not wait to tell someone?",
      es: "¿Qué fue lo último que no podías esperar para contar?",
    },
  },
  {
    key: "games-when-small",
    level: 1,
    text: { en: "What did you love to play when you were small?", es: "¿A qué te encantaba jugar en tu infancia?" },
  },
  {
    key: "one-meal",
    level: 1,
    text: {
      en: "If you had to eat one meal all week, what would it be?",
      es: "Si tuvieras que comer el mismo plato toda la semana, ¿cuál sería?",
    },
  },
  {
    key: "small-pride",
    level: 1,
    text: {
      en: "What did you do this week that you are a bit proud of?",
      es: "¿Qué hiciste esta semana que te dio un poco de orgullo?",
    },
  },
  {
    key: "what-rests-you",
    level: 1,
    text: {
      en: "What helps you rest when nothing else does?",
      es: "¿Qué te ayuda a descansar cuando nada más funciona?",
    },
  },
  {
    key: "saying-from-home",
    level: 1,
    text: {
      en: "Which saying from where you grew up do you still like?",
      es: "¿Qué dicho de tu tierra te sigue gustando?",
    },
  },
  {
    key: "small-change",
    level: 1,
    text: {
      en: "What small thing would make your week a little easier?",
      es: "¿Qué cosa pequeña haría tu semana un poco más fácil?",
    },
  },
];
