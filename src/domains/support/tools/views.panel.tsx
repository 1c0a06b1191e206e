import { directory } from "#paths/directory.ts";
import { tools } from "#paths/tools.ts";
import { PageHeader } from "#ui/page.tsx";
import type { SheetLine, Tool } from "./queries.ts";

export const toolsFrame = "outils";
export const panelTitle = (organisation: { name: string }) => `Outils remplis avec ${organisation.name}`;

/** The tools filled with an organisation: a page of its own, and a part of its record. */
export function PanelPage({
  organisation,
  lines,
  total,
  list,
}: {
  organisation: { id: number; name: string };
  lines: readonly SheetLine[];
  total: number;
  list: readonly Tool[];
}) {
  return (
    <>
      <PageHeader
        title={panelTitle(organisation)}
        trail={[{ label: organisation.name, href: directory.one(organisation.id) }]}
      />
      <turbo-frame id={toolsFrame} target="_top">
        {total === 0 ? <p>Aucun outil n’est rempli avec cette organisation.</p> : null}
        <ul>
          {lines.map(({ id, title, tool }) => (
            <li>
              <a href={tools.sheet(id)}>{title}</a> ({list.find(({ code }) => code === tool)?.content.title})
            </li>
          ))}
        </ul>
        <p>
          <a href={tools.addFor({ organisation: organisation.id })}>Remplir un outil avec elle</a>
        </p>
      </turbo-frame>
    </>
  );
}
