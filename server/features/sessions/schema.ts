import { z } from "zod";

/** The sign-in form. Lengths are bounded so that hashing is. */
export const signInFields = z.object({
  email: z.string().trim().min(1, "enterEmail").max(254, "tooLong"),
  password: z.string().min(1, "enterPassword").max(256, "tooLong"),
});
export type SignInFields = z.infer<typeof signInFields>;
