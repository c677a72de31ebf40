import { z } from "zod";

/** `home.places`: every place that this login may enter. */
export const places = z.object({
  locale: z.enum(["en", "es"]).nullable(),
  places: z.array(
    z.discriminatedUnion("kind", [
      z.object({
        kind: z.literal("practice"),
        practiceId: z.uuid(),
        practiceName: z.string(),
        roles: z.array(z.string()),
      }),
      z.object({ kind: z.literal("couple"), coupleId: z.uuid(), practiceName: z.string() }),
    ]),
  ),
});
export type Places = z.infer<typeof places>;
