import { Text } from "react-email";
import { Action, Aside, Frame, Greeting, Line } from "./frame";
import { day } from "./palette";

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

const digitStyle = { fontSize: 28, fontWeight: 600, letterSpacing: 6, lineHeight: "40px", margin: 0 };

/** A mail of a login: a line, a button, six digits where it asks for proof, and what to do if one did not ask. */
export function LetterEmail({ locale, greeting, line, action, url, code, ignore }: LetterProps) {
  return (
    <Frame locale={locale} preview={line}>
      <Greeting>{greeting}</Greeting>
      <Line>{line}</Line>
      <Action href={url}>{action}</Action>
      {code && (
        <>
          <Line>{code.text}</Line>
          <Text className="ink" style={{ ...digitStyle, color: day.ink }}>
            {code.digits}
          </Text>
        </>
      )}
      <Aside>{ignore}</Aside>
    </Frame>
  );
}
