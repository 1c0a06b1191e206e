/** A piece of XML already written: what is not one is a text, and is escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Child = Markup | string | readonly Child[] | undefined;
type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * An element of XML 1.0, escaped whatever its texts hold. An attribute or a child that is undefined is left out;
 * names are ours, never a reader’s.
 */
export function tag(name: string, attributes: Attributes = {}, ...children: Child[]): Markup {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${escaped(String(value)).replace(/\t/g, "&#9;").replace(/\n/g, "&#10;")}"`,
    )
    .join("");
  const inside = children.map(write).join("");
  return new Markup(inside ? `<${name}${given}>${inside}</${name}>` : `<${name}${given}/>`);
}

function write(child: Child): string {
  if (child === undefined) return "";
  if (child instanceof Markup) return child.text;
  return typeof child === "string" ? escaped(child) : child.map(write).join("");
}

const escaped = (text: string) =>
  legible(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\r/g, "&#13;");

/** Without what XML 1.0 cannot hold, even escaped: control characters, halves of pairs, the two non-characters. */
export const legible = (text: string) =>
  text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "");
