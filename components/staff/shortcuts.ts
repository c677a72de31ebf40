"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";

const place = "shortcuts";
const changed = "shortcuts-changed";

/** Whether single keys act on the page. They can be turned off, since speech input may type them (WCAG 2.1.4). */
export function useShortcutsOn(): boolean {
  return useSyncExternalStore(subscribe, isOn, () => true);
}

/** Whether to show the keys: shortcuts are on and there is a mouse, hence most likely a keyboard. */
export function useShortcutsShown(): boolean {
  return useSyncExternalStore(subscribe, isShown, () => false);
}

/** Remembers on this device whether single keys act. */
export function chooseShortcuts(on: boolean): void {
  window.localStorage.setItem(place, on ? "on" : "off");
  window.dispatchEvent(new Event(changed));
}

/** Runs when one of the keys is pressed outside of fields and dialogs, while shortcuts are on. */
export function useShortcut(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const run = latest.current[event.key];
      if (!run || !isOn() || isTaken(event)) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function isOn(): boolean {
  return window.localStorage.getItem(place) !== "off";
}

function isShown(): boolean {
  return isOn() && window.matchMedia("(pointer: fine)").matches;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener("storage", listener);
    window.removeEventListener(changed, listener);
  };
}

/** Typing, a combination with another key, or something open above the page. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target instanceof Element ? event.target : null;
  const typing = target?.closest("input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable=true]");
  return Boolean(typing) || document.querySelector("[role=dialog], [role=menu]") !== null;
}
