import { z } from "zod";

/** `calendar.make`: the secret address of one's own dates. */
export const feedAddress = z.object({ address: z.url() });

/** What a feed tells, whoever has answered what. */
export const feedDates = z.object({
  locale: z.enum(["en", "es"]),
  appointments: z.array(z.object({ id: z.uuid(), at: z.number(), minutes: z.number().int() })),
  /** First and last days on which something is to be done, each pair once. */
  windows: z.array(z.object({ from: z.iso.date(), to: z.iso.date() })),
});
export type FeedDates = z.infer<typeof feedDates>;
