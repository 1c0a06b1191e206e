import type { Settings } from "#domains/network/index.ts";
import { site } from "#paths/site.ts";
import { Facts, PageHeader } from "#ui/page.tsx";
import { Lines } from "#ui/prose.tsx";

/** `/mentions-legales`: who publishes and who hosts. Law 2004-575 of 21 June 2004 (LCEN), article 1-1. */
export function LegalPage({ settings }: { settings: Settings }) {
  const missing = "À compléter dans les réglages du réseau.";
  return (
    <>
      <PageHeader
        title="Mentions légales"
        lead="Qui publie ce site, qui l’héberge, à qui sont les contenus."
      />
      <div class="prose">
        <h2>Éditeur</h2>
        <Facts
          facts={[
            ["Éditeur", settings.publisher || settings.name],
            ["Enregistrement", settings.registration],
            ["Adresse", settings.postal_address ? <Lines text={settings.postal_address} /> : missing],
            ["Courriel", settings.email ? <a href={`mailto:${settings.email}`}>{settings.email}</a> : null],
            ["Téléphone", settings.phone],
            ["Direction de la publication", settings.publication_director || missing],
          ]}
        />
        <h2>Hébergement</h2>
        <p>{settings.host ? <Lines text={settings.host} /> : missing}</p>
        <h2>Contenus et données</h2>
        <p>
          Les textes et les images sont à l’éditeur ou à ceux qui les lui ont confiés. Les données que ce site
          donne à emporter (listes d’acteurs, de formations, chiffres des bilans) peuvent être réutilisées
          librement, en disant d’où elles viennent et de quel jour elles datent.
        </p>
        <p>
          Les noms et les populations des communes viennent de l’INSEE et de la base « découpage administratif
           » d’Etalab (Licence ouverte). Les coordonnées des communes viennent de GeoNames (CC BY 4.0).
        </p>
        <h2>Logiciel</h2>
        <p>
          Ce site est fait avec Maillage, un logiciel libre publié sous licence AGPL, version 3 ou ultérieure.
          Les caractères sont Bricolage Grotesque et Atkinson Hyperlegible Next (SIL Open Font License).
        </p>
        <p>
          Voir aussi <a href={site.privacy()}>ce que nous gardons de vous</a> et{" "}
          <a href={site.accessibility()}>l’accessibilité de ce site</a>.
        </p>
      </div>
    </>
  );
}
