import { Link, Section, Text } from "react-email";
import { Action, Frame, Greeting, Line, quietInk } from "./frame";

/** The words of a note, already in the reader's language. None of them says what it is about. */
export interface NoteProps {
  locale: string;
  preview: string;
  greeting: string;
  /** The first one stands in the preview too. */
  lines: string[];
  action: string;
  openUrl: string;
  why: string;
  /** Null where nobody may stop it. */
  stop: { label: string; url: string } | null;
}

/** One neutral note: a line, a button, and a way to stop it where there is one. */
export function NoteEmail(props: NoteProps) {
  const below = (
    <Section style={{ margin: "20px auto 0", maxWidth: 480 }}>
      <Text style={{ color: quietInk, fontSize: 13, lineHeight: "20px", margin: 0, padding: "0 12px" }}>
        {props.why}
        {props.stop && " "}
        {props.stop && (
          <Link href={props.stop.url} style={{ color: quietInk, textDecoration: "underline" }}>
            {props.stop.label}
          </Link>
        )}
      </Text>
    </Section>
  );
  return (
    <Frame locale={props.locale} preview={props.preview} below={below}>
      <Greeting>{props.greeting}</Greeting>
      {props.lines.map((line) => (
        <Line key={line}>{line}</Line>
      ))}
      <Action href={props.openUrl}>{props.action}</Action>
    </Frame>
  );
}
