import { imports } from "#paths/imports.ts";
import { RadioField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { plural } from "#ui/format.ts";
import { ButtonLink, Callout } from "#ui/page.tsx";
import { choiceField } from "./input.ts";
import type { Import, ListedProposal } from "./queries.ts";

/** So many questions at once; beyond, they have their own page. */
const proposalsShown = 15;

const otherLabels = { keep: "Laisser tel quel", create: "Créer" } as const;
const labelOf = (other: string) => (other === "create" ? otherLabels.create : otherLabels.keep);

/** What is not sure, with the best three: decided once for each value typed, and remembered. */
export function ProposalForm({ one, proposals }: { one: Import; proposals: readonly ListedProposal[] }) {
  if (proposals.length === 0) return null;
  const shown = proposals.slice(0, proposalsShown);
  return (
    <section>
      <h2>Ce qui n’est pas sûr</h2>
      <p>
        {plural(proposals.length, "valeur n’est pas reconnue", "valeurs ne sont pas reconnues")} avec
        certitude. Chaque choix vaut pour toutes les lignes qui disent la même chose, et sera retenu pour les
        prochains fichiers. Sans choix de votre part, c’est la réponse cochée qui vaut.
      </p>
      {one.counts.unasked > 0 ? (
        <Callout tone="warning">
          Trop de valeurs ne sont pas sûres : seules les cinq cents premières sont demandées.
        </Callout>
      ) : null}
      <Choices one={one} proposals={shown} />
      {proposals.length > shown.length ? (
        <ButtonLink href={imports.choices(one.id)} label="Voir toutes les valeurs à trancher" kind="quiet" />
      ) : null}
    </section>
  );
}

export function Choices({ one, proposals }: { one: Import; proposals: readonly ListedProposal[] }) {
  return (
    <Form action={imports.choices(one.id)} label="Ce qui n’est pas sûr">
      {proposals.map((proposal) => (
        <RadioField
          name={choiceField(proposal)}
          legend={`${proposal.label} : « ${proposal.typed} »`}
          help={plural(proposal.rows, "ligne")}
          chosen={proposal.choice ?? proposal.fallback}
          options={[
            ...proposal.candidates.map(({ id, label, why }) => ({
              value: id,
              label: why ? `${label} (${why})` : label,
            })),
            ...proposal.others.map((other) => ({ value: other, label: labelOf(other) })),
          ]}
        />
      ))}
      <Submit label="Retenir ces choix" kind="quiet" />
    </Form>
  );
}
