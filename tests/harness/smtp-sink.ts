import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail server on a real socket that keeps what it is given. */
export interface SmtpSink {
  url: string;
  arrived: ParsedMail[];
  /** The SMTP code with which every recipient is refused from now on; null takes them. */
  refuseWith: number | null;
  close(): Promise<void>;
}

/** Starts the sink on the loopback, on a free port. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) =>
      done(sink.refuseWith ? Object.assign(new Error("no"), { responseCode: sink.refuseWith }) : null),
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        sink.arrived.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    arrived: [],
    refuseWith: null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return sink;
}
