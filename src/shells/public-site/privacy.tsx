import type { Settings } from "#domains/network/index.ts";
import { people } from "#paths/people.ts";
import { PageHeader } from "#ui/page.tsx";
import { keptData } from "./kept-data.ts";

/** `/confidentialite`: what is kept, why, how long, and what one may ask. GDPR, articles 13 and 14. */
export function PrivacyPage({ settings }: { settings: Settings }) {
  const contact = settings.privacy_contact || settings.email;
  return (
    <>
      <PageHeader
        title="Données personnelles"
        lead="Ce que nous gardons de vous, pourquoi, combien de temps, et ce que vous pouvez demander."
      />
      <div class="prose">
        <p>
          {settings.publisher || settings.name} répond de ces données. Elles restent sur le serveur du réseau
          : aucune n’est vendue, aucune n’est confiée à une régie, et aucune page de ce site n’appelle un
          service tiers.
        </p>
        <h2>Ce qui est gardé</h2>
      </div>
      <section class="table-frame" tabindex={0} aria-label="Ce qui est gardé">
        <table class="table table-stack">
          <caption class="sr-only">
            Ce qui est gardé, pourquoi, sur quel fondement et combien de temps
          </caption>
          <thead>
            <tr>
              <th scope="col">Données</th>
              <th scope="col">Pourquoi</th>
              <th scope="col">Fondement</th>
              <th scope="col">Combien de temps</th>
            </tr>
          </thead>
          <tbody>
            {keptData.map(({ what, why, basis, duration }) => (
              <tr>
                <td data-label="Données">{what}</td>
                <td data-label="Pourquoi">{why}</td>
                <td data-label="Fondement">{basis}</td>
                <td data-label="Combien de temps">{duration}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div class="prose">
        <h2>Les cookies</h2>
        <p>
          Ce site ne mesure pas votre visite et ne pose que trois cookies, tous nécessaires : l’un garde votre
          session quand vous vous connectez, un autre prouve qu’un formulaire envoyé vient bien de nos pages,
          le dernier porte deux minutes au plus le message qui confirme ce que vous venez de faire. Une page
          que l’on ne fait que lire n’en pose aucun.
        </p>
        <h2>Vos droits</h2>
        <p>
          Vous pouvez demander à voir ce que nous gardons de vous, à le corriger, à l’effacer, à en limiter
          l’usage, à le recevoir dans un fichier, ou vous opposer à ce que nous le gardions.
          {contact ? (
            <>
              {" "}
              Écrivez à <a href={`mailto:${contact}`}>{contact}</a> :
            </>
          ) : (
            " Écrivez-nous :"
          )}{" "}
          nous répondons sous un mois. Si vous avez un compte, <a href={people.mine()}>votre espace</a> montre
          tout ce que nous gardons de vous, à emporter ou à faire effacer.
        </p>
        <p>
          Si notre réponse ne vous convient pas, vous pouvez saisir la CNIL (www.cnil.fr, 3 place de Fontenoy,
          TSA 80715, 75334 Paris Cedex 07).
        </p>
      </div>
    </>
  );
}
