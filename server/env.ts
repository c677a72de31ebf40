import { z } from "zod";

const base64Key = z
  .string()
  .refine((value) => Buffer.from(value, "base64").length === 32, "must be 32 bytes in base64");

/** Where the national registry of providers (NPPES) answers. */
export const officialRegistry = "https://npiregistry.cms.hhs.gov";

/** Where Stripe answers. */
export const officialStripe = "https://api.stripe.com";

const loopback = (url: string) =>
  URL.canParse(url) && ["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname);

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    PUBLIC_URL: z.url().default("http://localhost:3000"),
    /** Web process only. */
    DATABASE_APP_URL: z.string().optional(),
    DATABASE_SYSTEM_URL: z.string(),
    /** Web process only: the app's role past any pooler, for the one connection that listens. */
    DATABASE_DIRECT_URL: z.string().optional(),
    /** Worker process only. */
    DATABASE_WORKER_URL: z.string().optional(),
    /** Where flaws may be reported, as security.txt says it: an address of mail or web. */
    SECURITY_CONTACT: z.string().optional(),
    SMTP_URL: z.string().optional(),
    MAIL_FROM: z.string().default("notes@reconnect.localhost"),
    /** How many mails one process sends a second at most; 0: as many as the server takes. */
    MAIL_PER_SECOND: z.coerce.number().int().min(0).max(10_000).default(50),
    /** Where mail that cannot be delivered comes back to, when its server takes `name+anything@`: each mail has an address of its own. */
    MAIL_BOUNCE: z.email().optional(),
    /** What signs reports of bounces and complaints from a mail server of one's own. */
    MAIL_EVENTS_SECRET: z.string().min(32).optional(),
    /** The topic of Amazon SNS by which SES reports them. */
    MAIL_SES_TOPIC: z.string().startsWith("arn:aws").optional(),
    /** The password with which Postmark reports them. */
    MAIL_POSTMARK_SECRET: z.string().min(32).optional(),
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
    /** The national registry of providers: the official one, or one on the loopback for tests and the demo. */
    NPPES_URL: z.url({ protocol: /^https?$/ }).default(officialRegistry),
    /** Stripe's keys, both or none: without them nobody pays and everything is on. */
    STRIPE_SECRET_KEY: z
      .string()
      .regex(/^(sk|rk)_(test|live)_\w+$/)
      .optional(),
    /** What signs Stripe's events. */
    STRIPE_WEBHOOK_SECRET: z.string().startsWith("whsec_").optional(),
    /** Stripe itself, or a stand-in on the loopback for tests and the demo. */
    STRIPE_API_URL: z.url({ protocol: /^https?$/ }).default(officialStripe),
    LOG_LEVEL: z.string().default("info"),
    npm_package_version: z.string().default("0.1.0"),
  })
  .refine(
    ({ NPPES_URL: url, NODE_ENV, RECONNECT_DEMO }) =>
      url === officialRegistry || (loopback(url) && (NODE_ENV === "test" || RECONNECT_DEMO === "1")),
    {
      path: ["NPPES_URL"],
      message: `must be ${officialRegistry}; another only on the loopback, for tests and the demo`,
    },
  )
  .refine(
    ({ STRIPE_API_URL: url, STRIPE_SECRET_KEY: key = "", NODE_ENV, RECONNECT_DEMO }) =>
      url === officialStripe ||
      (loopback(url) && !key.includes("_live_") && (NODE_ENV === "test" || RECONNECT_DEMO === "1")),
    {
      path: ["STRIPE_API_URL"],
      message: `must be ${officialStripe}; another only on the loopback with a test key, for tests and the demo`,
    },
  )
  .refine((given) => (given.STRIPE_SECRET_KEY === undefined) === (given.STRIPE_WEBHOOK_SECRET === undefined), {
    path: ["STRIPE_WEBHOOK_SECRET"],
    message: "must be given together with STRIPE_SECRET_KEY, or neither",
  });

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** Checks an environment. @throws Error naming each variable that is missing or malformed, never its value. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const result = schema.safeParse(variables);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not complete. ${faults.join("; ")}`);
}

/** The environment of this process, checked once. @throws Error as `readEnv` does. */
export function env(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}
