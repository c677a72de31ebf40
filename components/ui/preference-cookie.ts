/** Remembers until the browser closes that a notice was put away; `notice` names it, nothing about the person is in it. */
export function rememberPutAway(notice: string): void {
  const secure = window.location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
  document.cookie = `put-away=${notice}; Path=/practice; SameSite=Lax${secure}`;
}

/** Remembers a choice of appearance or language on this device for a year; nothing about the person is in it. */
export function rememberChoice(name: "theme" | "locale", value: string): void {
  const secure = window.location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}
