import { headers } from "next/headers";

/** A small script of our own that stands beside the framework's. Where the page has a nonce, it carries it. */
export async function OwnScript({ src }: { src: `/${string}.js` }) {
  const policy = (await headers()).get("content-security-policy") ?? "";
  return <script src={src} async nonce={/'nonce-([^']+)'/.exec(policy)?.[1]} />;
}
