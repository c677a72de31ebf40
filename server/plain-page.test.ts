import { describe, expect, it } from "vitest";
import { withoutScripts } from "./plain-page";

const page = `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/a.css" nonce="n"/>
<link rel="preload" as="script" href="/b.js" nonce="n"/><script src="/b.js" async="" nonce="n"></script><title>Find &amp; keep</title>
<script type="application/ld+json">{"@type":"Article","name":"a <b>"}</script></head><body><p>Words &lt;script&gt; of ours</p>
<script nonce="n">self.__next_f.push("<p>again</p>")</script><script src="/site.js" async="" nonce="n"></script></body></html>`;

describe("a page made plain", () => {
  const plain = withoutScripts(page);

  it("keeps every word, escaped as it was", () => {
    expect(plain).toContain("<title>Find &amp; keep</title>");
    expect(plain).toContain("<p>Words &lt;script&gt; of ours</p>");
    expect(plain).toContain('<link rel="stylesheet" href="/a.css"/>');
  });

  it("keeps structured data as it is written, and our own small script", () => {
    expect(plain).toContain('<script type="application/ld+json">{"@type":"Article","name":"a <b>"}</script>');
    expect(plain).toContain('<script src="/site.js" async=""></script>');
  });

  it("has no other script, no hint of one and no nonce", () => {
    expect(plain.match(/<script/g)).toHaveLength(2);
    expect(plain).not.toMatch(/b\.js|__next_f|again|nonce/);
  });

  it("is the same when it is made plain again", () => {
    expect(withoutScripts(plain)).toBe(plain);
  });
});
