const list = new Intl.ListFormat("es", { type: "conjunction" });

/** The Spanish "and" before a name: "e" before the sound of i, otherwise "y". Texts in other languages leave it out. */
export function andBefore(name: string): string {
  return (
    list
      .formatToParts(["x", name])
      .find(({ type }) => type === "literal")
      ?.value.trim() ?? "y"
  );
}
