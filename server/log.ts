import pino from "pino";
import { env } from "./env";

/** Structured log to standard output. Callers pass codes and ids, never words, addresses or values. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: null,
  redact: { paths: ["*.email", "*.password", "*.token", "*.secret", "*.body"], censor: "[redacted]" },
});
