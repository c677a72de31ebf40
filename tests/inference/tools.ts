import type { Block } from "@/blocks/registry";
import { isKnown } from "@/blocks/stand-in";
import { decks } from "@/content/decks";
import type { TwoPractices } from "../factories/two-practices";

type Caller = ReturnType<TwoPractices["as"]>;
type Fields = Pick<Parameters<Caller["tools"]["add"]>[0], "kind" | "readers" | "slot" | "body" | "deliverAt">;
const words = (text: string) => `canary-unshared ${text}`;

/** What somebody stores in a block who shares nothing of it; what is marked `back` is taken back at once. */
function unshared(block: Block, day: number): (Fields & { back?: true })[] {
  const readers = day % 2 ? ("PRIVATE" as const) : ("THERAPIST" as const);
  const shared = "SHARED" as const;
  const alone = "PRIVATE" as const;
  if (block.kind === "ledger")
    return [{ kind: "promise", readers, body: { v: 1, what: words("promise"), by: "2026-12-01", state: "missed" } }];
  if (block.kind === "deck" && block.play === "answer-mutual") {
    const [first, second, third] = decks[block.deck].map(({ key }) => key);
    const body = { v: 1, words: words("answer") };
    return [
      { kind: "answer", readers: shared, slot: first ?? "", body },
      { kind: "answer", readers: shared, slot: second ?? "", body, back: true },
      { kind: "pass", readers: alone, slot: third ?? "", body: { v: 1 } },
    ];
  }
  if (block.kind === "deck")
    return [
      { kind: "pick", readers, body: { v: 1, card: null, words: words("gesture") } },
      { kind: "filter", readers: alone, body: { v: 1, touch: false } },
    ];
  if (block.kind === "note") {
    const later = new Date(Date.now() + 20 * 86_400_000);
    return [
      { kind: "mute", readers: alone, body: { v: 1, muted: true } },
      { kind: "note", readers: shared, deliverAt: later, body: { v: 1, words: words("note") }, back: true },
    ];
  }
  if (block.kind === "prompt") {
    const body = { v: 1, parts: { thought: words("thought") } };
    return [
      { kind: "answer", readers, body },
      { kind: "answer", readers: shared, body, back: true },
    ];
  }
  if (block.kind === "scale") return [{ kind: "rating", readers: "THERAPIST", body: { v: 1, value: day % 11 } }];
  return [];
}

/** Uses every tool of a window without sharing a word; what there is already only one of stays. */
export async function storeUnshared(api: Caller, coupleId: string, occurrenceId: string, day: number): Promise<number> {
  const { blocks } = await api.tools.open({ coupleId, occurrenceId });
  let stored = 0;
  for (const block of blocks.filter(isKnown))
    for (const { back, ...fields } of unshared(block, day)) {
      const clientId = crypto.randomUUID();
      try {
        const entry = await api.tools.add({ coupleId, occurrenceId, clientId, block: block.id, ...fields });
        stored++;
        const { entryId, version } = entry;
        if (back) await api.tools.takeBack({ coupleId, entryId, version });
      } catch (error) {
        if (!String(error).includes("CONFLICT")) throw error;
      }
    }
  return stored;
}
