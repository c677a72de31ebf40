import type { Strategy } from "@/content/schema";

export const celebrateSmallWins: Strategy = {
  key: "celebrate-small-wins",
  area: "connection",
  minutes: 5,
  cadence: { every: "week", times: 2 },
  mode: "EACH",
  joint: true,
  blocks: [
    {
      kind: "prompt",
      id: "win",
      label: { en: "What went well", es: "Qué salió bien" },
      parts: [
        {
          key: "words",
          hint: {
            en: "Say what happened and what it took. “You made that call you were dreading.”",
            es: "Di qué pasó y qué costó. “Hiciste esa llamada que tanto temías”.",
          },
        },
      ],
      tags: [
        { value: "mine", label: { en: "Mine", es: "Mío" } },
        { value: "my-partners", label: { en: "My partner’s", es: "De mi pareja" } },
        { value: "ours", label: { en: "Ours", es: "De la pareja" } },
      ],
      collect: true,
      respond: { en: "Say something back, if you like", es: "Di algo, si quieres" },
      reveal: "at-once",
      reach: "partner",
    },
  ],
  text: {
    en: {
      title: "Celebrate small wins",
      promise: "Good things grow when someone sees them.",
      summary: "Name one small thing that went well, for you or for your partner, and put it on the wall.",
      why: "Good moments slip by fast, above all in a hard season. When someone is glad with us about a small win, we enjoy it more and feel closer to them. It takes a minute and costs nothing.",
      steps: [
        "Look back over the last few days. Find one thing that went well, however small.",
        "Say whose it is: yours, your partner’s or one you share.",
        "Write what happened and what it took. Effort counts, even if it did not work out.",
        "Put it on the wall. Leave out “at last” and “for once”.",
        "When you see your partner’s win, be glad with them. Ask what the best part was.",
      ],
      tiny: {
        title: "One small cheer",
        text: "Tell your partner one thing they did well today, in one line. Or tell yourself.",
      },
      notWhen: [
        "Your wins are mocked, or make someone angry. Keep them for you and your therapist.",
        "You are owed an apology, and praise would paper over it. Let the hurt be heard first.",
        "Your partner is grieving or in shock. Be with them; the wall can wait.",
      ],
    },
    es: {
      title: "Celebrar los pequeños logros",
      promise: "Lo bueno crece cuando alguien lo ve.",
      summary: "Nombra algo pequeño que salió bien, tuyo o de tu pareja, y ponlo en el muro.",
      why: "Los buenos momentos pasan rápido, sobre todo en una época difícil. Cuando alguien se alegra contigo por un pequeño logro, lo disfrutas más y sientes más cercanía. Toma un minuto y no cuesta nada.",
      steps: [
        "Repasa los últimos días. Busca algo que salió bien, por pequeño que sea.",
        "Di de quién es: tuyo, de tu pareja o de ustedes.",
        "Escribe qué pasó y qué costó. El esfuerzo cuenta, aunque no haya salido como querías.",
        "Ponlo en el muro. Deja fuera los “por fin” y los “ya era hora”.",
        "Cuando veas un logro de tu pareja, alégrate. Pregunta cuál fue la mejor parte.",
      ],
      tiny: {
        title: "Un aplauso pequeño",
        text: "Dile a tu pareja, en una línea, algo que hizo bien hoy. O dítelo a ti.",
      },
      notWhen: [
        "Alguien se burla de tus logros o se enoja por ellos. Guárdalos para ti y tu terapeuta.",
        "Te deben una disculpa, y un elogio la taparía. Que primero se escuche la herida.",
        "Tu pareja está de duelo o pasa por un golpe fuerte. Dale tu compañía; el muro puede esperar.",
      ],
    },
  },
};
