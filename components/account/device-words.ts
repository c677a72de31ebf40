/** What a browser says of itself, as far as a person recognises it: names only, which are the same in every language. */
export interface DeviceWords {
  browser: string | null;
  system: string | null;
}

/** In this order: most browsers also claim to be the ones below. */
const browsers: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\/|Chromium\//, "Chrome"],
  [/Version\/[\d.]+.*Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/iPhone|iPod/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/Linux|X11/, "Linux"],
];
const first = (text: string, of: [RegExp, string][]) => of.find(([sign]) => sign.test(text))?.[1] ?? null;

/** Browser and system by a User-Agent header; null for what it does not tell. */
export function deviceWords(userAgent: string): DeviceWords {
  return { browser: first(userAgent, browsers), system: first(userAgent, systems) };
}
