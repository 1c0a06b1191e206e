/** Addresses of the public site's own pages. Every file here imports nothing, so linking creates no dependency. */
export const site = {
  home: () => "/",
  legal: () => "/mentions-legales",
  accessibility: () => "/accessibilite",
  privacy: () => "/confidentialite",
  about: () => "/le-reseau",
  sitemap: () => "/sitemap.xml",
  /** `version` is a mark of the content: the address changes when the colours do. */
  theme: (version?: string) => (version ? `/theme.css?v=${version}` : "/theme.css"),
  logo: (version?: string) => (version ? `/logo?v=${version}` : "/logo"),
  /** A picture made by `putPicture`. */
  picture: (id: string) => `/images/${id}.webp`,
  icon: () => "/icone.svg",
  webManifest: () => "/site.webmanifest",
  robots: () => "/robots.txt",
} as const;
