import { setTimeout as pause } from "node:timers/promises";
import { env } from "../env";
import type { RegistryFacts } from "../features/licences/schema";
import { readAnswer } from "./answer";

/** How patiently the registry is asked. */
export interface Patience {
  /** Milliseconds for one try, from the connection to the last byte. */
  timeoutMs: number;
  /** Milliseconds to wait before each further try. */
  retryAfterMs: readonly number[];
}

const patience: Patience = { timeoutMs: 6_000, retryAfterMs: [500, 2_000] };
/** A person's entry has some kilobytes; whatever is longer is no answer. */
const largestBytes = 256 * 1024;

/** What asking came to. UNAVAILABLE: no answer that could be read; it is asked again later. */
export type Looked = { status: "FOUND"; facts: RegistryFacts } | { status: "NOT_FOUND" } | { status: "UNAVAILABLE" };

/** Trying again at once may help: the server is busy or broke off. */
class TryAgain extends Error {}

async function bodyOf(response: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > largestBytes) throw new Error("The registry's answer is too long"); // leaving the loop cancels the rest
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

async function askOnce(npi: string, timeoutMs: number): Promise<RegistryFacts | null> {
  const url = new URL("/api/", env().NPPES_URL);
  url.search = new URLSearchParams({ version: "2.1", number: npi }).toString();
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { redirect: "manual", signal, headers: { accept: "application/json" } }).catch(
    () => {
      throw new TryAgain();
    },
  );
  if (response.status >= 500 || response.status === 429) {
    await response.body?.cancel();
    throw new TryAgain();
  }
  if (response.status !== 200) {
    await response.body?.cancel(); // a redirect among others: followed nowhere
    throw new Error("The registry does not answer this");
  }
  const body = await bodyOf(response).catch((error: unknown) => {
    throw signal.aborted || error instanceof TypeError ? new TryAgain() : error;
  });
  return readAnswer(npi, body);
}

/**
 * Looks a National Provider Identifier up in the national registry (NPPES, API version 2.1). Only the number leaves this
 * machine. Never throws: whatever goes wrong is UNAVAILABLE.
 */
export async function lookUpNpi(npi: string, { timeoutMs, retryAfterMs }: Patience = patience): Promise<Looked> {
  for (const wait of [0, ...retryAfterMs]) {
    await pause(wait);
    try {
      const facts = await askOnce(npi, timeoutMs);
      return facts ? { status: "FOUND", facts } : { status: "NOT_FOUND" };
    } catch (error) {
      if (!(error instanceof TryAgain)) return { status: "UNAVAILABLE" };
    }
  }
  return { status: "UNAVAILABLE" };
}
