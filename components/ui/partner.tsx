import clsx from "clsx";
import { initials } from "./avatar";

/** Which of the two partners: one is the circle, two the diamond, everywhere in the product. */
export type PartnerSide = "one" | "two";

/** The small mark of a partner, colour and shape. Decorative: the name stands beside it. */
export function PartnerMark({ side, className }: { side: PartnerSide; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 12 12"
      className={clsx(
        "inline-block size-3 shrink-0",
        side === "one" ? "fill-partner-one" : "fill-partner-two",
        className,
      )}
    >
      {side === "one" ? <circle cx="6" cy="6" r="4.6" /> : <path d="M6 .5 11.5 6 6 11.5.5 6Z" />}
    </svg>
  );
}

/** A partner's initial in their shape and colour. Decorative: the name stands beside it. */
export function PartnerAvatar({ side, name, className }: { side: PartnerSide; name: string; className?: string }) {
  return (
    <span aria-hidden className={clsx("relative grid size-7.5 shrink-0 place-items-center", className)}>
      <span
        className={clsx(
          "absolute",
          side === "one"
            ? "inset-0.5 rounded-full bg-partner-one"
            : "inset-[4.5px] rotate-45 rounded-[5px] bg-partner-two-fill",
        )}
      />
      <span className="relative font-semibold text-13 text-on-partner leading-none">{initials(name).slice(0, 1)}</span>
    </span>
  );
}

/** The two partners of a couple side by side. Decorative: their names stand beside it. */
export function PartnerPair({ one, two, className }: { one: string; two: string; className?: string }) {
  return (
    <span aria-hidden className={clsx("inline-flex shrink-0", className)}>
      <PartnerAvatar side="one" name={one} />
      <PartnerAvatar side="two" name={two} className="-ml-0.5" />
    </span>
  );
}

/** The names of a couple in the display face with its quiet ampersand; `and` is the word a screen reader says. */
export function CoupleName({ one, two, and, sign }: { one: string; two: string; and: string; sign: string }) {
  return (
    <>
      {one}{" "}
      <span aria-hidden className="font-normal text-ink-faint italic">
        {sign}
      </span>
      <span className="sr-only">{and}</span> {two}
    </>
  );
}
