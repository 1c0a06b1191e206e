import { accounts } from "#paths/accounts.ts";
import { office } from "#paths/office.ts";
import { site } from "#paths/site.ts";
import type { Visitor } from "#platform/web/visitor.ts";
import { FoldClose } from "#ui/fold.tsx";
import { ActionForm } from "#ui/form.tsx";
import { creations, navigation } from "./navigation.ts";

/** What can be created, under one button and one key. */
export function CreateMenu() {
  return (
    <details class="create" data-menu data-controller="shortcut" data-shortcut-key-value="c">
      <summary class="button button-primary">
        Créer <kbd>c</kbd>
      </summary>
      <ul>
        {creations.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The rooms: strung at the left of the page; on a narrow screen, behind the button *Rubriques*. */
export function RoomList({ path, visitor }: { path: string; visitor: Visitor }) {
  return (
    <nav class="office-rooms fold" id="rubriques" popover="auto" aria-label="Rubriques">
      <FoldClose target="rubriques" />
      {navigation.map(({ heading, entries }) => {
        const shown = entries.filter((entry) => entry.visible?.(visitor) ?? true);
        return shown.length === 0 ? null : (
          <section>
            <h2>{heading}</h2>
            <ul>
              {shown.map(({ href, label }) => (
                <li>
                  <a href={href} aria-current={current(href, path)}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <section>
        <h2>{visitor.name}</h2>
        <ul>
          <li>
            <a href={accounts.mine()} aria-current={current(accounts.mine(), path)}>
              Mon compte
            </a>
          </li>
          <li>
            <a href={site.home()}>Voir le site</a>
          </li>
          <li>
            <ActionForm action={accounts.signOut()} label="Se déconnecter" />
          </li>
        </ul>
      </section>
    </nav>
  );
}

/** Whether the page is that of an entry, or in its room: then the entry with the longest address is the room. */
const current = (href: string, path: string) => {
  if (href === path) return "page" as const;
  const holds = (room: string) => path === room || path.startsWith(`${room}/`);
  const nearer = navigation
    .flatMap(({ entries }) => entries)
    .some((entry) => entry.href.length > href.length && holds(entry.href));
  return href !== office.home() && holds(href) && !nearer ? ("true" as const) : undefined;
};
