import { Link, Section, Text } from "react-email";
import { Action, Frame, Greeting, Line } from "./frame";
import { day } from "./palette";

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
  /** A way to stop each kind that the note carries; none where nobody may stop it. */
  stops: readonly { label: string; url: string }[];
}

const small = { color: day.soft, fontSize: 13, lineHeight: "20px" };

/** One neutral note: its lines, a button, and below the card a way to stop each kind of it. */
export function NoteEmail({ locale, preview, greeting, lines, action, openUrl, why, stops }: NoteProps) {
  const below = (
    <Section style={{ margin: "20px auto 0", maxWidth: 480 }}>
      <Text className="soft" style={{ ...small, margin: 0, padding: "0 12px" }}>
        {why}
      </Text>
      {stops.map(({ label, url }) => (
        <Text key={url} style={{ ...small, margin: "8px 0 0", padding: "0 12px" }}>
          <Link href={url} className="soft" style={{ color: day.soft, textDecoration: "underline" }}>
            {label}
          </Link>
        </Text>
      ))}
    </Section>
  );
  return (
    <Frame locale={locale} preview={preview} below={below}>
      <Greeting>{greeting}</Greeting>
      {lines.map((line) => (
        <Line key={line}>{line}</Line>
      ))}
      <Action href={openUrl}>{action}</Action>
    </Frame>
  );
}
