import { Body, Button, Container, Head, Html, Link, Preview, Section, Text } from "react-email";

/** The words of a note, already in the reader's language. None of them says what it is about. */
export interface NoteProps {
  locale: string;
  preview: string;
  greeting: string;
  line: string;
  action: string;
  openUrl: string;
  why: string;
  stop: string;
  unsubscribeUrl: string;
}

const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const ink = "#22302a";

/** One neutral note: a line, a button, and a way to stop it. Works without images, in light and dark. */
export function NoteEmail(props: NoteProps) {
  return (
    <Html lang={props.locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
      </Head>
      <Preview>{props.preview}</Preview>
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
          <Text style={{ color: ink, fontSize: 20, fontWeight: 600, lineHeight: "28px", margin: 0 }}>
            {props.greeting}
          </Text>
          <Text style={{ color: ink, fontSize: 16, lineHeight: "26px", margin: "12px 0 24px" }}>{props.line}</Text>
          <Button
            href={props.openUrl}
            style={{
              backgroundColor: "#1a573f",
              borderRadius: 999,
              color: "#ffffff",
              fontSize: 16,
              fontWeight: 600,
              padding: "13px 26px",
            }}
          >
            {props.action}
          </Button>
        </Container>
        <Section style={{ margin: "20px auto 0", maxWidth: 480 }}>
          <Text style={{ color: "#5d6963", fontSize: 13, lineHeight: "20px", margin: 0, padding: "0 12px" }}>
            {props.why}{" "}
            <Link href={props.unsubscribeUrl} style={{ color: "#5d6963", textDecoration: "underline" }}>
              {props.stop}
            </Link>
          </Text>
        </Section>
      </Body>
    </Html>
  );
}
