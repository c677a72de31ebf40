"use client";

import "./globals.css";
import en from "@/messages/en/common.json";
import es from "@/messages/es/common.json";
import { fontVariables } from "./fonts";

/** The frame itself failed, languages included: so these words come straight from the catalogues. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const spanish = typeof document !== "undefined" && document.documentElement.lang === "es";
  const words = (spanish ? es : en).error;
  return (
    <html lang={spanish ? "es" : "en"} className={fontVariables}>
      <body>
        <title>{words.title}</title>
        <main className="grid min-h-dvh place-content-center justify-items-center gap-3 px-5 text-center">
          <h1 className="display text-32">{words.title}</h1>
          <p className="max-w-md text-17 text-ink-soft">{words.text}</p>
          {error.digest && (
            <p className="text-13 text-ink-faint">{words.reference.replace("{digest}", error.digest)}</p>
          )}
          <a href="/" className="link mt-3">
            {words.home}
          </a>
        </main>
      </body>
    </html>
  );
}
