import type { SpokenFor } from "#domains/directory/index.ts";
import { accounts } from "#paths/accounts.ts";
import { directory } from "#paths/directory.ts";
import { office } from "#paths/office.ts";
import { people } from "#paths/people.ts";
import { projects } from "#paths/projects.ts";
import { isInside, type Visitor } from "#platform/web/visitor.ts";
import { PageHeader } from "#ui/page.tsx";

interface Props {
  visitor: Visitor;
  organisations: readonly SpokenFor[];
}

/** What one can do from here: only what exists, and only what this person may. */
export function SpaceHome({ visitor, organisations }: Props) {
  return (
    <>
      <PageHeader title="Mon espace" lead={`Bonjour ${visitor.name}. Voici ce que vous pouvez faire.`} />
      <ul class="lines">
        {isInside(visitor) ? (
          <Door href={office.home()} label="Ouvrir la gestion">
            L’activité, l’annuaire, les adhésions, le bilan du réseau.
          </Door>
        ) : null}
        <Door href={accounts.mine()} label="Tenir mon compte">
          Votre mot de passe, la double vérification, vos clés d’accès, vos connexions.
        </Door>
        <Door href={people.mine()} label="Voir mes données">
          Tout ce que nous gardons de vous, à emporter ou à faire effacer.
        </Door>
        {organisations.map(({ id, name, isListed }) => (
          <Door href={directory.mine(id)} label={`Tenir la fiche de ${name}`}>
            {isListed
              ? "Ce que l’annuaire dit de votre organisation : à corriger, à compléter, à confirmer."
              : "Elle n’est pas dans l’annuaire public ; vous pouvez déjà la corriger et la compléter."}
          </Door>
        ))}
        <Door href={projects.mine()} label="Mes projets">
          Ceux que portent vos organisations : les proposer, les tenir à jour, en donner des nouvelles.
        </Door>
        <Door href={directory.publicList()} label="Parcourir l’annuaire">
          Qui agit, où, et dans quel domaine.
        </Door>
      </ul>
    </>
  );
}

function Door({ href, label, children }: { href: string; label: string; children: string }) {
  return (
    <li>
      <a class="line-title" href={href}>
        {label}
      </a>
      <p>{children}</p>
    </li>
  );
}
