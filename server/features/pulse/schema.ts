import { z } from "zod";
import { civilDate, partnerViewer } from "../people/schema";

const rating = z.number().int().min(0).max(10).nullable();

/** The weekly four-area rating; an area may be left out. */
export const pulseFields = z
  .object({ trust: rating, communication: rating, intimacy: rating, connection: rating })
  .refine((fields) => Object.values(fields).some((value) => value !== null), {
    path: ["trust"],
    message: "rateSomething",
  });
export type PulseFields = z.infer<typeof pulseFields>;

/** `pulse.page`: this week's form and one's own earlier weeks, newest first. */
export const pulsePage = z.object({
  viewer: partnerViewer,
  weekOf: civilDate,
  current: z.object({ trust: rating, communication: rating, intimacy: rating, connection: rating }).nullable(),
  earlier: z.array(
    z.object({ weekOf: civilDate, trust: rating, communication: rating, intimacy: rating, connection: rating }),
  ),
});
export type PulsePage = z.infer<typeof pulsePage>;
