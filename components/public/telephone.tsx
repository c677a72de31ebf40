import type { ReactNode } from "react";

/** A number that can be called with one tap; for `<tel>` in messages: `words.rich("…", { tel })`. */
export function tel(chunks: ReactNode): ReactNode {
  const number = String(chunks);
  return (
    <a
      href={`tel:${number.replace(/\D/g, "")}`}
      className="whitespace-nowrap font-semibold text-ink underline-offset-4 hover:underline"
    >
      {number}
    </a>
  );
}
