import { Text } from "react-email";
import { Action, Frame, Greeting, ink, Line, quietInk } from "./frame";

/** The words of a letter, already in the reader's language. */
export interface LetterProps {
  locale: string;
  greeting: string;
  line: string;
  action: string;
  url: string;
  /** Six digits and the words before them; absent in notices. */
  code?: { text: string; digits: string };
  ignore: string;
}

/** A mail of a login: a line, a button, six digits where it asks for proof, and what to do if one did not ask. */
export function LetterEmail({ locale, greeting, line, action, url, code, ignore }: LetterProps) {
  return (
    <Frame locale={locale} preview={line}>
      <Greeting>{greeting}</Greeting>
      <Line>{line}</Line>
      <Action href={url}>{action}</Action>
      {code && (
        <>
          <Text style={{ color: ink, fontSize: 16, lineHeight: "26px", margin: "24px 0 0" }}>{code.text}</Text>
          <Text style={{ color: ink, fontSize: 28, fontWeight: 600, letterSpacing: 6, lineHeight: "40px", margin: 0 }}>
            {code.digits}
          </Text>
        </>
      )}
      <Text style={{ color: quietInk, fontSize: 14, lineHeight: "22px", margin: "24px 0 0" }}>{ignore}</Text>
    </Frame>
  );
}
