import { atCouple, type Rows } from "./shape";

/** Private words: each partner writes, the couple's clinicians alone read; in an ended couple too. */
export const privateWords: Rows = {
  "privateWords.form": { input: ({ couple }) => ({ coupleId: couple.id }), allowed: ["alex", "sam"] },
  "privateWords.send": {
    input: ({ couple }) => ({ coupleId: couple.id, clientId: crypto.randomUUID(), words: "canary-word-sent" }),
    allowed: ["alex", "sam"],
    afterEnd: true,
  },
  "privateWords.page": { input: atCouple, allowed: ["therapist"] },
  "privateWords.open": { input: atCouple, allowed: ["therapist"] },
};
