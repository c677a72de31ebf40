import type { MetadataRoute } from "next";
import { env } from "@/server/env";

/** The public pages may be found; nothing behind the sign-in may. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/practice/", "/couple/", "/api/"] },
    sitemap: new URL("/sitemap.xml", env().PUBLIC_URL).href,
  };
}

export const dynamic = "force-dynamic";
