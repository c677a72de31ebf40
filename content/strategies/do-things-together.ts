import type { Strategy } from "@/content/schema";

export const doThingsTogether: Strategy = {
  key: "do-things-together",
  area: "connection",
  minutes: 45,
  cadence: { every: "week", times: 1 },
  mode: "TOGETHER",
  joint: true,
  blocks: [
    {
      kind: "deck",
      id: "match",
      deck: "activities",
      label: { en: "What would you enjoy?", es: "¿Qué te gustaría hacer?" },
      play: "match",
      draw: 8,
    },
    {
      kind: "plan",
      id: "match-plan",
      label: { en: "Make it a plan", es: "Convertirlo en plan" },
      fields: [
        { key: "what", label: { en: "What", es: "Qué" } },
        { key: "when", label: { en: "When", es: "Cuándo" } },
        { key: "where", label: { en: "Where, or on which call", es: "Dónde, o por qué llamada" } },
        {
          key: "first-step",
          label: { en: "The first small step, and who takes it", es: "El primer paso y quién lo da" },
        },
      ],
      afterwards: { en: "Again, once is enough, or something else?", es: "¿Otra vez, con una basta, o algo distinto?" },
      reach: "partner",
    },
  ],
  text: {
    en: {
      title: "Do things together",
      promise: "Find what you both enjoy, and do it again.",
      summary: "Each pick what you would like to do. You only see what you both picked; turn one of those into a plan.",
      why: "Friends are people who do things side by side. Doing something you both like gives you new things to smile about, and a rest from talking about problems. Trying something new is good too, as you are both beginners.",
      steps: [
        "Go through the cards on your own. Pick what you would truly enjoy, not what you think you should.",
        "Look at your matches. Only the ones you both picked are shown, so no one is turned down.",
        "Choose one and make it a plan: when, where, and who takes the first small step.",
        "Do it. It does not have to go well; laughing at it counts.",
        "If you liked it, set the next time before you forget.",
      ],
      tiny: {
        title: "One song",
        text: "Play one song for each other and listen to it all the way through, side by side or over the phone.",
      },
      notWhen: [
        "You feel unsafe when you are alone with your partner. Tell your therapist in private.",
        "You would be saying yes out of fear, or to pay for something.",
        "There is something urgent and painful between you. Bring it to your next session, so that it is not carried along.",
      ],
    },
    es: {
      title: "Hacer cosas en pareja",
      promise: "Encontrar lo que disfrutan y repetirlo.",
      summary:
        "Cada quien elige lo que le gustaría hacer. Solo verán lo que eligieron ustedes dos; conviertan una de esas ideas en un plan.",
      why: "La amistad se hace compartiendo cosas, lado a lado. Hacer algo que les gusta da nuevos motivos para sonreír y un descanso de hablar de problemas. Probar algo nuevo también ayuda: nadie lleva ventaja.",
      steps: [
        "Mira las tarjetas por tu cuenta. Elige lo que disfrutarías de verdad, no lo que crees que deberías.",
        "Miren sus coincidencias. Solo se ve lo que eligieron ustedes dos, así nadie recibe un no.",
        "Elijan una y hagan un plan: cuándo, dónde y quién da el primer paso.",
        "Háganlo. No tiene que salir bien; reírse también cuenta.",
        "Si les gustó, pongan fecha para la próxima antes de que se olvide.",
      ],
      tiny: {
        title: "Una canción",
        text: "Cada quien pone una canción, y las oyen hasta el final, lado a lado o por teléfono.",
      },
      notWhen: [
        "Sientes que no es seguro estar a solas con tu pareja. Cuéntaselo a tu terapeuta en privado.",
        "Dirías que sí por miedo, o para pagar por algo.",
        "Hay algo urgente y doloroso entre ustedes. Llévenlo a la próxima sesión, para no cargarlo en el plan.",
      ],
    },
  },
};
