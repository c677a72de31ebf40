import type { ReactNode } from "react";
import { Body, Button, Container, Head, Html, Preview, Text } from "react-email";

const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
export const ink = "#22302a";
export const quietInk = "#5d6963";

/** The frame of every mail: one card on paper, readable without images, in light and dark. */
export function Frame({
  locale,
  preview,
  children,
  below,
}: {
  locale: string;
  preview: string;
  children: ReactNode;
  below?: ReactNode;
}) {
  return (
    <Html lang={locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
      </Head>
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: "#fbfaf6", fontFamily: font, margin: 0, padding: "32px 12px" }}>
        <Container
          style={{
            backgroundColor: "#ffffff",
            border: "1px solid #e6e3da",
            borderRadius: 18,
            maxWidth: 480,
            padding: "28px 32px",
          }}
        >
          {children}
        </Container>
        {below}
      </Body>
    </Html>
  );
}

/** The greeting above a mail's line. */
export function Greeting({ children }: { children: ReactNode }) {
  return <Text style={{ color: ink, fontSize: 20, fontWeight: 600, lineHeight: "28px", margin: 0 }}>{children}</Text>;
}

/** A paragraph of a mail. */
export function Line({ children }: { children: ReactNode }) {
  return <Text style={{ color: ink, fontSize: 16, lineHeight: "26px", margin: "12px 0 24px" }}>{children}</Text>;
}

/** The one button of a mail. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button
      href={href}
      style={{
        backgroundColor: "#1a573f",
        borderRadius: 999,
        color: "#ffffff",
        fontSize: 16,
        fontWeight: 600,
        padding: "13px 26px",
      }}
    >
      {children}
    </Button>
  );
}
