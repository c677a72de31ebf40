import { writeFileSync } from "node:fs";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { addressNeedles, cookieNeedles, givenNeedles, type Needle, sentNeedles } from "./needles";

/** Passes everything on to the product under test, and remembers what may stand in no log. */
export interface Recorder {
  needles(): Needle[];
  stop(): Promise<void>;
}

const mostBytes = 512 * 1024;

/** Collects what flows by, as far as it is not huge. `done` is told when it ended. */
function overhear(stream: IncomingMessage, done: (text: string) => void): void {
  const parts: Buffer[] = [];
  let size = 0;
  stream.on("data", (part: Buffer) => {
    size += part.length;
    if (size <= mostBytes) parts.push(part);
  });
  stream.on("end", () => done(Buffer.concat(parts).toString("utf8")));
}

const typeOf = (message: IncomingMessage) => message.headers["content-type"] ?? "";

/**
 * A server between the browsers and the web process, as a deployment has one: `port` is the public one. Host and Origin
 * pass as they are. `file` takes the needles when it stops.
 */
export async function startRecorder(port: number, webPort: number, file: string): Promise<Recorder> {
  const found = new Map<string, Needle>();
  const keep = (needles: Needle[]) => {
    for (const needle of needles) found.set(needle.text, needle);
  };
  // A connection of its own for each request: one that was kept may be closed by the other side just as it is used again.
  const agent = new Agent({ keepAlive: false });
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { method, url = "/" } = incoming;
    keep([...addressNeedles(url), ...cookieNeedles(incoming.headers.cookie ?? "")]);
    overhear(incoming, (body) => keep(sentNeedles(typeOf(incoming), body)));
    // Unpacked, so that answers can be read.
    const headers = { ...incoming.headers, "accept-encoding": "identity" };
    const onward = request({ host: "127.0.0.1", port: webPort, method, path: url, headers, agent }, (answer) => {
      keep(cookieNeedles([answer.headers["set-cookie"] ?? []].flat().join("; ")));
      if (typeOf(answer).startsWith("application/json"))
        overhear(answer, (body) => keep(givenNeedles("application/json", body)));
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      outgoing.on("close", () => answer.destroy());
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  };
  const server = createServer(pass);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    needles: () => [...found.values()],
    stop: () => {
      writeFileSync(file, JSON.stringify([...found.values()]), { mode: 0o600 });
      server.closeAllConnections();
      agent.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
