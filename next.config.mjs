import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./server/i18n.ts");

/** Headers that never vary by request; the content security policy carries a nonce and lives in proxy.ts. */
const staticHeaders = [
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), interest-cohort=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
];

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  typescript: {
    // Next writes its folder into tsconfig.json, but leaves one alone that extends another.
    tsconfigPath: process.env.NEXT_DIST_DIR ? "tsconfig.build.json" : "tsconfig.json",
    // Where a step of its own checks the types, or has nobody to tell, the build does not check them again.
    ignoreBuildErrors: process.env.RECONNECT_TYPES_CHECKED === "1",
  },
  poweredByHeader: false,
  // What opens something by its address alone is in no log, that of development included.
  logging: { incomingRequests: { ignore: [/\/api\/calendar\//, /\/unsubscribe/] } },
  reactStrictMode: true,
  serverExternalPackages: ["pg", "@node-rs/argon2", "pino", "nodemailer", "pg-boss"],
  // The other languages' public pages: proxy.ts names the language in a header, this finds the page.
  rewrites: async () => [
    { source: "/es", destination: "/" },
    { source: "/es/:path*", destination: "/:path*" },
  ],
  headers: async () => [
    { source: "/:path*", headers: staticHeaders },
    { source: "/api/:path*", headers: [{ key: "Cache-Control", value: "no-store" }] },
  ],
};

export default withNextIntl(config);
