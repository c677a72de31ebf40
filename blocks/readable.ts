const mostLines = 40;
const deepest = 6;

/**
 * The words and figures inside whatever was stored, in their order: what is shown of a body whose shape is no longer known.
 * The version number is left out; so are yes and no, which say nothing without their question.
 */
export function readable(body: unknown): string[] {
  const lines: string[] = [];
  collect(body, 0, lines);
  return lines;
}

function collect(value: unknown, depth: number, lines: string[]): void {
  if (lines.length >= mostLines || depth > deepest) return;
  if (typeof value === "string" && value.trim() !== "") lines.push(value.trim());
  else if (typeof value === "number" && Number.isFinite(value)) lines.push(String(value));
  else if (Array.isArray(value)) for (const inner of value) collect(inner, depth + 1, lines);
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) if (key !== "v") collect(inner, depth + 1, lines);
  }
}
