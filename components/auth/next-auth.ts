import { signIn } from "next-auth/react";

/**
 * Turns a ticket into a session cookie.
 * @returns whether it did; false when the ticket was late or already used.
 */
export async function redeemTicket(ticket: string): Promise<boolean> {
  const answer = await signIn("ticket", { ticket, redirect: false });
  return answer?.ok === true && !answer.error;
}
