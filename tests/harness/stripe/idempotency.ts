import { idempotencyReuse } from "./errors";
import type { Answered, World } from "./world";

/** The answer that this key got before; a refusal when it came with something else then. */
export function answerBefore(world: World, key: string, endpoint: string, parameters: string): Answered | null {
  const before = Object.hasOwn(world.state.answered, key) ? world.state.answered[key] : undefined;
  if (!before) return null;
  if (before.endpoint !== endpoint) throw idempotencyReuse(key, false);
  if (sorted(before.parameters) !== sorted(parameters)) throw idempotencyReuse(key, true);
  return before;
}

const sorted = (form: string) => form.split("&").sort().join("&");

/** Keeps an answer under its key; a refusal before anything was done is not kept, as at Stripe. */
export function keepAnswer(world: World, key: string, answer: Answered): void {
  if (answer.status >= 400 && answer.status !== 402 && answer.status < 500) return;
  world.state.answered = { ...world.state.answered, [key]: answer };
}
