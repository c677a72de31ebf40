import { renderToStaticMarkup } from "react-dom/server";
import { type Sample, samples } from "./samples";

type Mail = Awaited<ReturnType<Sample["mail"]>>;
const languages = { en: "English", es: "Español" } as const;
type Locale = keyof typeof languages;

const css = `
:root{color-scheme:light dark;--paper:light-dark(#fbfaf6,#0e1814);--card:light-dark(#fff,#15201b);--edge:light-dark(#e6e3da,#2b3731);
--ink:light-dark(#22302a,#edeae2);--soft:light-dark(#57635d,#b3bab3);--mark:light-dark(#e4efe9,#1e3a2e)}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
.page{display:grid;grid-template-columns:17rem minmax(0,1fr);min-height:100vh}
nav{border-right:1px solid var(--edge);padding:1.5rem 1rem;position:sticky;top:0;height:100vh;overflow:auto}
nav p{margin:0 .75rem .75rem;font-weight:600}nav a{display:block;padding:.3rem .75rem;border-radius:.6rem;color:var(--soft);text-decoration:none;
font-size:13px;overflow-wrap:anywhere}nav a:hover{color:var(--ink)}nav a[aria-current]{background:var(--mark);color:var(--ink);font-weight:600}
a:focus-visible{outline:2px solid #3a86b8;outline-offset:2px}
main{padding:1.5rem 2rem 3rem;min-width:0}h1{font-size:20px;margin:0 0 1.5rem;overflow-wrap:anywhere}section{margin:0 0 2.5rem}h2{font-size:17px;margin:0 0 .75rem}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem;margin:0 0 1rem;padding:.9rem 1.1rem;background:var(--card);
border:1px solid var(--edge);border-radius:.9rem;font-size:13px}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}dd.subject{font-weight:600}
.views{display:grid;grid-template-columns:repeat(auto-fit,minmax(19rem,1fr));gap:1rem}figure{margin:0;border:1px solid var(--edge);border-radius:.9rem;
overflow:hidden;background:var(--card);display:flex;flex-direction:column}figcaption{padding:.4rem 1rem;font-size:13px;color:var(--soft);border-bottom:1px solid var(--edge)}
iframe{border:0;width:100%;flex:1;min-height:560px;display:block}pre{margin:0;padding:1rem;white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.6 ui-monospace,monospace}
@media (max-width:60rem){.page{grid-template-columns:minmax(0,1fr)}nav{position:static;height:auto;max-height:13rem;border-right:0;border-bottom:1px solid var(--edge)}main{padding:1.25rem 1rem}}
`;

/** What stands above a mail in its reader's mail program, and what only the program reads. */
function headersOf({ from, to, subject, messageId, headers }: Mail): [string, string][] {
  return [
    ["Subject", subject],
    ["From", `${from.name} <${from.address}>`],
    ["To", to],
    ["Message-ID", messageId],
    ...Object.entries(headers),
  ];
}

function View({ place, locale, mail }: { place: number; locale: Locale; mail: Mail }) {
  const themes = { day: "By day", night: "By night" };
  return (
    <section lang={locale}>
      <h2>{languages[locale]}</h2>
      <dl>
        {headersOf(mail).map(([name, value]) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name} value`} className={name.toLowerCase()}>
            {value}
          </dd>,
        ])}
      </dl>
      <div className="views">
        {Object.entries(themes).map(([theme, caption]) => (
          <figure key={theme}>
            <figcaption>
              {caption} · {Math.ceil(Buffer.byteLength(mail.html) / 1024)} kB
            </figcaption>
            <iframe title={`${caption}, ${languages[locale]}`} src={`/mail/${place}/${locale}/${theme}`} sandbox="" />
          </figure>
        ))}
        <figure>
          <figcaption>As text</figcaption>
          <pre>{mail.text}</pre>
        </figure>
      </div>
    </section>
  );
}

/** The page that shows one sample in both languages, with a list of all of them. */
export async function samplePage(place: number): Promise<string> {
  const sample = samples[place];
  if (!sample) throw new Error("no such sample");
  const mails = { en: await sample.mail("en"), es: await sample.mail("es") };
  const page = renderToStaticMarkup(
    <html lang="en">
      {/* biome-ignore lint/style/noHeadElement: no page of Next */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${sample.title} · Emails`}</title>
        <link rel="stylesheet" href="/page.css" />
      </head>
      <body className="page">
        <nav aria-label="Emails">
          <p>Emails</p>
          {samples.map(({ title }, index) => (
            <a key={title} href={`/${index}`} aria-current={index === place ? "page" : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <main>
          <h1>{sample.title}</h1>
          <View place={place} locale="en" mail={mails.en} />
          <View place={place} locale="es" mail={mails.es} />
        </main>
      </body>
    </html>,
  );
  return `<!DOCTYPE html>${page}`;
}

/** A mail as a program with that theme shows it, whatever theme the browser has. */
function inTheme(html: string, theme: string): string {
  const scheme = theme === "night" ? "dark" : "light";
  return html
    .replace("color-scheme:light dark", `color-scheme:${scheme}`)
    .replace("(prefers-color-scheme:dark)", theme === "night" ? "all" : "not all");
}

/** What lies at an address of the preview: its type and text; null for nothing. */
export async function answerOf(pathname: string): Promise<{ type: string; body: string } | null> {
  if (pathname === "/page.css") return { type: "text/css", body: css };
  const [, number, locale, theme] = /^\/mail\/(\d+)\/(en|es)\/(day|night)$/.exec(pathname) ?? [];
  if (number && theme) {
    const mail = await samples[Number(number)]?.mail(locale === "es" ? "es" : "en");
    return mail ? { type: "text/html", body: inTheme(mail.html, theme) } : null;
  }
  const place = pathname === "/" ? 0 : Number(/^\/(\d+)$/.exec(pathname)?.[1] ?? Number.NaN);
  return samples[place] ? { type: "text/html", body: await samplePage(place) } : null;
}
