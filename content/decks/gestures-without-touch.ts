import type { GestureCard } from "@/content/decks/schema";

/** Small gestures that need no touch. */
export const gesturesWithoutTouch: readonly GestureCard[] = [
  {
    key: "good-morning",
    touch: false,
    text: {
      en: "Say good morning, and add one wish for their day.",
      es: "Da los buenos días y añade un deseo para su día.",
    },
  },
  {
    key: "thank-for-one-thing",
    touch: false,
    text: {
      en: "Thank them for one thing they did this week, and say how it helped.",
      es: "Dale las gracias por algo que hizo esta semana y di en qué te ayudó.",
    },
  },
  {
    key: "song-for-you",
    touch: false,
    text: { en: "Send a song that makes you think of them.", es: "Mándale una canción que te recuerde a tu pareja." },
  },
  {
    key: "glass-of-water",
    touch: false,
    text: {
      en: "Bring them a glass of water or a warm drink without being asked.",
      es: "Llévale un vaso de agua o algo caliente sin que lo pida.",
    },
  },
  {
    key: "how-did-it-go",
    touch: false,
    text: { en: "Ask how that thing they had today went.", es: "Pregunta cómo le fue con eso que tenía hoy." },
  },
  {
    key: "phone-away",
    touch: false,
    text: { en: "Put your phone away when they start to talk.", es: "Guarda el teléfono cuando empiece a hablar." },
  },
  {
    key: "photo-of-today",
    touch: false,
    text: {
      en: "Send a photo of something nice that you saw today.",
      es: "Mándale una foto de algo bonito que viste hoy.",
    },
  },
  {
    key: "how-you-think",
    touch: false,
    text: {
      en: "Tell them something you like about the way they think.",
      es: "Dile algo que te gusta de su forma de pensar.",
    },
  },
  {
    key: "last-bite",
    touch: false,
    text: { en: "Save them the last bite of something good.", es: "Guárdale el último bocado de algo rico." },
  },
  {
    key: "small-task",
    touch: false,
    text: {
      en: "Do one small task of theirs, and say nothing about it.",
      es: "Haz una tarea pequeña que le toca, sin decir nada.",
    },
  },
  {
    key: "moment-we-had",
    touch: false,
    text: {
      en: "Write one line about a moment with them that you like to go back to.",
      es: "Escribe una línea sobre un momento en pareja al que te gusta volver.",
    },
  },
  {
    key: "hidden-note",
    touch: false,
    text: {
      en: "Leave a small note where only they will find it.",
      es: "Deja una nota donde solo tu pareja la encuentre.",
    },
  },
  {
    key: "favourite-snack",
    touch: false,
    text: { en: "Bring them a snack they love.", es: "Llévale algo de comer que le encante." },
  },
  {
    key: "wish-luck",
    touch: false,
    text: { en: "Wish them luck before something hard.", es: "Deséale suerte antes de algo difícil." },
  },
  {
    key: "proud-of-you",
    touch: false,
    text: { en: "Tell them one thing they did that you admire.", es: "Dile algo que hizo y que admiras." },
  },
  {
    key: "warm-greeting",
    touch: false,
    text: {
      en: "When you next meet, stop what you are doing and greet them with joy.",
      es: "La próxima vez que se vean, deja lo que haces y saluda con alegría.",
    },
  },
  {
    key: "kind-goodbye",
    touch: false,
    text: {
      en: "Say goodbye with a kind word, even in a rush.",
      es: "Despídete con una palabra amable, aun con prisa.",
    },
  },
  {
    key: "our-joke",
    touch: false,
    text: {
      en: "Send something funny that only the two of you will get.",
      es: "Manda algo gracioso que solo entiendan ustedes dos.",
    },
  },
  {
    key: "off-your-list",
    touch: false,
    text: {
      en: "Ask: “What is one thing I can take off your list today?”",
      es: "Pregunta: “¿Qué puedo quitar hoy de tu lista?”.",
    },
  },
  {
    key: "i-remembered",
    touch: false,
    text: {
      en: "Bring up a small thing they told you last week.",
      es: "Menciona algo pequeño que te contó la semana pasada.",
    },
  },
  {
    key: "half-hour-free",
    touch: false,
    text: {
      en: "Give them half an hour with nothing to do and no one to answer to.",
      es: "Regálale media hora sin tareas y sin que nadie le pida nada.",
    },
  },
  {
    key: "favourite-name",
    touch: false,
    text: {
      en: "Call them by the name they like best, in a warm voice.",
      es: "Llama a tu pareja por el nombre que más le gusta, con voz cálida.",
    },
  },
  {
    key: "thought-unsaid",
    touch: false,
    text: {
      en: "Say one good thing you thought about them and kept to yourself.",
      es: "Di algo bueno que pensaste de tu pareja y te guardaste.",
    },
  },
  {
    key: "read-aloud",
    touch: false,
    text: { en: "Read them a few lines that you like.", es: "Léele unas líneas que te gusten." },
  },
  {
    key: "shared-playlist",
    touch: false,
    text: {
      en: "Add a song to a list that belongs to the two of you.",
      es: "Añade una canción a una lista que sea solo de ustedes.",
    },
  },
  {
    key: "good-seat",
    touch: false,
    text: { en: "Keep the good seat free for them.", es: "Guárdale el mejor asiento." },
  },
  {
    key: "ready-for-your-day",
    touch: false,
    text: {
      en: "Get one thing ready for their day: a bag, a cup, a bus time.",
      es: "Deja lista una cosa para su día: un bolso, una taza, la hora del bus.",
    },
  },
  {
    key: "weather-for-you",
    touch: false,
    text: {
      en: "Look up the weather for their day and tell them what to take.",
      es: "Mira el tiempo que hará en su día y dile qué llevar.",
    },
  },
  {
    key: "good-night-voice",
    touch: false,
    text: {
      en: "Send a good night in your own voice, ten seconds long.",
      es: "Manda unas buenas noches con tu voz, de diez segundos.",
    },
  },
  {
    key: "bad-drawing",
    touch: false,
    text: {
      en: "Draw them something small. It is even better if it is bad.",
      es: "Dibújale algo pequeño. Si sale mal, mejor.",
    },
  },
  {
    key: "soften",
    touch: false,
    text: {
      en: "If you were short with them today, say so gently.",
      es: "Si hoy le hablaste con dureza, reconócelo con suavidad.",
    },
  },
  {
    key: "ask-and-wait",
    touch: false,
    text: {
      en: "Ask “How are you, really?” and wait for the second answer.",
      es: "Pregunta “¿cómo estás, de verdad?” y espera la segunda respuesta.",
    },
  },
];
