import { sealBytes } from "@/server/crypto";
import { bitsOf } from "@/server/features/staff/policy";
import type { CoupleRef, PersonRef, World } from "../world";

/** What one of the demo wrote to their therapist alone, and how they want to be reached; by the name of the couple's first one. */
const told: Record<string, { words: string; safeContact: string }> = {
  Tess: {
    words:
      "I did not want to say it in the room: the money worries me more than I let on, and I am afraid of a row about it. Could I talk with you alone first?",
    safeContact:
      "Text my work phone on weekdays between 12 and 1, it is 555 0142. Please do not leave a voicemail at home.",
  },
};

/** Monday, Wednesday and Thursday. */
export const readingBits = bitsOf([0, 2, 3]);

/** Lets the first partner of a couple have written alone. The therapist has opened it, so that nothing waits when the demo begins. */
export function wroteAlone(world: World, couple: CoupleRef, therapist: PersonRef): void {
  const [sender] = couple.partners;
  const said = sender && told[sender.name];
  if (!said) return;
  world.privateWord(couple, sender, said.words, [therapist]);
  const place = { table: "intake", column: "safe_contact", practiceId: couple.practice.id, rowId: couple.id };
  for (const row of world.rows.intake)
    if (row.personId === sender.id && row.coupleId === couple.id)
      row.safeContact = sealBytes(sender.key, Buffer.from(said.safeContact), place);
}
