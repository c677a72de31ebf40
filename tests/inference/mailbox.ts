import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail server that keeps what arrives, byte for byte, by the address that it was sent to. */
export interface Mailbox {
  url: string;
  letters: Map<string, string[]>;
  close(): Promise<void>;
}

/** Listens on a free port of this machine. */
export async function openMailbox(): Promise<Mailbox> {
  const letters = new Map<string, string[]>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const raw = Buffer.concat(parts).toString("utf8");
        for (const { address } of session.envelope.rcptTo) letters.set(address, [...(letters.get(address) ?? []), raw]);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

/** A letter without what differs from one sending to the next: date, message id, and the boundaries between its parts. */
export function withoutNonces(raw: string): string {
  return raw
    .replace(/^Date: .*$/gm, "Date:")
    .replace(/^Message-ID: .*$/gim, "Message-ID:")
    .replace(/--_NmP-[\w-]+/g, "--boundary");
}
