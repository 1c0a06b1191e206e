import { directory } from "#paths/directory.ts";
import { membership } from "#paths/membership.ts";
import { PageHeader } from "#ui/page.tsx";

export const panelTitle = (organisation: { name: string }) => `Adhésions de ${organisation.name}`;

/** The frame in which the record of an organisation shows the years of its membership. */
export const membershipFrame = "adhesions";

/** The years in which an organisation was a member: a page of its own, and a part of the organisation's record. */
export function PanelPage({
  organisation,
  years,
}: {
  organisation: { id: number; name: string };
  years: readonly { id: number; year: number; college: string }[];
}) {
  return (
    <>
      <PageHeader
        title={panelTitle(organisation)}
        trail={[{ label: organisation.name, href: directory.one(organisation.id) }]}
      />
      <turbo-frame id={membershipFrame} target="_top">
        {years.length === 0 ? (
          <p>Cette organisation n’a encore jamais été adhérente.</p>
        ) : (
          <ul>
            {years.map(({ year, college }) => (
              <li>
                <a href={membership.all(year)}>{year}</a>, collège « {college} »
              </li>
            ))}
          </ul>
        )}
      </turbo-frame>
    </>
  );
}
