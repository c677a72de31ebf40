import type { QuestionCard } from "@/content/decks/schema";

/** Level 3: fears, doubts and what is hard to say. */
export const deepestQuestions: readonly QuestionCard[] = [
  {
    key: "years-ahead",
    level: 3,
    text: {
      en: "What scares you when you think of the years ahead?",
      es: "¿Qué te da miedo cuando piensas en los años que vienen?",
    },
  },
  {
    key: "not-enough",
    level: 3,
    text: { en: "When do you feel that you are not enough?", es: "¿Cuándo sientes que no eres suficiente?" },
  },
  {
    key: "feeling-hidden",
    level: 3,
    text: {
      en: "Which feeling do you tend to hide, and what would help you show it?",
      es: "¿Qué emoción sueles esconder, y qué te ayudaría a mostrarla?",
    },
  },
  {
    key: "old-hurt",
    level: 3,
    text: {
      en: "Is there an old hurt, from long before me, that still speaks up at times?",
      es: "¿Hay una herida vieja, de mucho antes de conocerme, que todavía habla a veces?",
    },
  },
  {
    key: "lonely-in-company",
    level: 3,
    text: {
      en: "When do you feel lonely, even with people around?",
      es: "¿Cuándo sientes soledad, aun con gente alrededor?",
    },
  },
  {
    key: "need-hard-to-say",
    level: 3,
    text: {
      en: "What do you need from me that you find hard to say?",
      es: "¿Qué necesitas de mí que te cuesta decir?",
    },
  },
  {
    key: "forgive-yourself",
    level: 3,
    text: { en: "What would you like to forgive yourself for?", es: "¿Qué cosa tuya te gustaría perdonar por fin?" },
  },
  {
    key: "tired-of-being-strong",
    level: 3,
    text: {
      en: "When do you feel you have to be strong, and would rather not?",
      es: "¿Cuándo sientes que tienes que ser fuerte y preferirías no serlo?",
    },
  },
  {
    key: "sad-to-lose",
    level: 3,
    text: { en: "What would you be most sad to lose between us?", es: "¿Qué te daría más tristeza que perdiéramos?" },
  },
  {
    key: "needed-when-small",
    level: 3,
    text: { en: "What did you need more of when you were small?", es: "¿Qué te hizo más falta en tu infancia?" },
  },
  {
    key: "kind-word-for-your-body",
    level: 3,
    text: {
      en: "How do you feel in your body these days, and what would be kind to hear?",
      es: "¿Cómo te sientes con tu cuerpo estos días, y qué te haría bien oír?",
    },
  },
  {
    key: "close-to-tears",
    level: 3,
    text: {
      en: "What last brought you to tears, or close to it?",
      es: "¿Qué fue lo último que te hizo llorar, o casi?",
    },
  },
  {
    key: "hardly-dare-to-hope",
    level: 3,
    text: {
      en: "What do you hope for us that you hardly dare to say?",
      es: "¿Qué esperas para nuestra relación que casi no te atreves a decir?",
    },
  },
  {
    key: "safe-to-be-honest",
    level: 3,
    text: {
      en: "What helps you feel safe enough to be honest with me?",
      es: "¿Qué te ayuda a sentir que puedes decirme la verdad sin miedo?",
    },
  },
  {
    key: "hard-to-tell-me",
    level: 3,
    text: {
      en: "What gets in the way when you want to tell me something hard?",
      es: "¿Qué te frena cuando quieres decirme algo difícil?",
    },
  },
  {
    key: "if-they-knew",
    level: 3,
    text: {
      en: "What do you fear people would think if they knew you fully?",
      es: "¿Qué temes que pensaría la gente si te conociera del todo?",
    },
  },
  {
    key: "said-in-time",
    level: 3,
    text: {
      en: "What would you like to say to someone you love while there is time?",
      es: "¿Qué te gustaría decirle a alguien que quieres, mientras hay tiempo?",
    },
  },
  {
    key: "being-cared-for",
    level: 3,
    text: {
      en: "What makes it hard to let someone take care of you?",
      es: "¿Qué te hace difícil dejar que alguien te cuide?",
    },
  },
  {
    key: "doubt-at-night",
    level: 3,
    text: {
      en: "Which doubt about yourself comes to you at night?",
      es: "¿Qué duda sobre ti te visita por las noches?",
    },
  },
  {
    key: "still-miss",
    level: 3,
    text: { en: "Who or what do you still miss?", es: "¿A quién o qué echas de menos todavía?" },
  },
  {
    key: "to-be-known-for",
    level: 3,
    text: {
      en: "How would you like to be remembered by the people close to you?",
      es: "¿Cómo te gustaría que te recordara la gente que quieres?",
    },
  },
];
