import { z } from "zod";

const base64Key = z
  .string()
  .refine((value) => Buffer.from(value, "base64").length === 32, "must be 32 bytes in base64");

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PUBLIC_URL: z.url().default("http://localhost:3000"),
  /** Web process only. */
  DATABASE_APP_URL: z.string().optional(),
  DATABASE_SYSTEM_URL: z.string(),
  /** Worker process only. */
  DATABASE_WORKER_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("notes@reconnect.localhost"),
  AUTH_SECRET: z.string().min(32),
  KEY_RING: z.string().regex(/^[\w-]+:[A-Za-z0-9+/=]+(,[\w-]+:[A-Za-z0-9+/=]+)*$/),
  PLATFORM_KEY: base64Key,
  LINK_KEY: base64Key,
  /** How many proxies of ours stand in front: that many addresses from the right of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** An organisation's OpenID provider; all three or none. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What the button calls it. */
  OIDC_NAME: z.string().max(40).default("SSO"),
  RECONNECT_DEMO: z.enum(["0", "1"]).default("0"),
  RECONNECT_TEST_CLOCK: z.string().optional(),
  RECONNECT_DESIGN: z.enum(["0", "1"]).default("0"),
  LOG_LEVEL: z.string().default("info"),
  npm_package_version: z.string().default("0.1.0"),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The environment of this process, checked once.
 * @throws Error naming each variable that is missing or malformed, never its value.
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not complete. ${faults.join("; ")}`);
  }
  parsed = result.data;
  return parsed;
}
