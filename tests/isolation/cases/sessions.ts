import type { ErrorCode } from "@/server/errors";
import { atCouple, type IsolationCase, type Rows, signedInEveryone } from "./shape";

const nothing = "an-answer-that-nobody-waits-for";
const someAddress = () => `${crypto.randomUUID()}@test.example`;

/** Open to everyone; what was sent proves nothing, so everyone is refused alike. */
const open = <Input>(input: () => Input, answer?: ErrorCode): IsolationCase<Input> => ({
  input,
  allowed: [],
  open: true,
  ...(answer ? { answer } : {}),
});
/** A live session is enough; what a change needs besides was proven just now in these tests. */
const own = <Input>(input: () => Input, answer?: ErrorCode): IsolationCase<Input> => ({
  input,
  allowed: signedInEveryone,
  ...(answer ? { answer } : {}),
});

/** Signing in, proving more, and one's own ways of signing in. */
export const sessions: Rows = {
  "session.signIn": open(() => ({ email: "alex@test.example", password: "a long enough password" })),
  "session.secondFactor": open(() => ({ challenge: nothing, code: "123456" }), "EXPIRED"),
  "session.passkeyOptions": open(() => undefined),
  "session.passkeySignIn": open(() => ({ challenge: nothing, response: {} }), "EXPIRED"),
  "session.requestLetter": open(() => ({ kind: "SIGN_IN", email: someAddress() })),
  "session.showLetter": open(() => ({ kind: "SIGN_IN", token: nothing })),
  "session.signInByLetter": open(() => ({ proof: { token: nothing } }), "EXPIRED"),
  "session.resetPassword": open(() => ({ proof: { token: nothing }, password: "quiet harbour lantern 71" }), "EXPIRED"),
  "session.unlockWays": open(() => undefined),
  "session.unlockPasskey": own(() => undefined),
  "session.unlock": own(() => ({ by: "pin", pin: "739164" }), "WRONG_CODE"),
  "session.touch": open(() => undefined),
  "session.timeLeft": open(() => undefined),
  "account.page": own(() => undefined),
  "account.changePassword": own(() => ({ password: "aaaaaaaaaaaa" }), "INVALID"),
  "account.beginTotp": own(() => undefined),
  "account.confirmTotp": own(() => ({ challenge: nothing, code: "123456" }), "EXPIRED"),
  "account.removeTotp": own(() => undefined),
  "account.renewRecoveryCodes": own(() => undefined),
  "account.beginPasskey": own(() => undefined),
  "account.addPasskey": own(() => ({ challenge: nothing, response: {}, name: "Phone" }), "EXPIRED"),
  "account.renamePasskey": own(() => ({ passkeyId: crypto.randomUUID(), name: "Phone" }), "NOT_FOUND"),
  "account.removePasskey": own(() => ({ passkeyId: crypto.randomUUID() }), "NOT_FOUND"),
  "account.setPin": {
    input: () => ({ pin: "739164" }),
    allowed: signedInEveryone.filter((actor) =>
      ["alex", "sam", "formerPartner", "removedStaff", "otherPartner"].includes(actor),
    ),
  },
  "account.removePin": own(() => undefined),
  "account.forgetDevice": own(() => undefined),
  "account.endSession": own(() => ({ sessionId: crypto.randomUUID() }), "NOT_FOUND"),
  "account.askForAddress": own(() => ({ email: someAddress() })),
  "account.takeAddress": open(() => ({ token: nothing }), "EXPIRED"),
  "recovery.give": {
    input: (world) => ({ ...atCouple(world), personId: world.people.alex.id }),
    allowed: ["therapist"],
  },
};
