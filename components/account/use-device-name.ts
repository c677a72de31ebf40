"use client";

import { useTranslations } from "next-intl";
import { deviceWords } from "./device-words";

/** Names a device: "Chrome on Mac", or "A device" where its browser does not say. */
export function useDeviceName(): (userAgent: string) => string {
  const words = useTranslations("account.sessions");
  return (userAgent) => {
    const { browser, system } = deviceWords(userAgent);
    if (browser && system) return words("device", { browser, system });
    return browser ?? system ?? words("unknown");
  };
}
