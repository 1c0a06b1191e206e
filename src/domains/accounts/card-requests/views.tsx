import type { Child } from "hono/jsx";
import { type Duplicate, slugOf } from "#domains/directory/index.ts";
import { cardRequests } from "#paths/card-requests.ts";
import { directory } from "#paths/directory.ts";
import { site } from "#paths/site.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { ButtonLink, Callout, PageHeader } from "#ui/page.tsx";
import type { CardRequest } from "./queries.ts";

interface Props {
  typed: Typed;
  errors?: Errors;
}

/** Who asks: the same four questions whatever is asked for. */
function WhoAsks({ typed, errors }: Props) {
  const fields = { typed, errors };
  return (
    <fieldset class="form">
      <legend>Vous</legend>
      <TextField name="votre_nom" label="Votre nom" autocomplete="name" required {...fields} />
      <TextField
        name="votre_courriel"
        label="Votre adresse électronique"
        type="email"
        autocomplete="email"
        help="Nous y envoyons un lien de confirmation. Avec une adresse de l’organisation, la réponse est plus rapide."
        required
        {...fields}
      />
      <TextField
        name="votre_fonction"
        label="Votre fonction dans l’organisation"
        autocomplete="organization-title"
        required={false}
        {...fields}
      />
      <TextArea name="message" label="Un mot pour l’équipe" required={false} {...fields} />
      <p class="help">
        Votre nom et votre adresse servent à vérifier votre demande et à vous répondre ; ils ne sont jamais
        publiés. <a href={site.privacy()}>Ce que nous faisons des données</a>
      </p>
    </fieldset>
  );
}

export const requestTitle = (name: string) => `Tenir à jour la fiche de ${name}`;

/** Asking to speak for an organisation of the public directory. */
export function CardRequestPage({ card, ...state }: Props & { card: { id: number; name: string } }) {
  return (
    <>
      <PageHeader
        title={requestTitle(card.name)}
        trail={[
          { label: "Les acteurs", href: directory.publicList() },
          { label: card.name, href: directory.publicCard(card.id, slugOf(card.name)) },
        ]}
        lead="Vous faites partie de cette organisation ? Demandez à tenir sa fiche : vous la corrigerez vous-même, quand vous voudrez."
      />
      <Form action={cardRequests.ask(card.id)} errors={state.errors} once>
        <WhoAsks {...state} />
        <div class="buttons">
          <Submit label="Envoyer ma demande" />
        </div>
      </Form>
    </>
  );
}

export const proposeTitle = "Proposer une organisation";

/** An organisation that the directory does not have: what it is, who proposes it, and those that may already be it. */
export function ProposePage({
  typed,
  errors,
  twins = [],
  questions,
}: Props & { twins?: readonly Duplicate[]; questions: Child }) {
  return (
    <>
      <PageHeader
        title={proposeTitle}
        trail={[{ label: "Les acteurs", href: directory.publicList() }]}
        lead="Votre organisation agit à l’international et n’est pas dans l’annuaire ? Présentez-la en quelques lignes : seul son nom est indispensable."
      />
      <Form action={cardRequests.propose()} errors={errors} once>
        {twins.length > 0 ? <Twins twins={twins} /> : null}
        <fieldset class="form">
          <legend>L’organisation</legend>
          {questions}
        </fieldset>
        <WhoAsks typed={typed} errors={errors} />
        <div class="buttons">
          <Submit label="Proposer cette organisation" />
        </div>
      </Form>
    </>
  );
}

function Twins({ twins }: { twins: readonly Duplicate[] }) {
  return (
    <Callout tone="warning">
      <p>Elle est peut-être déjà dans l’annuaire :</p>
      <ul>
        {twins.map(({ id, name, commune }) => (
          <li>
            <a href={directory.publicCard(id, slugOf(name))}>{name}</a>
            {commune ? `, ${commune}` : null} :{" "}
            <a href={cardRequests.ask(id)}>c’est la nôtre, tenir sa fiche</a>
          </li>
        ))}
      </ul>
      <CheckboxField name="autre" label="Non, la nôtre est une autre : la proposer." />
    </Callout>
  );
}

export const sent = { title: "Regardez votre courriel" } as const;

export function SentPage() {
  return (
    <>
      <PageHeader
        {...sent}
        lead="Un lien de confirmation vient de partir à l’adresse que vous avez donnée. Votre demande commence quand vous l’ouvrez."
      />
      <p>Rien n’arrive ? Regardez dans les indésirables, ou recommencez avec une autre adresse.</p>
    </>
  );
}

export const proof = { title: "Confirmer votre demande" } as const;

/** Opening the letter's address changes nothing: programs that read letters open it too. The button does. */
export function ProofPage({ cardRequest, token }: { cardRequest: CardRequest; token: string }) {
  return (
    <>
      <PageHeader
        {...proof}
        lead={`Bonjour ${cardRequest.name}. Vous demandez à tenir la fiche de ${cardRequest.organisation}.`}
      />
      <Form action={cardRequests.proof(token)}>
        <div class="buttons">
          <Submit label="C’est bien moi, confirmer" />
        </div>
      </Form>
    </>
  );
}

export const waiting = { title: "Votre demande est chez nous" } as const;

export function WaitingPage({ cardRequest }: { cardRequest: CardRequest }) {
  return (
    <>
      <PageHeader
        {...waiting}
        lead={`L’équipe du réseau relit votre demande pour ${cardRequest.organisation} et vous répond par courriel.`}
      />
      <ButtonLink href={directory.publicList()} label="Parcourir l’annuaire" kind="quiet" />
    </>
  );
}

export const spent = { title: "Ce lien ne sert plus" } as const;

export function SpentPage() {
  return (
    <>
      <PageHeader
        {...spent}
        lead="La demande a déjà eu sa réponse, ou son délai est passé. Vous pouvez la faire de nouveau depuis la fiche de l’organisation."
      />
      <ButtonLink href={directory.publicList()} label="Chercher l’organisation" />
    </>
  );
}
