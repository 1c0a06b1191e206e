import type { PlaceQuestion } from "#domains/territory/index.ts";
import { agenda } from "#paths/agenda.ts";
import { site } from "#paths/site.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { Offer } from "../events/queries.offer.ts";
import type { Twin } from "../events/queries.twins.ts";
import { eventLabels } from "../events/texts.form.ts";
import { sessionLabels } from "../events/texts.session.ts";
import { wordKind, wordWhen } from "../events/texts.ts";
import { DateFields, FirstFields } from "../events/views.form.tsx";

export const proposeTitle = "Proposer un événement";

interface Props {
  offer: Offer;
  typed: Typed;
  errors?: Errors;
  questions?: readonly PlaceQuestion[];
  twins?: readonly Twin[];
  /** Signed in: no letter is needed to know who it is. */
  known: boolean;
}

/** What an actor says of its event: little is needed, and the team reads it before anyone else. */
export function ProposePage({ offer, twins = [], known, ...facts }: Props) {
  const field = (name: keyof typeof eventLabels, label: string = eventLabels[name]) => ({
    name,
    label,
    typed: facts.typed,
    errors: facts.errors,
    required: false,
  });
  return (
    <>
      <PageHeader
        title={proposeTitle}
        lead="Vous organisez un événement de coopération ou de solidarité internationales ? Annoncez-le ici : l’équipe le relit, puis il paraît dans l’agenda."
      />
      <Form action={agenda.propose()} errors={facts.errors} once>
        {twins.length > 0 ? <Twins twins={twins} /> : null}
        <fieldset class="form">
          <legend>L’événement</legend>
          <FirstFields {...facts} offer={offer} />
          <DateFields {...facts} />
          <TextField
            name="adresse"
            label={sessionLabels.adresse}
            help="La salle, la rue : ce qu’il faut pour trouver la porte."
            autocomplete="off"
            required={false}
            typed={facts.typed}
            errors={facts.errors}
          />
          <TextArea {...field("description")} rows={5} help="De quoi il s’agit, en quelques lignes." />
          <TextField {...field("public")} autocomplete="off" />
          <TextField
            {...field("inscription_adresse", "Page où l’on s’inscrit")}
            autocomplete="off"
            placeholder="www.exemple.fr"
          />
          <TextField {...field("site")} autocomplete="off" placeholder="www.exemple.fr" />
          <TextField
            {...field("accessibilite")}
            autocomplete="off"
            help="Accès en fauteuil, langue des signes, transports."
          />
          <TextField
            {...field("contact")}
            autocomplete="off"
            help="À qui écrire ou téléphoner : ce sera public."
          />
        </fieldset>
        <WhoProposes {...facts} known={known} />
        <div class="buttons">
          <Submit label="Proposer cet événement" />
        </div>
      </Form>
    </>
  );
}

function WhoProposes({ typed, errors, known }: Pick<Props, "typed" | "errors" | "known">) {
  const facts = { typed, errors };
  return (
    <fieldset class="form">
      <legend>Vous</legend>
      <TextField
        name="votre_organisation"
        label="Qui organise"
        autocomplete="organization"
        help="Votre association, votre commune, votre lycée…"
        required
        {...facts}
      />
      <TextField name="votre_nom" label="Votre nom" autocomplete="name" required {...facts} />
      <TextField
        name="votre_courriel"
        label="Votre adresse électronique"
        type="email"
        autocomplete="email"
        help={
          known
            ? "La réponse de l’équipe y arrive."
            : "Nous y envoyons un lien de confirmation, puis la réponse de l’équipe."
        }
        required
        {...facts}
      />
      <TextArea name="mot" label="Un mot pour l’équipe" rows={3} required={false} {...facts} />
      <p class="help">
        Votre nom et votre adresse servent à vous répondre ; ils ne sont jamais publiés, et sont effacés un an
        après la réponse. <a href={site.privacy()}>Ce que nous faisons des données</a>
      </p>
    </fieldset>
  );
}

function Twins({ twins }: { twins: readonly Twin[] }) {
  return (
    <Callout tone="warning">
      <p>Il est peut-être déjà dans l’agenda :</p>
      <ul>
        {twins.map((twin) => (
          <li>
            {twin.title}, {wordKind(twin).toLowerCase()}
            {twin.starts_on ? `, ${wordWhen({ ...twin, starts_on: twin.starts_on })}` : ""} ({twin.why})
          </li>
        ))}
      </ul>
      <CheckboxField name="autre" label="Non, le mien est un autre : le proposer." />
    </Callout>
  );
}

export const sentTitle = "Regardez votre courriel";
export const receivedTitle = "Votre proposition est chez nous";

export function SentPage({ read }: { read: boolean }) {
  return read ? (
    <PageHeader title={receivedTitle} lead="L’équipe la relit et vous répond par courriel. Merci !" />
  ) : (
    <>
      <PageHeader
        title={sentTitle}
        lead="Un lien de confirmation vient de partir à l’adresse que vous avez donnée. L’équipe lit votre proposition quand vous l’avez ouvert."
      />
      <p>Rien n’arrive ? Regardez dans les indésirables, ou recommencez avec une autre adresse.</p>
    </>
  );
}

export const proofTitle = "Confirmer votre proposition";

/** Opening the letter’s address changes nothing: programs that read letters open it too. The button does. */
export function ProofPage({ name, title, token }: { name: string; title: string; token: string }) {
  return (
    <>
      <PageHeader title={proofTitle} lead={`Bonjour ${name}. Vous proposez « ${title} » pour l’agenda.`} />
      <Form action={agenda.proof(token)}>
        <div class="buttons">
          <Submit label="C’est bien moi, confirmer" />
        </div>
      </Form>
    </>
  );
}

export const spentTitle = "Ce lien ne sert plus";

export const SpentPage = () => (
  <>
    <PageHeader
      title={spentTitle}
      lead="Son délai est passé. Vous pouvez proposer votre événement de nouveau."
    />
    <p>
      <a href={agenda.propose()}>{proposeTitle}</a>
    </p>
  </>
);
