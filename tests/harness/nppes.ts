import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Somebody in a registry of our own. */
export interface Registered {
  number: string;
  /** Given and family name, or the organisation's name alone. */
  name: [string, string] | [string];
  active?: boolean;
  credential?: string;
  taxonomies?: { code: string; desc: string; license: string | null; state: string | null; primary?: boolean }[];
}

/** What a registry may do other than answer at once. */
export type Mood = "well" | "slow" | "busyOnce" | "down" | "redirects" | "garbled" | "endless" | "refuses" | "mistaken";

/** A registry on the loopback that speaks NPPES's API, version 2.1, over a real socket. */
export interface Registry {
  url: string;
  /** The numbers that were asked for, in order. */
  asked: string[];
  mood: Mood;
  close(): Promise<void>;
}

function resultOf({ number, name, active = true, credential, taxonomies = [] }: Registered) {
  const [first, last] = name;
  const person = { first_name: first, last_name: last, credential: credential ?? "" };
  return {
    created_epoch: "1199145600000",
    enumeration_type: last ? "NPI-1" : "NPI-2",
    last_updated_epoch: "1719792000000",
    number,
    addresses: [{ country_code: "US", address_purpose: "LOCATION", city: "NEW YORK", state: "NY" }],
    practiceLocations: [],
    basic: { ...(last ? person : { organization_name: first }), status: active ? "A" : "D" },
    taxonomies: taxonomies.map((one) => ({ taxonomy_group: "", primary: false, ...one })),
    identifiers: [],
    endpoints: [],
    other_names: [],
  };
}

function answerWell(url: URL, people: readonly Registered[]): unknown {
  if (url.searchParams.get("version") !== "2.1")
    return { Errors: [{ description: "Unsupported Version", field: "version", number: "20" }] };
  const number = url.searchParams.get("number") ?? "";
  const found = people.filter((one) => one.number === number).map(resultOf);
  return { result_count: found.length, results: found };
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** Bytes without an end, until nobody listens any more. */
function pour(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" });
  const more = () => {
    while (!response.destroyed && response.write(" ".repeat(64 * 1024)));
  };
  response.on("drain", more);
  more();
}

const moods: Record<Exclude<Mood, "well" | "busyOnce">, (response: ServerResponse, base: string) => void> = {
  slow: () => undefined,
  down: (response) => void response.writeHead(503).end("busy"),
  redirects: (response, base) => void response.writeHead(302, { location: `${base}/elsewhere` }).end(),
  garbled: (response) => void response.writeHead(200).end("<html>Maintenance</html>"),
  endless: pour,
  refuses: (response) => sendJson(response, { Errors: [{ description: "Number must be 10 digits", number: "06" }] }),
  mistaken: (response) =>
    sendJson(response, { result_count: 1, results: [resultOf({ number: "1000000004", name: ["Some", "Body"] })] }),
};

/** Starts a registry with these people on a free port of the loopback. */
export async function startRegistry(people: readonly Registered[]): Promise<Registry> {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", registry.url);
    registry.asked.push(url.pathname === "/api/" ? (url.searchParams.get("number") ?? "") : url.pathname);
    if (registry.mood === "busyOnce") {
      registry.mood = "well";
      response.writeHead(500).end();
    } else if (registry.mood === "well") sendJson(response, answerWell(url, people));
    else moods[registry.mood](response, registry.url);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const registry: Registry = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    mood: "well",
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return registry;
}
