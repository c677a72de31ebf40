"use client";

import { useEffect, useRef, useState } from "react";

/** What the tabs of one browser tell one another while somebody signs up. It never leaves the browser, nor lies in storage. */
type Message =
  | { kind: "ask"; email: string }
  | { kind: "give"; email: string; password: string }
  | { kind: "done"; email: string };

const channelName = "sign-up";
/** Longer than a tab in the background takes to answer. */
const patienceMs = 700;
const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The tab that waits for its digits: hands the password to the tab of the link, and learns when that one went on. */
export function useWaiting(email: string, password: string, onGone: () => void): boolean {
  const [gone, setGone] = useState(false);
  const latest = useRef({ email, password, onGone });
  latest.current = { email, password, onGone };
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      const { email: mine, password: secret } = latest.current;
      if (!mine || !same(data.email, mine)) return;
      if (data.kind === "ask" && secret) channel.postMessage({ kind: "give", email: mine, password: secret });
      if (data.kind !== "done") return;
      setGone(true);
      latest.current.onGone();
    };
    return () => channel.close();
  }, []);
  return gone;
}

/**
 * The tab of the link: asks the tab that waits for the password that was typed there.
 * @returns undefined while it asks; null when no tab knows it
 */
export function useHandedOver(email: string | null): string | null | undefined {
  const [password, setPassword] = useState<string | null>();
  useEffect(() => {
    if (email === null) return;
    const channel = new BroadcastChannel(channelName);
    const timer = window.setTimeout(() => setPassword((known) => known ?? null), patienceMs);
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === "give" && same(data.email, email)) setPassword(data.password);
    };
    channel.postMessage({ kind: "ask", email } satisfies Message);
    return () => {
      window.clearTimeout(timer);
      channel.close();
    };
  }, [email]);
  return password;
}

/** Tells the tab that waits that this one went on. */
export function tellDone(email: string): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ kind: "done", email } satisfies Message);
  channel.close();
}
