import { headers } from "next/headers";

/** The public pages' one script, which remembers language and light. Where the page also runs others, it carries their nonce. */
export async function SiteScript() {
  const policy = (await headers()).get("content-security-policy") ?? "";
  return <script src="/site.js" async nonce={/'nonce-([^']+)'/.exec(policy)?.[1]} />;
}
