import type { GestureCard } from "@/content/decks/schema";

/** Small gestures with touch, always asked for or offered. */
export const gesturesWithTouch: readonly GestureCard[] = [
  {
    key: "offer-a-hand",
    touch: true,
    text: {
      en: "Offer your hand, and let them choose to take it.",
      es: "Ofrece tu mano y deja que decida si la toma.",
    },
  },
  {
    key: "ask-for-a-hug",
    touch: true,
    text: {
      en: "Ask “Would you like a hug?” and stay as long as they like.",
      es: "Pregunta “¿quieres un abrazo?” y quédate lo que tu pareja quiera.",
    },
  },
  {
    key: "hand-on-shoulder",
    touch: true,
    text: {
      en: "Ask if you may rest a hand on their shoulder for a moment.",
      es: "Pregunta si puedes poner un momento la mano en su hombro.",
    },
  },
  {
    key: "sit-close",
    touch: true,
    text: {
      en: "Ask if they would like to sit close, arm to arm.",
      es: "Pregunta si le gustaría sentarse cerca, brazo con brazo.",
    },
  },
  {
    key: "hand-rub",
    touch: true,
    text: {
      en: "Offer to rub their hands or feet, with nothing more to follow.",
      es: "Ofrece un masaje en las manos o en los pies, sin que siga nada más.",
    },
  },
  {
    key: "brush-hair",
    touch: true,
    text: { en: "Offer to brush or stroke their hair.", es: "Ofrece cepillarle el pelo, o solo tocarlo con suavidad." },
  },
  {
    key: "kiss-on-the-cheek",
    touch: true,
    text: { en: "Ask for a kiss on the cheek, or offer one.", es: "Pide un beso en la mejilla, u ofrécelo." },
  },
  {
    key: "lean-on-me",
    touch: true,
    text: {
      en: "Ask if they would like to lean on you while you read or watch something.",
      es: "Pregunta si quiere apoyarse en ti mientras leen o ven algo.",
    },
  },
  {
    key: "one-slow-dance",
    touch: true,
    text: { en: "Offer a slow dance to one song.", es: "Ofrece un baile lento con una canción." },
  },
  {
    key: "warm-hands",
    touch: true,
    text: {
      en: "If their hands are cold, offer to warm them in yours.",
      es: "Si tiene las manos frías, ofrece las tuyas para darles calor.",
    },
  },
];
