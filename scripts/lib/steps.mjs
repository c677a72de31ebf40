// Plain JavaScript: it also runs before the dependencies, and so before TypeScript, are there.
const terminal = Boolean(process.stdout.isTTY);
const colour = terminal && !process.env.NO_COLOR;
const paint = (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

export const green = (text) => paint(32, text);
export const red = (text) => paint(31, text);
export const yellow = (text) => paint(33, text);
export const dim = (text) => paint(2, text);
export const bold = (text) => paint(1, text);

/** A problem that the reader can act on: shown as its sentence, without a stack trace. */
export class PlainError extends Error {}

/** 850 ms, 4.2 s, 1 min 20 s. */
export function duration(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Shows that a step goes on: each second on a terminal, each 15 seconds in a log. Gives the way to end it. */
function heartbeat(title, started) {
  const show = () => {
    const text = `  ${dim("…")} ${title} ${dim(duration(Math.round((performance.now() - started) / 1000) * 1000))}`;
    process.stdout.write(terminal ? `\r\u001b[2K${text}` : `${text}\n`);
  };
  if (terminal) process.stdout.write(`  ${dim("…")} ${title}`);
  const timer = setInterval(show, terminal ? 1000 : 15_000);
  return () => {
    clearInterval(timer);
    if (terminal) process.stdout.write("\r\u001b[2K");
  };
}

/** Runs one step and prints a line with a tick, its time, and what `note` was told last. */
export async function step(title, run) {
  const started = performance.now();
  const end = heartbeat(title, started);
  let remark = "";
  const line = (mark) => {
    const took = dim(duration(performance.now() - started).padStart(9));
    return `  ${mark} ${title.padEnd(14)}${took}${remark ? `  ${dim(remark)}` : ""}`;
  };
  try {
    const result = await run((text) => {
      remark = text;
    });
    end();
    console.log(line(green("✓")));
    return result;
  } catch (error) {
    end();
    console.log(line(red("✗")));
    throw error;
  }
}

/** Says what went wrong in a sentence; only what nobody foresaw comes with its stack, and only on request. */
export function explain(error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`\n${red("Stopped:")} ${message}`);
  if (!(error instanceof PlainError) && process.env.RECONNECT_DEBUG && error instanceof Error)
    console.error(error.stack);
}
