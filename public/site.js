// All the script of a public page: remembers language and light on this device for a year.
(() => {
  const root = document.documentElement;
  const remember = (name, value) => {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
    document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  };
  document.addEventListener("change", ({ target }) => {
    if (!target.matches("[data-site-theme] input")) return;
    if (target.value === "device") root.removeAttribute("data-theme");
    else root.dataset.theme = target.value;
    remember("theme", target.value);
  });
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("[data-site-language]");
    if (link) remember("locale", link.hreflang);
  });
})();
