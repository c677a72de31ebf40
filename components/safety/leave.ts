import { forgetNext } from "@/components/auth/kept-next";

const neutralPage = "/rest";
const channelName = "leave";

/** One per tab: a channel does not hear itself, so the tab that leaves is not told to leave again. */
let channel: BroadcastChannel | null = null;

/** Hides the whole page behind an opaque sheet, in this tab, before anything else happens. */
function cover(neutralTitle: string): void {
  for (const child of document.body.children) if (child instanceof HTMLElement) child.hidden = true;
  const sheet = document.createElement("div");
  sheet.className = "fixed inset-0 z-[2147483647] bg-paper";
  document.body.append(sheet);
  document.title = neutralTitle;
}

function goAway(neutralTitle: string): void {
  cover(neutralTitle);
  window.location.replace(neutralPage);
}

/**
 * Leaves at once: covers the page, tells the other tabs, ends the session with a request that outlives the page, and
 * goes to a neutral page in place of this one. Earlier entries of the browser's history stay; nothing claims otherwise.
 */
export function leaveQuickly(neutralTitle: string): void {
  cover(neutralTitle);
  forgetNext();
  window.sessionStorage.removeItem("joining"); // an invitation that was open in this tab
  channel?.postMessage(channelName);
  const request = { method: "POST", keepalive: true, headers: { "content-type": "application/json" }, body: "{}" };
  fetch("/api/trpc/session.end", request).catch(() => undefined); // offline, the session ends by its idle limit
  window.location.replace(neutralPage);
}

/** Follows another tab out, and never shows a kept copy of a left page again. Returns how to stop. */
export function followLeaving(neutralTitle: string): () => void {
  channel = new BroadcastChannel(channelName);
  channel.onmessage = () => goAway(neutralTitle);
  const onShow = (event: PageTransitionEvent) => event.persisted && window.location.reload();
  window.addEventListener("pageshow", onShow);
  return () => {
    channel?.close();
    channel = null;
    window.removeEventListener("pageshow", onShow);
  };
}

const presses = 3;
const span = 5_000;

/** Calls back when Shift alone was pressed and let go three times within five seconds. Returns how to stop. */
export function onShiftThrice(callback: () => void): () => void {
  let times: number[] = [];
  let alone = false;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) {
      alone = false;
      times = [];
    } else if (!event.repeat) {
      alone = true;
    }
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    times = [...times.filter((time) => event.timeStamp - time < span), event.timeStamp];
    if (times.length < presses) return;
    times = [];
    callback();
  };
  // A click while Shift is held is a selection, not a call for help.
  const onPointer = () => {
    alone = false;
  };
  window.addEventListener("keydown", onKeyDown, true);
  window.addEventListener("keyup", onKeyUp, true);
  window.addEventListener("pointerdown", onPointer, true);
  return () => {
    window.removeEventListener("keydown", onKeyDown, true);
    window.removeEventListener("keyup", onKeyUp, true);
    window.removeEventListener("pointerdown", onPointer, true);
  };
}
