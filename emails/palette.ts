/** The colours of a mail in one theme: those of the app (app/tokens.css), as the hex values that mail programs read. */
interface Palette {
  paper: string;
  card: string;
  edge: string;
  ink: string;
  soft: string;
  button: string;
  onButton: string;
}

export const day: Palette = {
  paper: "#fbfaf6",
  card: "#ffffff",
  edge: "#e6e3da",
  ink: "#22302a",
  soft: "#57635d",
  button: "#1a573f",
  onButton: "#fdfcf7",
};

export const night: Palette = {
  paper: "#0e1814",
  card: "#15201b",
  edge: "#2b3731",
  ink: "#edeae2",
  soft: "#b3bab3",
  button: "#7fcfa9",
  onButton: "#081a12",
};

/**
 * What mail programs that know themes put over the inline colours at night; the others keep the day's, or turn them by
 * themselves. Each class stands for one place of the palette. React Email repeats the body's ground on a cell, the one cell
 * with a direction, for programs that drop the body.
 */
export const nightStyles = [
  ["paper", `background-color:${night.paper}`],
  ["card", `background-color:${night.card}`],
  ["card", `border-color:${night.edge}`],
  ["ink", `color:${night.ink}`],
  ["soft", `color:${night.soft}`],
  ["button", `background-color:${night.button}`],
  ["button", `color:${night.onButton}`],
]
  .map(([name, rule]) => `.${name}{${rule} !important}`)
  .concat(`.paper td[dir]{background-color:${night.paper} !important}`)
  .join("");
