import type { Theme } from "./document.tsx";
import { Mark } from "./motif.tsx";

/** The network's sign on every page: its logo, or our mark and its short name. */
export function Brand({ theme, href }: { theme: Theme; href: string }) {
  return (
    <a class="brand" href={href}>
      {theme.logo ? (
        <img src={theme.logo} alt={theme.shortName} />
      ) : (
        <>
          <Mark />
          <span class="brand-name">{theme.shortName}</span>
        </>
      )}
    </a>
  );
}
