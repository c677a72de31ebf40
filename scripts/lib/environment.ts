import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./paths";
import { roleUrl } from "./roles";
import type { Secrets } from "./secrets";
import type { StripeSettings } from "./stripe-stand-in";

type Environment = NodeJS.ProcessEnv;

/** What a process of this installation is told. */
export interface Settings {
  /** A connection of an administrator to the server; only its host and parameters are passed on. */
  adminUrl: string;
  database: string;
  secrets: Secrets;
  /** Where the web process listens, on the loopback. */
  port: number;
  publicUrl: string;
  smtpUrl: string;
  /** A registry of the demo's own, on the loopback; the official one without it. */
  registryUrl?: string | undefined;
  /** A stand-in for Stripe on the loopback; what the caller's environment says without it. */
  stripe?: StripeSettings | undefined;
  demo: boolean;
}

/** Names that only some processes may see: taken out first, given back on purpose. */
const sensitive = [
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "DATABASE_APP_URL",
  "DATABASE_SYSTEM_URL",
  "DATABASE_WORKER_URL",
  "DATABASE_BACKUP_URL",
  "RECONNECT_DEMO",
];

function withoutSensitive(environment: Environment): Environment {
  const kept = Object.entries(environment).filter(([name]) => !sensitive.includes(name));
  return Object.fromEntries(kept) as Environment;
}

function version(): string {
  const { version: found } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  return found;
}

function stripeEnvironment({ url: STRIPE_API_URL, secretKey, webhookSecret }: StripeSettings): Record<string, string> {
  return { STRIPE_API_URL, STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret };
}

/** What every process shares; what the caller's environment says wins over the data folder. */
function common(settings: Settings): Environment {
  const { secrets } = settings;
  return {
    npm_package_version: version(),
    AUTH_SECRET: secrets.authSecret,
    KEY_RING: secrets.keyRing,
    PLATFORM_KEY: secrets.platformKey,
    LINK_KEY: secrets.linkKey,
    ...withoutSensitive(process.env),
    PUBLIC_URL: settings.publicUrl,
    PORT: String(settings.port),
    SMTP_URL: settings.smtpUrl,
    RECONNECT_DEMO: settings.demo ? "1" : "0",
    ...(settings.registryUrl ? { NPPES_URL: settings.registryUrl } : {}),
    ...(settings.stripe ? stripeEnvironment(settings.stripe) : {}),
  };
}

const url = (settings: Settings, role: "owner" | "app" | "system" | "worker" | "backup"): string =>
  roleUrl(settings.adminUrl, settings.database, role, settings.secrets.roles);

/** The web process: app and system roles. */
export function webEnvironment(settings: Settings): Environment {
  return {
    ...common(settings),
    DATABASE_APP_URL: url(settings, "app"),
    DATABASE_SYSTEM_URL: url(settings, "system"),
  };
}

/** The worker process: system and worker roles. */
export function workerEnvironment(settings: Settings): Environment {
  return {
    ...common(settings),
    DATABASE_SYSTEM_URL: url(settings, "system"),
    DATABASE_WORKER_URL: url(settings, "worker"),
  };
}

/** Scripts that a person runs by hand: everything, the owner included. */
export function scriptEnvironment(settings: Settings): Environment {
  return {
    ...webEnvironment(settings),
    ...workerEnvironment(settings),
    DATABASE_OWNER_URL: url(settings, "owner"),
    DATABASE_BACKUP_URL: url(settings, "backup"),
  };
}

/** Reads `.env` of the checkout when there is one; what is set already wins. */
export function loadDotEnv(): void {
  const file = path.join(root, ".env");
  if (existsSync(file)) {
    process.loadEnvFile(file);
  }
}
