import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";

export const metadata: Metadata = { title: { default: "Reconnect", template: "%s · Reconnect" } };
export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

/** The document: language, theme and fonts. A theme not chosen follows the device. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html lang={await getLocale()} data-theme={theme === "dark" || theme === "light" ? theme : undefined}>
      <body>
        <NextIntlClientProvider>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
