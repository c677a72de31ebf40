import { DomUtils, parseDocument } from "htmlparser2";

type Node = ReturnType<typeof parseDocument>["children"][number];
type Tag = Extract<Node, { attribs: Record<string, string> }>;
type Theme = "day" | "night";

const declarations = (style: string) =>
  style.split(";").flatMap((one): [string, string][] => {
    const [name = "", ...value] = one.split(":");
    return value.length > 0 ? [[name.trim(), value.join(":").replace("!important", "").trim()]] : [];
  });
const inlineOf = (tag: Tag, name: string) =>
  declarations(tag.attribs.style ?? "").findLast(([key]) => key === name)?.[1];
const isHidden = (tag: Tag) => inlineOf(tag, "display") === "none" || ["style", "title", "head"].includes(tag.name);

/** A mail as its reader sees it: enough of a mail program to tell words, links and colours, by day and by night. */
export class MailLook {
  private readonly root: ReturnType<typeof parseDocument>;
  private readonly night: { selector: string; rules: [string, string][] }[];

  constructor(html: string) {
    this.root = parseDocument(html);
    const [style] = DomUtils.getElementsByTagName("style", this.root);
    const css = style ? DomUtils.textContent(style) : "";
    const block = /@media \(prefers-color-scheme:dark\)\{((?:[^{}]+\{[^{}]*\})+)\}/.exec(css)?.[1] ?? "";
    this.night = [...block.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = "", rules = ""]) => ({
      selector: selector.trim(),
      rules: declarations(rules),
    }));
  }

  tags(name: string): Tag[] {
    return DomUtils.getElementsByTagName(name, this.root);
  }

  /** Words that one can see, each with the element that holds them. Spaces that only keep previews short are none. */
  texts(): { text: string; holder: Tag }[] {
    const found: { text: string; holder: Tag }[] = [];
    const walk = (nodes: Node[], holder: Tag | null): void => {
      for (const node of nodes) {
        if (DomUtils.isTag(node) && !isHidden(node)) walk(node.children, node);
        if (DomUtils.isText(node) && holder && node.data.trim()) found.push({ text: node.data.trim(), holder });
      }
    };
    walk(this.root.children, null);
    return found;
  }

  /** Everything that one can read, each link followed by its address, as one line. */
  read(): string {
    const linkOf = (tag: Tag): Tag | null =>
      tag.name === "a" ? tag : tag.parent && DomUtils.isTag(tag.parent) ? linkOf(tag.parent) : null;
    const parts = this.texts().map(({ text, holder }) => `${text} ${linkOf(holder)?.attribs.href ?? ""}`);
    return parts.join(" ").replace(/\s+/g, " ").trim();
  }

  private nightOf(tag: Tag, name: string): string | undefined {
    const fits = (selector: string) => {
      const classes = (tag.attribs.class ?? "").split(" ");
      return selector.startsWith(".paper td[dir]")
        ? tag.name === "td" && tag.attribs.dir !== undefined
        : classes.includes(selector.slice(1));
    };
    const rules = this.night.filter((one) => fits(one.selector)).flatMap((one) => one.rules);
    return rules.findLast(([key]) => key === name)?.[1];
  }

  /** The colour of an element's words or ground, its own or that of the nearest element around it. */
  paint(tag: Tag, name: "color" | "background-color", theme: Theme): string {
    const own = (theme === "night" ? this.nightOf(tag, name) : undefined) ?? inlineOf(tag, name);
    if (own) return own;
    if (tag.parent && DomUtils.isTag(tag.parent)) return this.paint(tag.parent, name, theme);
    throw new Error(`nothing gives ${tag.name} a ${name}`);
  }
}

function luminance(hex: string): number {
  const parts = /^#(..)(..)(..)$/.exec(hex)?.slice(1) ?? [];
  if (parts.length < 3) throw new Error(`${hex} is no colour in six digits`);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours (WCAG 2.2, 1.4.3): 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
