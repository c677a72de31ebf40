import { LRUCache } from "lru-cache";
import { RewritingStream } from "parse5-html-rewriting-stream";

/** Marks the request by which a page is fetched to be made plain; whoever sends it gets the page with its scripts. */
export const plainHeader = "x-plain";
/** The one script of a plain page: it remembers language and light. */
const ownScript = "/site.js";

interface Plain {
  status: number;
  html: string;
}

// Public pages are compiled content: the same address, language and light give the same page until the next start.
const made = new LRUCache<string, Plain>({
  max: 300,
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: ({ html }) => html.length,
});

const staysRunning = (attributes: ReadonlyMap<string, string>) =>
  attributes.get("type") === "application/ld+json" || attributes.get("src") === ownScript;

/**
 * Takes the framework's scripts out of a page that works without them: what is left is a document of words, links and forms.
 * Structured data and our own small script stay; nonces go, since nothing inline runs.
 */
export function withoutScripts(html: string): string {
  const stream = new RewritingStream();
  let dropping = false;
  stream.on("startTag", (tag) => {
    const attributes = new Map(tag.attrs.map(({ name, value }) => [name, value]));
    if (tag.tagName === "script") dropping = !staysRunning(attributes);
    if (dropping || (tag.tagName === "link" && attributes.get("as") === "script")) return;
    tag.attrs = tag.attrs.filter(({ name }) => name !== "nonce");
    stream.emitStartTag(tag);
  });
  stream.on("text", (_, raw) => {
    if (!dropping) stream.emitRaw(raw);
  });
  stream.on("endTag", (tag) => {
    if (!dropping) stream.emitEndTag(tag);
    if (tag.tagName === "script") dropping = false;
  });
  const parts: string[] = [];
  stream.on("data", (part: string) => parts.push(part));
  stream.end(html);
  return parts.join("");
}

/**
 * A public page as a plain document. It is fetched from this very process, made plain, and kept.
 * @param address the page's address at this process, which speaks http whatever stands in front of it
 * @param theme the light that was chosen on this device, if one was
 */
export async function plainPage(address: URL, theme: "light" | "dark" | undefined): Promise<Plain> {
  const key = `${theme ?? ""} ${address.pathname}${address.search}`;
  const kept = made.get(key);
  if (kept) return kept;
  const cookie = theme ? { cookie: `theme=${theme}` } : undefined;
  const own = new URL(address);
  own.protocol = "http:";
  const answer = await fetch(own, { headers: { ...cookie, [plainHeader]: "1" }, redirect: "manual" });
  const plain = { status: answer.status, html: withoutScripts(await answer.text()) };
  if (answer.status === 200) made.set(key, plain);
  return plain;
}
