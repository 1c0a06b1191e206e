import type { Settings } from "#domains/network/index.ts";
import type { Office, Region } from "#domains/territory/index.ts";
import { directory } from "#paths/directory.ts";
import { reports } from "#paths/reports.ts";
import { MeshDrawing } from "#ui/motif.tsx";
import { Facts, PageHeader } from "#ui/page.tsx";
import { Lines, Paragraphs } from "#ui/prose.tsx";

interface Props {
  settings: Settings;
  region?: Region;
  offices: readonly Office[];
}

/** `/le-reseau`: who the network is, where it works, how to reach it. */
export function AboutPage({ settings, region, offices }: Props) {
  const open = offices.filter(({ closed_on }) => closed_on === null);
  return (
    <>
      <PageHeader title="Le réseau" lead={settings.tagline} />
      <div class="two-columns">
        <div class="prose">
          <Paragraphs text={settings.presentation || shipped(settings.name)} />
          <p>
            <a href={directory.publicList()}>Voir les acteurs</a> ·{" "}
            <a href={reports.publishedList()}>Lire les bilans</a>
          </p>
        </div>
        <aside class="aside">
          <MeshDrawing word={settings.name} width={320} height={150} strands={4} columns={7} />
          <h2>Nous joindre</h2>
          <Facts
            facts={[
              ["Adresse", settings.postal_address ? <Lines text={settings.postal_address} /> : null],
              ["Courriel", settings.email ? <a href={`mailto:${settings.email}`}>{settings.email}</a> : null],
              ["Téléphone", settings.phone],
              ["Région", region?.name],
              ["Départements", region?.departments.map(({ name }) => name).join(", ")],
            ]}
          />
          {open.length > 0 ? (
            <>
              <h2>Nos bureaux</h2>
              <ul class="lines">
                {open.map((office) => (
                  <li>
                    <p class="line-title">{office.name}</p>
                    <p class="soft">
                      {[office.address, office.commune === office.name ? "" : office.commune]
                        .filter(Boolean)
                        .join(", ")}
                    </p>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </aside>
      </div>
    </>
  );
}

const shipped = (
  name: string,
) => `${name} est un réseau régional multi-acteurs : une association qui fait travailler ensemble les organisations d’une même région engagées dans la coopération et la solidarité internationales, associations, collectivités, établissements et entreprises.

Il les fait connaître, les met en relation, les accompagne dans leurs projets, les forme et rend compte chaque année de ce qui a été fait.`;
