import pino, { type Logger } from "pino";
import { env } from "./env";

let logger: Logger | undefined;

/** Structured log to standard output. Callers pass codes and ids, never words, addresses or values. */
export function log(): Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    redact: { paths: ["*.email", "*.password", "*.token", "*.secret", "*.body"], censor: "[redacted]" },
  });
  return logger;
}
