/** Addresses of the public site's own pages. Every file here imports nothing, so linking creates no dependency. */
export const site = {
  home: () => "/",
  legal: () => "/mentions-legales",
  accessibility: () => "/accessibilite",
  privacy: () => "/confidentialite",
  about: () => "/le-reseau",
  sitemap: () => "/sitemap.xml",
  theme: () => "/theme.css",
  logo: () => "/logo",
} as const;
