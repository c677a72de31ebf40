import type { CivilDate } from "@/server/clock";
import type { Step } from "../../tools";
import { noticed, promise } from "./steps";

const promesas = (today: CivilDate): Step[] => [
  promise(today, 2, [47, 3], "Llamar a tu mamá el domingo", "kept", { name: "llamar" }),
  noticed(1, 43, "llamar"),
  promise(today, 1, [40, 2], "Apagar el teléfono durante la cena", "kept"),
  promise(today, 2, [33, 4], "Arreglar la lámpara del pasillo", "renegotiated"),
  promise(today, 1, [26, 2], "Salir contigo a caminar el miércoles", "kept", { name: "caminar" }),
  noticed(2, 23, "caminar"),
  promise(today, 2, [19, 2], "Acostarme antes de las once", "missed", { readers: "PRIVATE" }),
  promise(today, 2, [17, 20], "Buscar las fotos del viaje", "open"),
];

const nota = (by: 1 | 2, days: number, words: string): Step => ({
  ...{ by, days, time: [12, 5], block: "love-note", kind: "note", body: { words } },
});
const gesto = (by: 1 | 2, days: number, card: string | null, words = ""): Step => ({
  ...{ by, days, block: "gestures", kind: "pick", readers: card ? "THERAPIST" : "PRIVATE", body: { card, words } },
});

const gestos: Step[] = [
  nota(1, 38, "Gracias por el café de esta mañana. Me salvó el día."),
  nota(2, 34, "Hoy pensé en ti cuando sonó nuestra canción en el mercado."),
  gesto(2, 31, "glass-of-water"),
  gesto(1, 24, "thank-for-one-thing"),
  nota(1, 22, "Vi cómo hablaste con tu hermano. Con qué calma."),
  nota(2, 18, "Algo que me gusta de ti es cómo te ríes de tus propios chistes."),
  gesto(2, 17, null, "Dejarle preparada la ropa de entrenar"),
];

/** What the couple did that writes to each other in Spanish. */
export const enPareja: Record<string, (today: CivilDate) => Step[]> = {
  "Noor keep-small-promises": promesas,
  "Noor small-gestures": () => gestos,
};
