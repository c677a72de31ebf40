import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/ui/client-messages";
import { fontVariables } from "./fonts";

export const metadata: Metadata = {
  title: { default: "Reconnect", template: "%s · Reconnect" },
  applicationName: "Reconnect",
  formatDetection: { telephone: false, email: false, address: false, date: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfaf5" },
    { media: "(prefers-color-scheme: dark)", color: "#101814" },
  ],
};

/** The document: language, theme and fonts. A theme not chosen follows the device. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html
      lang={await getLocale()}
      data-theme={theme === "dark" || theme === "light" ? theme : undefined}
      className={fontVariables}
    >
      <body>
        <ClientMessages names={["errors"]}>{children}</ClientMessages>
      </body>
    </html>
  );
}
