import type { ReactNode } from "react";
import { Body, Button, Container, Head, Html, Preview, Text } from "react-email";
import { day, nightStyles } from "./palette";

const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** The frame of every mail: one card on paper, whole without images, by day and by night. */
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
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{`:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${nightStyles}}`}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="paper" style={{ backgroundColor: day.paper, fontFamily: font, margin: 0, padding: "32px 12px" }}>
        <Container
          className="card"
          style={{
            backgroundColor: day.card,
            border: `1px solid ${day.edge}`,
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
  return (
    <Text className="ink" style={{ color: day.ink, fontSize: 20, fontWeight: 600, lineHeight: "28px", margin: 0 }}>
      {children}
    </Text>
  );
}

/** A paragraph of a mail. */
export function Line({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={{ color: day.ink, fontSize: 16, lineHeight: "26px", margin: "12px 0 0" }}>
      {children}
    </Text>
  );
}

/** What stands beside the matter: smaller and softer. */
export function Aside({ children }: { children: ReactNode }) {
  return (
    <Text className="soft" style={{ color: day.soft, fontSize: 14, lineHeight: "22px", margin: "20px 0 0" }}>
      {children}
    </Text>
  );
}

/** The one button of a mail. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button
      href={href}
      className="button"
      style={{
        backgroundColor: day.button,
        borderRadius: 999,
        color: day.onButton,
        fontSize: 16,
        fontWeight: 600,
        margin: "24px 0 0",
        padding: "13px 26px",
      }}
    >
      {children}
    </Button>
  );
}
