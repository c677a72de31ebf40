import clsx from "clsx";

/** Up to two initials of a name, for a circle that stands for a person. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/).filter(Boolean);
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return letters.map((part) => Array.from(part ?? "")[0]?.toLocaleUpperCase() ?? "").join("");
}

/** A staff member's initials in a circle. Decorative: the name stands beside it. */
export function Avatar({
  name,
  size = "medium",
  className,
}: {
  name: string;
  size?: "small" | "medium";
  className?: string;
}) {
  return (
    <span
      aria-hidden
      className={clsx(
        "grid shrink-0 place-items-center rounded-full bg-primary-wash font-semibold text-13 text-primary",
        size === "small" ? "size-7" : "size-8.5",
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
