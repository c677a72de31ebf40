import type { Locale } from "@/messages/locales";

/** One version of what a partner agrees to on joining. A text that was accepted is never changed: a new one gets a new version. */
export interface Consent {
  version: string;
  text: Record<Locale, { points: { title: string; text: string }[]; agree: string }>;
}

const first: Consent = {
  version: "2026-11",
  text: {
    en: {
      points: [
        {
          title: "What this is",
          text: "Small exercises between appointments, given by your therapist. It goes along with therapy and does not take its place.",
        },
        {
          title: "Who reads what",
          text: "You choose before you write: only you, you and your therapist, or your partner too. Ratings and whether you did an exercise are for your therapist.",
        },
        {
          title: "Not for emergencies",
          text: "Nobody reads along in real time. In danger, call your emergency number.",
        },
        {
          title: "How it is kept",
          text: "Your words are encrypted, and every look at them is recorded. The practice keeps records as long as the law asks. “Only you” has limits: an operator with every key, or a court, could still reach them.",
        },
        {
          title: "You may stop",
          text: "Joining is your own choice. You can stop at any time and take your own words with you.",
        },
      ],
      agree: "I have read this, and I agree for myself.",
    },
    es: {
      points: [
        {
          title: "Qué es esto",
          text: "Ejercicios cortos entre citas, que te da tu terapeuta. Acompañan a la terapia y no la sustituyen.",
        },
        {
          title: "Quién lee qué",
          text: "Lo eliges antes de escribir: solo tú, tú y tu terapeuta, o también tu pareja. Las valoraciones y si hiciste un ejercicio son para tu terapeuta.",
        },
        {
          title: "No es para emergencias",
          text: "Nadie lee en el momento. Si hay peligro, llama a tu número de emergencias.",
        },
        {
          title: "Cómo se guarda",
          text: "Tus palabras van cifradas y cada lectura queda registrada. La consulta guarda los registros el tiempo que pide la ley. “Solo tú” tiene límites: quien opere el sistema con todas las claves, o un juzgado, podría llegar a ellas.",
        },
        {
          title: "Puedes dejarlo",
          text: "Entrar es decisión tuya. Puedes dejarlo cuando quieras y llevarte tus propias palabras.",
        },
      ],
      agree: "Lo he leído y estoy de acuerdo, por mi parte.",
    },
  },
};

/** Every version that anybody may have accepted, the newest first. */
export const consents: readonly Consent[] = [first];

/** The version that is accepted on joining today. */
export const currentConsent = first;

/** An accepted version; undefined for one that never was. */
export function consentOf(version: string): Consent | undefined {
  return consents.find((one) => one.version === version);
}

type PolicyWords = { title: string; text: string; partner: string };

/** What a therapist does with what one partner tells alone, in plain words: for the therapist who chooses, and for the partner. */
export const secretsPolicies: Record<
  "NO_SECRETS" | "THERAPIST_DECIDES" | "CONFIDENTIAL",
  Record<Locale, PolicyWords>
> = {
  NO_SECRETS: {
    en: {
      title: "No secrets",
      text: "What one partner tells you alone may come up with both. You keep no secret from the other.",
      partner:
        "Your therapist keeps no secrets between you. What you tell your therapist alone, here too, may be brought up with both of you. What you keep for “only you” your therapist does not see.",
    },
    es: {
      title: "Sin secretos",
      text: "Lo que una persona te cuente a solas puede tratarse con la pareja. No guardas secretos ante la otra parte.",
      partner:
        "Tu terapeuta no guarda secretos en la pareja. Lo que le cuentes a solas, también aquí, puede tratarse en común. Lo que guardes como “solo tú” tu terapeuta no lo ve.",
    },
  },
  THERAPIST_DECIDES: {
    en: {
      title: "You decide",
      text: "You weigh case by case whether something told alone has to come up, and try to bring the partner to say it first.",
      partner:
        "Your therapist weighs whether something you tell alone has to be brought up with both of you, and talks with you about it first. What you keep for “only you” your therapist does not see.",
    },
    es: {
      title: "Decides tú",
      text: "Valoras en cada caso si algo contado a solas debe tratarse, e intentas que quien lo contó lo diga primero.",
      partner:
        "Tu terapeuta valora si algo que le cuentas a solas debe tratarse en común, y lo habla antes contigo. Lo que guardes como “solo tú” tu terapeuta no lo ve.",
    },
  },
  CONFIDENTIAL: {
    en: {
      title: "Confidential",
      text: "What one partner tells you alone stays with you unless that partner allows more, or the law or safety demands it.",
      partner:
        "What you tell your therapist alone stays between you and your therapist, unless you allow more, or the law or somebody’s safety demands it.",
    },
    es: {
      title: "Confidencial",
      text: "Lo que una persona te cuente a solas se queda contigo, salvo que lo permita, o que lo exijan la ley o la seguridad.",
      partner:
        "Lo que le cuentes a tu terapeuta a solas se queda en confianza, salvo que permitas más, o que lo exijan la ley o la seguridad de alguien.",
    },
  },
};
