import type { Needle } from "./needles";

/** A log that was read. */
export interface Log {
  name: string;
  text: string;
}

/** Numbers of processes look like codes: they are taken out before a short number is looked for. */
const processNumbers = /"pid":\d+|\[\d+\]|port \d+|"port":\d+|:\d{4,5}\b/g;
/** A needle as JSON or a quoted SQL text would hold it. */
const escaped = (text: string) => JSON.stringify(text).slice(1, -1);

function holds(log: string, withoutNumbers: string, text: string): boolean {
  if (/^\d+$/.test(text)) return new RegExp(`(?<![\\d.])${text}(?![\\d.])`).test(withoutNumbers);
  if (text.length < 8) return new RegExp(`(?<!\\w)${text.replace(/[^\w\s]/g, "\\$&")}(?!\\w)`).test(log);
  return log.includes(text) || log.includes(escaped(text));
}

/** Which needles stand in which log, told by where they come from and never by themselves. */
export function leaks(logs: Log[], needles: Needle[]): string[] {
  const distinct = [...new Map(needles.map((needle) => [needle.text, needle])).values()];
  return logs.flatMap(({ name, text }) => {
    const withoutNumbers = text.replaceAll(processNumbers, "");
    const found = distinct.filter((needle) => holds(text, withoutNumbers, needle.text));
    return found.map((needle) => {
      const line = text.split("\n").findIndex((one) => one.includes(needle.text) || one.includes(escaped(needle.text)));
      return `${name}, line ${line + 1}: a text from ${needle.from}, ${needle.text.length} characters`;
    });
  });
}
