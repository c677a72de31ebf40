import type { QuestionCard } from "@/content/decks/schema";

/** Level 2: hopes, habits and what matters. */
export const deeperQuestions: readonly QuestionCard[] = [
  {
    key: "a-year-from-now",
    level: 2,
    text: {
      en: "What do you hope will be different a year from now?",
      es: "¿Qué esperas que sea distinto dentro de un año?",
    },
  },
  {
    key: "meant-more",
    level: 2,
    text: {
      en: "What have I done that meant more to you than I may know?",
      es: "¿Qué hice alguna vez que significó para ti más de lo que creo?",
    },
  },
  {
    key: "last-felt-close",
    level: 2,
    text: { en: "When did you last feel close to me?", es: "¿Cuándo fue la última vez que me sentiste cerca?" },
  },
  {
    key: "hard-day-signs",
    level: 2,
    text: {
      en: "How can I tell that you are having a hard day, before you say so?",
      es: "¿En qué puedo notar que tienes un mal día, antes de que lo digas?",
    },
  },
  {
    key: "when-sad",
    level: 2,
    text: {
      en: "When you are sad, what helps more: words, quiet, company or time alone?",
      es: "Cuando sientes tristeza, ¿qué te ayuda más: palabras, silencio, compañía o un rato a solas?",
    },
  },
  {
    key: "real-apology",
    level: 2,
    text: { en: "What makes an apology feel real to you?", es: "¿Qué hace que una disculpa te parezca sincera?" },
  },
  {
    key: "changed-my-mind",
    level: 2,
    text: {
      en: "What have you changed your mind about over the years?",
      es: "¿Sobre qué has cambiado de idea con los años?",
    },
  },
  {
    key: "a-friend-knows",
    level: 2,
    text: {
      en: "What does a good friend know about you that most people miss?",
      es: "¿Qué sabe de ti una buena amistad que casi nadie nota?",
    },
  },
  {
    key: "small-worry",
    level: 2,
    text: {
      en: "Which small worry keeps coming back these days?",
      es: "¿Qué pequeña preocupación te vuelve estos días?",
    },
  },
  {
    key: "came-through",
    level: 2,
    text: { en: "What have we come through that you are proud of?", es: "¿Qué hemos superado que te da orgullo?" },
  },
  {
    key: "get-wrong",
    level: 2,
    text: { en: "What do I tend to get wrong about you?", es: "¿Qué suelo entender mal de ti?" },
  },
  {
    key: "love-where-you-grew-up",
    level: 2,
    text: { en: "How did people show love where you grew up?", es: "¿Cómo se mostraba el cariño donde creciste?" },
  },
  { key: "time-alone", level: 2, text: { en: "What does time alone give you?", es: "¿Qué te da el tiempo a solas?" } },
  {
    key: "dream-put-away",
    level: 2,
    text: {
      en: "Which dream did you put away that you would like to look at again?",
      es: "¿Qué sueño guardaste y te gustaría volver a mirar?",
    },
  },
  {
    key: "who-helped",
    level: 2,
    text: { en: "Who helped you become who you are?", es: "¿Quién te ayudó a ser como eres?" },
  },
  {
    key: "drains-and-fills",
    level: 2,
    text: {
      en: "What has been draining you lately, and what fills you up?",
      es: "¿Qué te ha quitado fuerzas estos días, y qué te las devuelve?",
    },
  },
  {
    key: "help-hard-to-ask",
    level: 2,
    text: { en: "What kind of help is hard for you to ask for?", es: "¿Qué tipo de ayuda te cuesta pedir?" },
  },
  {
    key: "being-celebrated",
    level: 2,
    text: { en: "How do you like to be celebrated?", es: "¿Cómo te gusta que te celebren?" },
  },
  {
    key: "feels-like-home",
    level: 2,
    text: { en: "What makes a place feel like home to you?", es: "¿Qué hace que un lugar se sienta como tu casa?" },
  },
  {
    key: "learned-with-me",
    level: 2,
    text: { en: "What have you learned from being with me?", es: "¿Qué has aprendido de estar conmigo?" },
  },
  {
    key: "more-time",
    level: 2,
    text: {
      en: "What in your life would you like to have more time for?",
      es: "¿Para qué te gustaría tener más tiempo en tu vida?",
    },
  },
  {
    key: "good-surprise",
    level: 2,
    text: {
      en: "What is something about us that has turned out better than you thought?",
      es: "¿Qué cosa de nuestra relación ha salido mejor de lo que pensabas?",
    },
  },
];
