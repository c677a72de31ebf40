import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, it } from "vitest";
import { failureOf } from "./failure";
import { mailConnections, mailPool } from "./transport";

/** A mail server that counts the connections made to it and the most at a time, and hangs up on them when told to. */
let server: SMTPServer;
const open = new Set<Socket>();
let [made, most, hangsUp] = [0, 0, false];

function start(port: number): Promise<void> {
  server = new SMTPServer({ authOptional: true, disableReverseLookup: true, disabledCommands: ["STARTTLS"] });
  server.on("error", () => undefined);
  server.server.on("connection", (socket: Socket) => {
    if (hangsUp) return socket.destroy();
    made++;
    most = Math.max(most, open.add(socket).size);
    return socket.on("close", () => open.delete(socket));
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
}

const port = () => (server.server.address() as AddressInfo).port;
const stop = () => new Promise<void>((resolve) => server.close(resolve));
const mail = { from: "a@mail.example", to: "b@mail.example", subject: "Hello", text: "Hello" };
let pool: ReturnType<typeof mailPool>;
const send = (mails: number) => Promise.allSettled(Array.from({ length: mails }, () => pool.sendMail(mail)));
const faults = async (mails: number) =>
  (await send(mails)).map((one) => (one.status === "rejected" ? failureOf(one.reason).fault : "sent"));

beforeEach(async () => {
  [made, most, hangsUp] = [0, 0, false];
  await start(0);
});
afterEach(async () => {
  pool.close();
  await stop();
});

it("sends many mails over a few connections that stay open", async () => {
  pool = mailPool(`smtp://127.0.0.1:${port()}`);
  expect(await faults(60)).toEqual(Array(60).fill("sent"));
  expect(await faults(60)).toEqual(Array(60).fill("sent"));
  expect({ made, most }).toEqual({ made: mailConnections, most: mailConnections });
});

it("sends no more in a second than it may", async () => {
  pool = mailPool(`smtp://127.0.0.1:${port()}`, 10);
  const started = performance.now();
  expect(await faults(21)).toEqual(Array(21).fill("sent"));
  expect(performance.now() - started).toBeGreaterThan(1_000);
});

it("tells of a server that hangs up or is away instead of waiting for it, and sends when it is back", async () => {
  const at = port();
  pool = mailPool(`smtp://127.0.0.1:${at}`);
  hangsUp = true;
  expect(await faults(mailConnections * 2)).toEqual(Array(mailConnections * 2).fill("SERVER"));
  await stop();
  expect(await faults(mailConnections * 2)).toEqual(Array(mailConnections * 2).fill("SERVER"));
  hangsUp = false;
  await start(at);
  expect(await faults(mailConnections * 2)).toEqual(Array(mailConnections * 2).fill("sent"));
});
