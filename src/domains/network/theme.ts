import { type Colour, contrast, mix, readable, readColour, writeColour } from "./colours.ts";

const white = readColour("#ffffff");
const black = readColour("#000000");
const ink = readColour("#10180f");
export const lightPaper = "#faf6ec";
const dayPaper = readColour(lightPaper);
const lightDeep = readColour("#f2ecdd");
const darkPaper = readColour("#121814");
const darkDeep = readColour("#1b231e");

/** WCAG 2.2, 1.4.3: 4.5 for text; a little more, so that tints of paper stay within it. */
export const textRatio = 4.5;
const aimed = 5.2;
/** By night a colour glows a little more than it must: 8 keeps it alive on dark paper. */
const aimedByNight = 8;

/** The variables of `tokens.css` that depend on the network's two colours, for each scheme. */
export interface ThemeColours {
  brand: Colour;
  onBrand: Colour;
  accent: Colour;
  onAccent: Colour;
}

function scheme(
  brand: Colour,
  accent: Colour,
  grounds: readonly Colour[],
  towards: "darker" | "lighter",
): ThemeColours {
  const ratio = towards === "darker" ? aimed : aimedByNight;
  // The tint under a chosen line holds 9 % of the brand: text must read there as well.
  const find = (wanted: Colour) => {
    const first = readable(wanted, grounds, towards, ratio);
    return readable(first, [...grounds, mix(grounds[0] ?? white, first, 0.12)], towards, ratio);
  };
  const [found, foundAccent] = [find(brand), find(accent)];
  return {
    brand: found,
    onBrand: textOn(found),
    accent: foundAccent,
    onAccent: textOn(foundAccent),
  };
}

const textOn = (ground: Colour) => (contrast(white, ground) >= contrast(ink, ground) ? white : ink);

/** What the network's two colours become: readable on paper by day and by night, and a dark cover. */
export function themeOf(brandHex: string, accentHex: string) {
  const [brand, accent] = [readColour(brandHex), readColour(accentHex)];
  const cover = readable(mix(brand, black, 0.25), [dayPaper], "darker", 8.5);
  return {
    light: scheme(brand, accent, [dayPaper, lightDeep], "darker"),
    dark: scheme(brand, accent, [darkPaper, darkDeep], "lighter"),
    cover,
    coverLine: mix(cover, dayPaper, 0.32),
    coverAccent: readable(accent, [cover], "lighter", 3.2),
  };
}

/** The style sheet of the network's colours: a few variables, nothing else. */
export function themeStyles(brandHex: string, accentHex: string): string {
  const theme = themeOf(brandHex, accentHex);
  const lines = ({ brand, onBrand, accent, onAccent }: ThemeColours) =>
    `--brand:${writeColour(brand)};--on-brand:${writeColour(onBrand)};--accent:${writeColour(accent)};--on-accent:${writeColour(onAccent)}`;
  const cover = `--cover:${writeColour(theme.cover)};--cover-line:${writeColour(theme.coverLine)};--cover-accent:${writeColour(theme.coverAccent)}`;
  return `@media screen{:root{${lines(theme.light)};${cover}}}
@media screen and (prefers-color-scheme:dark){:root{${lines(theme.dark)}}}
`;
}
