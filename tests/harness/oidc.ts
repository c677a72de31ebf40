import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** An account at the test's provider. */
export interface ProviderAccount {
  sub: string;
  email: string;
  email_verified: boolean;
}

/** An organisation's OpenID provider on a real socket: who signs in next is decided by the test. */
export interface TestProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Whoever signs in there from now on. */
  signIn(account: ProviderAccount): void;
  close(): Promise<void>;
}

/** Starts the provider for one client with one redirect address. Signing in there needs no form: the test has chosen. */
export async function startProvider(redirectUri: string): Promise<TestProvider> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ["reconnect-test", "a-secret-of-the-test-provider-only"];
  const accounts = new Map<string, ProviderAccount>();
  let current = "";
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...accounts.get(sub), sub }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId, accountId: ctx.oidc.session?.accountId ?? "" });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/")) {
      void provider.interactionFinished(request, response, { login: { accountId: current } });
      return;
    }
    void callback(request, response);
  });
  return {
    issuer,
    clientId,
    clientSecret,
    signIn: (account) => {
      accounts.set(account.sub, account);
      current = account.sub;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
