import { z } from "zod";
import { civilDate } from "../people/schema";

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
      z.object({
        kind: z.literal("couple"),
        coupleId: z.uuid(),
        practiceName: z.string(),
        /** What tells it from another couple of theirs in the same practice; null where there is none. */
        apart: z.object({ since: civilDate, therapist: z.string().nullable() }).nullable(),
      }),
    ]),
  ),
});
export type Places = z.infer<typeof places>;
