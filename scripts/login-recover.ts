import { giveRecovery } from "@/server/auth/recovery";
import { findLogin } from "@/server/auth/users";
import { closeClients } from "@/server/db/clients";
import { explain, PlainError } from "./lib/steps.mjs";

/** Gives eight digits to somebody who lost every way of signing in but the mailbox: staff, whom no therapist can help. */
async function main(): Promise<void> {
  const [email] = process.argv.slice(2);
  if (!email) throw new PlainError("Say whose sign-in it is: npm run login:recover -- name@example.org");
  const login = await findLogin(email);
  if (!login) throw new PlainError("Nobody signs in with that address.");
  const { code } = await giveRecovery(login.id, null, null);
  console.log(`Make sure who it is, then hand these digits over in person or by telephone, never by mail: ${code}`);
  console.log("They are typed after a sign-in by mail, where more is asked for, and work once within 15 minutes.");
}

try {
  await main();
  await closeClients();
  process.exit(0);
} catch (error) {
  explain(error);
  process.exit(1);
}
