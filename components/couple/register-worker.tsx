"use client";

import { useEffect } from "react";

/** Registers the service worker that shows a plain page when there is no network. Development has none: it would serve old files. */
export function RegisterWorker() {
  useEffect(() => {
    navigator.serviceWorker?.register("/sw.js").catch(() => undefined); // without it the browser's own offline page shows
  }, []);
  return null;
}
