// Keeps two plain pages and their static files for when there is no network. Nothing that a person reads or writes is kept.
const cacheName = "static-1";
const pages = ["/offline", "/rest"];
const extras = ["/rest.css", "/rest-icon.svg"];
const endPath = "/api/trpc/session.end";
const stillToEnd = "/still-to-end";
const isStatic = (url) => url.pathname.startsWith("/_next/static/") || extras.includes(url.pathname);

async function install() {
  const cache = await caches.open(cacheName);
  await cache.addAll([...pages, ...extras]);
  const offline = await (await cache.match("/offline")).text();
  const files = new Set(offline.match(/\/_next\/static\/[^"'\\\s)]+\.(?:css|js|woff2)/g));
  await Promise.allSettled([...files].map((file) => cache.add(file)));
  await self.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
  await self.clients.claim();
}

async function fromCacheFirst(request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(request)) ?? fetch(request);
}

// Whoever leaves while there is no network is signed out before the next page is shown.
async function endOrRemember(request) {
  try {
    return await fetch(request);
  } catch {
    await (await caches.open(cacheName)).put(stillToEnd, new Response());
    return Response.error();
  }
}

async function endLate(cache) {
  if (!(await cache.match(stillToEnd))) return;
  const headers = { "content-type": "application/json" };
  const answer = await fetch(endPath, { method: "POST", headers, body: "{}" });
  if (!answer.ok) throw new Error("the session did not end");
  await cache.delete(stillToEnd);
}

async function fromNetworkFirst(request, path) {
  const cache = await caches.open(cacheName);
  try {
    if (path !== "/rest") await endLate(cache);
    return await fetch(request);
  } catch {
    return (await cache.match(path === "/rest" ? "/rest" : "/offline")) ?? Response.error();
  }
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== self.location.origin) return;
  if (event.request.method === "POST" && url.pathname === endPath) event.respondWith(endOrRemember(event.request));
  if (event.request.method !== "GET") return;
  if (isStatic(url)) event.respondWith(fromCacheFirst(event.request));
  else if (event.request.mode === "navigate") event.respondWith(fromNetworkFirst(event.request, url.pathname));
});
