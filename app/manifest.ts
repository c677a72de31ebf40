import type { MetadataRoute } from "next";

/** What a phone needs in order to keep Reconnect on its home screen. The name says nothing about therapy. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Reconnect",
    short_name: "Reconnect",
    start_url: "/home",
    scope: "/",
    display: "standalone",
    background_color: "#fcfaf5",
    theme_color: "#fcfaf5",
    icons: [
      { src: "/icons/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
