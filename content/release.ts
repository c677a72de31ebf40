import type { Locale } from "@/messages/locales";

/**
 * One wording of what a partner signs before their words go to another practice: what goes, who gives and gets it, what for,
 * until when, and that it can be taken back (45 CFR 164.508(c)). A wording that was signed is never changed.
 */
export interface ReleaseText {
  version: string;
  text: Record<Locale, { points: { title: string; text: string }[]; agree: string }>;
}

const first: ReleaseText = {
  version: "2026-11",
  text: {
    en: {
      points: [
        {
          title: "What goes",
          text: "What is listed on this page: your check-ins with your ratings, the words in them that are not “only you”, your weekly ratings, and what you said on joining: your name, where you live, how to reach you safely, and your hours.",
        },
        {
          title: "What never goes",
          text: "What only you read. Private words to your therapist. Your therapist’s notes and replies. Everything that your partner wrote or answered.",
        },
        {
          title: "From whom, to whom, what for",
          text: "Your practice gives it to the therapist named on this page, so that you can go on there. This allows nobody else. What has arrived is kept by that practice and follows its duties.",
        },
        {
          title: "Your own choice",
          text: "Your treatment does not hang on it. You answer for yourself alone, and nobody is told whether you said no or nothing. Whoever comes along has a place there, and sees by name who else has one, as here.",
        },
        {
          title: "Taking it back",
          text: "Nothing goes for 24 hours, and until then you can take it back on this page. What has gone stays there. If it could not go within 30 days, this ends by itself.",
        },
      ],
      agree: "I have read this, and I sign for myself.",
    },
    es: {
      points: [
        {
          title: "Qué va",
          text: "Lo que aparece en esta página: tus registros con tus valoraciones, las palabras que no son “solo tú”, tus valoraciones semanales, y lo que dijiste al entrar: tu nombre, dónde vives, cómo contactarte sin riesgo y tus horas.",
        },
        {
          title: "Qué no va nunca",
          text: "Lo que solo tú lees. Las palabras privadas a tu terapeuta. Las notas y respuestas de tu terapeuta. Todo lo que tu pareja escribió o contestó.",
        },
        {
          title: "De quién, a quién y para qué",
          text: "Tu consulta se lo da a la persona indicada en esta página, para que puedas seguir allí. No lo permite a nadie más. Lo que llega lo guarda esa consulta, según sus deberes.",
        },
        {
          title: "Tú decides",
          text: "Tu tratamiento no depende de esto. Contestas solo por ti, y nadie sabrá si dijiste que no o no dijiste nada. Quien va tiene su sitio allí, y ve por su nombre quién más lo tiene, como aquí.",
        },
        {
          title: "Echarte atrás",
          text: "Nada va durante 24 horas, y hasta entonces puedes echarte atrás en esta página. Lo que ya fue se queda allí. Si no pudo ir en 30 días, esto termina sin más.",
        },
      ],
      agree: "Lo he leído y firmo por mi parte.",
    },
  },
};

/** Every wording that anybody may have signed, the newest first. */
export const releaseTexts: readonly ReleaseText[] = [first];

/** The wording that is signed today. */
export const currentRelease = first;
