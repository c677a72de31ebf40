"use client";

import { useEffect } from "react";

/** Registers the service worker that shows a plain page when there is no network. In production only. */
export function RegisterWorker() {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production") return;
    navigator.serviceWorker?.register("/sw.js").catch(() => undefined); // without it the browser's own offline page shows
  }, []);
  return null;
}
