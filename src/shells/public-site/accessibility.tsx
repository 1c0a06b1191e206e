import type { Settings } from "#domains/network/index.ts";
import { PageHeader } from "#ui/page.tsx";

/** `/accessibilite`: the statement that RGAA 4.1 asks for, and no more than what was checked. */
export function AccessibilityPage({ settings }: { settings: Settings }) {
  return (
    <>
      <PageHeader
        title="Accessibilité"
        lead={`${settings.name} veut que chacun puisse lire ce site et s’en servir.`}
      />
      <div class="prose">
        <h2>État de conformité</h2>
        <p>
          Ce site est <strong>partiellement conforme</strong> au référentiel général d’amélioration de
          l’accessibilité (RGAA, version 4.1) : il n’a pas encore reçu d’audit par une personne extérieure.
          Nous ne donnons donc pas de taux de conformité.
        </p>
        <h2>Ce qui a été vérifié</h2>
        <ul>
          <li>Chaque page est examinée par un outil automatique (axe) à chaque changement du logiciel.</li>
          <li>Tout se lit et se fait sans JavaScript, au clavier seul, et le point où l’on est se voit.</li>
          <li>Les textes gardent un contraste de 4,5 pour 1 au moins, de jour comme de nuit.</li>
          <li>Les pages tiennent sur un écran de 320 pixels de large et agrandies à 400 %.</li>
          <li>
            Les graphiques et les cartes ont toujours à côté la liste ou le tableau de ce qu’ils montrent.
          </li>
          <li>Les bilans en PDF sont balisés (PDF/UA-1).</li>
        </ul>
        <h2>Ce qui ne l’est pas encore</h2>
        <ul>
          <li>
            Aucun essai suivi n’a été mené avec des personnes qui emploient un lecteur d’écran ou une plage
            braille.
          </li>
          <li>
            Les tableaux repris d’organisations partenaires peuvent contenir des abréviations qui ne sont pas
            expliquées.
          </li>
        </ul>
        <h2>Dire ce qui ne va pas</h2>
        <p>
          Si une page vous résiste, écrivez-nous
          {settings.email ? (
            <>
              {" "}
              à <a href={`mailto:${settings.email}`}>{settings.email}</a>
            </>
          ) : null}{" "}
          : nous vous donnerons ce que vous cherchiez autrement, et nous corrigerons la page.
        </p>
        <p>
          Si vous ne recevez pas de réponse, vous pouvez saisir le Défenseur des droits : en ligne, auprès de
          son délégué dans votre département, ou par courrier gratuit, sans timbre : Défenseur des droits,
          Libre réponse 71120, 75342 Paris Cedex 07.
        </p>
      </div>
    </>
  );
}
