import * as oidc from "openid-client";
import { now } from "../clock";
import { systemClient } from "../db/clients";
import { env } from "../env";
import { AppError } from "../errors";
import { openChallenge, takeChallenge } from "./challenges";
import { signInAddress } from "./users";

interface Provider {
  issuer: URL;
  clientId: string;
  clientSecret: string;
}

/** The organisation's provider, when all of it is configured; null else. */
export function oidcProvider(): Provider | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return { issuer: new URL(OIDC_ISSUER), clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET };
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);
let discovered: Promise<oidc.Configuration> | undefined;

/** The provider's published configuration, read once. Plain http is believed on this machine only. */
function configuration(): Promise<oidc.Configuration> {
  const provider = oidcProvider();
  if (!provider) throw new AppError("NOT_FOUND");
  const { issuer, clientId, clientSecret } = provider;
  const options = loopback.has(issuer.hostname) ? { execute: [oidc.allowInsecureRequests] } : {};
  discovered ??= oidc.discovery(issuer, clientId, clientSecret, undefined, options).catch((error: unknown) => {
    discovered = undefined; // the provider may be back at the next try
    throw error;
  });
  return discovered;
}

/** Where the provider sends people back to. */
export const oidcCallback = (): string => `${env().PUBLIC_URL}/api/oidc/callback`;

interface Waiting {
  verifier: string;
  nonce: string;
  next: string;
}

/**
 * Begins signing in at the provider (authorization code with PKCE, RFC 7636).
 * @returns the address to go to, and the secret that this browser must bring back
 */
export async function beginOidc(next: string): Promise<{ url: URL; secret: string }> {
  const config = await configuration();
  const verifier = oidc.randomPKCECodeVerifier();
  const nonce = oidc.randomNonce();
  const secret = await openChallenge("OIDC", null, { verifier, nonce, next });
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: oidcCallback(),
    scope: "openid email",
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state: secret,
    nonce,
  });
  return { url, secret };
}

/** The login that the provider's answer stands for: known by issuer and subject, or met by its proven address. */
async function loginFor(issuer: string, subject: string, email: string | null): Promise<string> {
  const known = await systemClient().externalLogin.findUnique({
    where: { issuer_subject: { issuer, subject } },
    include: { user: true },
  });
  if (known) {
    if (known.user.disabledAt) throw new AppError("WRONG_SIGN_IN");
    return known.userId;
  }
  // A login whose address nobody has proven may be somebody else's work.
  const named = email && { email: signInAddress(email), emailProven: true, disabledAt: null };
  const user = named && (await systemClient().user.findFirst({ where: named }));
  if (!user) throw new AppError("WRONG_SIGN_IN");
  await systemClient().externalLogin.create({ data: { issuer, subject, userId: user.id, createdAt: now() } });
  return user.id;
}

/**
 * Ends signing in at the provider. The state must be the one that this browser was given: a planted answer is refused.
 * @throws AppError EXPIRED, WRONG_SIGN_IN for an answer that does not verify or a login that nobody knows here
 */
export async function finishOidc(
  answer: URL,
  secret: string | undefined,
): Promise<{ userId: string; next: string; twoFactor: boolean }> {
  const state = answer.searchParams.get("state");
  if (!secret || !state || state !== secret) throw new AppError("EXPIRED");
  const open = await takeChallenge<Waiting>("OIDC", secret);
  const config = await configuration();
  const tokens = await oidc
    .authorizationCodeGrant(config, answer, {
      pkceCodeVerifier: open.data.verifier,
      expectedState: state,
      expectedNonce: open.data.nonce,
      idTokenExpected: true,
    })
    .catch(() => null);
  const claims = tokens?.claims();
  if (!claims) throw new AppError("WRONG_SIGN_IN");
  // Only an address that the provider itself has proven may lead to a login.
  const email = claims.email_verified === true && typeof claims.email === "string" ? claims.email : null;
  // The provider says so itself when it asked for more than one factor (RFC 8176).
  const twoFactor = Array.isArray(claims.amr) && claims.amr.includes("mfa");
  return { userId: await loginFor(claims.iss, claims.sub, email), next: open.data.next, twoFactor };
}
