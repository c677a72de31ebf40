import type { Strategy } from "@/content/schema";

export const keepSmallPromises: Strategy = {
  key: "keep-small-promises",
  area: "trust",
  minutes: 5,
  cadence: { every: "week", times: 3 },
  mode: "EACH",
  joint: true,
  blocks: [
    {
      kind: "ledger",
      id: "promises",
      promise: { en: "I promise to", es: "Prometo" },
      byWhen: { en: "By when", es: "Para cuándo" },
      states: {
        kept: { en: "Kept", es: "Cumplida" },
        renegotiated: { en: "Changed in good time", es: "Cambiada a tiempo" },
        missed: { en: "Missed", es: "No se cumplió" },
      },
      noticed: { en: "I noticed", es: "Lo noté" },
    },
    {
      kind: "read",
      id: "small-enough",
      title: { en: "Is it small enough?", es: "¿Es lo bastante pequeña?" },
      body: [
        {
          en: "A good promise is yours to keep, has a time, and would still work on a bad day.",
          es: "Una buena promesa depende de ti, tiene una hora y se puede cumplir aun en un mal día.",
        },
        {
          en: "“I will text you when I leave work” is better than “I will always let you know”.",
          es: "“Te escribo cuando salga del trabajo” es mejor que “siempre te voy a avisar”.",
        },
      ],
    },
  ],
  text: {
    en: {
      title: "Keep small promises",
      promise: "Trust grows back one kept word at a time.",
      summary:
        "Make one small promise that you know you can keep, and say by when. Keep it, or speak up before the time is up.",
      why: "After a hurt, big vows are hard to believe. Small things that happen when you said they would are easier to trust, because your partner can see them. And when plans change, saying so early is a way to care.",
      steps: [
        "Pick one thing so small that you could do it on a bad day. A text at lunch is enough.",
        "Say it out loud with a time: “I will call you by seven.”",
        "Write it in your promise list, so you do not have to hold it in your head.",
        "If something gets in the way, tell your partner before the time is up. Agree on a new time.",
        "Once the time has passed, mark it yourself: kept, changed in good time, or missed.",
        "If you missed it, say so in one plain line. Then make the next one smaller.",
      ],
      tiny: {
        title: "One promise for the next hour",
        text: "Pick one thing you can do within the hour. Tell your partner, then do it. That is all for today.",
      },
      notWhen: [
        "You are afraid of your partner, or a missed promise could put you in danger. Tell your therapist in private.",
        "The promise is asked of you as a test, a rule or a punishment.",
        "Something big has just come out. Take that to your therapist first. Small promises can wait.",
      ],
    },
    es: {
      title: "Cumplir pequeñas promesas",
      promise: "La confianza vuelve con cada palabra cumplida.",
      summary:
        "Haz una promesa pequeña que sabes que puedes cumplir y di para cuándo. Cúmplela, o avisa antes de que llegue la hora.",
      why: "Después de una herida, cuesta creer en las grandes promesas. Es más fácil confiar en cosas pequeñas que pasan cuando dijiste, porque tu pareja las puede ver. Y si algo cambia, avisar a tiempo también es cuidar.",
      steps: [
        "Elige algo tan pequeño que lo podrías hacer aun en un mal día. Un mensaje a mediodía basta.",
        "Dilo en voz alta y con hora: “Te llamo antes de las siete”.",
        "Anótalo en tu lista de promesas, así no tienes que cargarlo en la cabeza.",
        "Si algo se cruza, avisa a tu pareja antes de que llegue la hora. Acuerden otra.",
        "Cuando pase la hora, marca tú cómo fue: cumplida, cambiada a tiempo o no se cumplió.",
        "Si no la cumpliste, dilo en una frase sencilla. Después, haz la siguiente más pequeña.",
      ],
      tiny: {
        title: "Una promesa para la próxima hora",
        text: "Elige algo que puedas hacer en una hora. Díselo a tu pareja y hazlo. Por hoy, eso es todo.",
      },
      notWhen: [
        "Tienes miedo de tu pareja, o fallar una promesa podría ponerte en peligro. Cuéntaselo a tu terapeuta a solas.",
        "Te piden la promesa como prueba, como regla o como castigo.",
        "Algo grande acaba de salir a la luz. Llévalo primero a tu terapeuta. Las promesas pequeñas pueden esperar.",
      ],
    },
  },
};
