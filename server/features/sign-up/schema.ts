import { z } from "zod";
import { emailAddress, letterProof, newPassword } from "../sessions/schema";

/** The sign-up form. */
export const signUpFields = z.object({ email: emailAddress, password: newPassword });
export type SignUpFields = z.infer<typeof signUpFields>;

/** What proves the address, and the password that the login gets: it never waits on the server for the proof. */
export const confirmFields = z.object({ proof: letterProof, password: newPassword });
