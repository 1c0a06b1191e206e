import { raw } from "hono/html";
import type { PropsWithChildren } from "hono/jsx";
import { site } from "#paths/site.ts";
import { asset, typefaces } from "./assets.ts";
import { keepPieces } from "./kept.tsx";

/** What a network sets of its look; colours come as a style sheet of their own (`/theme.css`). */
export interface Theme {
  name: string;
  shortName: string;
  tagline: string;
  /** Where its colours are; changes when they do. */
  styles: string;
  logo?: string;
}

interface Props {
  title: string;
  theme: Theme;
  script: "public" | "office";
  bodyClass: string;
  description?: string;
  canonical?: string;
  feed?: string;
  linkedData?: readonly object[];
  unlisted?: boolean;
}

const everyPage = {};
const kept = keepPieces<object>();

/** The files that every page asks for: the same lines on all of them. */
const OwnFiles = ({ script, styles }: Pick<Props, "script"> & Pick<Theme, "styles">) => (
  <>
    {typefaces().map((file) => (
      <link rel="preload" href={file} as="font" type="font/woff2" crossorigin="anonymous" />
    ))}
    <link rel="stylesheet" href={asset("src/ui/styles/site.css")} data-turbo-track="reload" />
    <link rel="stylesheet" href={styles} />
    <link rel="icon" href={site.icon()} type="image/svg+xml" />
    <link rel="manifest" href={site.webManifest()} />
    <script type="module" src={asset(`src/ui/behaviours/${script}.ts`)} data-turbo-track="reload"></script>
  </>
);

/** The HTML document of every page, whatever its shell. */
export function Document({
  title,
  theme,
  script,
  bodyClass,
  description,
  canonical,
  feed,
  linkedData = [],
  unlisted,
  children,
}: PropsWithChildren<Props>) {
  return (
    <>
      {raw("<!doctype html>")}
      <html lang="fr">
        <head>
          {raw('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">')}
          <title>{`${title} · ${theme.shortName}`}</title>
          {description ? <meta name="description" content={description} /> : null}
          {unlisted ? <meta name="robots" content="noindex" /> : null}
          {canonical ? <link rel="canonical" href={canonical} /> : null}
          {feed ? <link rel="alternate" type="application/atom+xml" href={feed} title={title} /> : null}
          <meta property="og:title" content={title} />
          <meta property="og:site_name" content={theme.name} />
          {kept(everyPage, `${script} ${theme.styles}`, () => (
            <OwnFiles script={script} styles={theme.styles} />
          ))}
          {linkedData.map((data) => (
            <script type="application/ld+json">{raw(JSON.stringify(data).replaceAll("<", "\\u003c"))}</script>
          ))}
        </head>
        <body class={bodyClass}>
          <a class="skip" href="#contenu">
            Aller au contenu
          </a>
          {children}
        </body>
      </html>
    </>
  );
}
