import { directory } from "#paths/directory.ts";
import { observatory } from "#paths/observatory.ts";
import { projects } from "#paths/projects.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import { site } from "#paths/site.ts";
import type { Theme } from "#ui/document.tsx";
import { keepPieces } from "#ui/kept.tsx";
import { MeshDrawing } from "#ui/motif.tsx";

/** The back cover: who answers for this site, what it gives away, what the law asks. */
export const SiteFoot = ({ theme }: { theme: Theme }) =>
  kept(footOwner, `${theme.name}\n${theme.tagline}`, () => <Foot theme={theme} />);

const kept = keepPieces<object>();
const footOwner = {};

function Foot({ theme }: { theme: Theme }) {
  return (
    <footer class="site-foot">
      <MeshDrawing word={theme.name} width={1800} height={96} strands={2} columns={28} cover />
      <div class="site-foot-columns">
        <section>
          <h2>{theme.name}</h2>
          <p>{theme.tagline}</p>
        </section>
        <nav aria-label="Données ouvertes">
          <h2>Données ouvertes</h2>
          <ul>
            <li>
              <a href={directory.publicFeed()}>Fil des acteurs</a>
            </li>
            <li>
              <a href={projects.publicFeed()}>Fil des projets</a>
            </li>
            <li>
              <a href={publicAgenda.feed()}>Fil de l’agenda</a>
            </li>
            <li>
              <a href={observatory.apiDescription()}>Acteurs, agenda, indicateurs (OpenAPI)</a>
            </li>
          </ul>
        </nav>
        <nav aria-label="À propos de ce site">
          <h2>Ce site</h2>
          <ul>
            <li>
              <a href={site.legal()}>Mentions légales</a>
            </li>
            <li>
              <a href={site.privacy()}>Données personnelles</a>
            </li>
            <li>
              <a href={site.accessibility()}>Accessibilité : partiellement conforme</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
