import { z } from "zod";
import { defineBlock } from "../spec";
import { kebabKey, localizedText } from "../words";

const definition = z.strictObject({
  kind: z.literal("read"),
  id: kebabKey,
  title: localizedText.optional(),
  body: z.array(localizedText).min(1).max(20),
});

/** Words to read. Nothing is stored. */
export const read = defineBlock({ kind: "read", definition, entries: {}, reachesPartner: () => false });
