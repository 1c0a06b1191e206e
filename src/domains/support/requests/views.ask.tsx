import { PlaceChoices, type PlaceQuestion } from "#domains/territory/index.ts";
import { site } from "#paths/site.ts";
import { support } from "#paths/support.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckGroup } from "#ui/checks.tsx";
import { RadioField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { Callout, PageHeader } from "#ui/page.tsx";

export const askTitle = "Demander un accompagnement";

interface Props {
  themes: readonly { id: number; label: string }[];
  typed: Typed;
  errors?: Errors;
  questions?: readonly PlaceQuestion[];
  /** This address already asked for this organisation. */
  twin?: { created_at: Date } | undefined;
}

const listOf = (typed: Typed, name: string): readonly string[] => {
  const given = typed[name] ?? [];
  return Array.isArray(given) ? given : [given];
};

/** The request: who, for which organisation, about what. */
export function AskPage({ themes, typed, errors, questions = [], twin }: Props) {
  const state = { typed, errors };
  return (
    <>
      <PageHeader
        title={askTitle}
        trail={[{ label: "Se faire accompagner", href: support.home() }]}
        lead="Quelques lignes suffisent. Vous recevez aussitôt un courriel qui dit qui vous répond, et quand."
      />
      <Form action={support.ask()} errors={errors} once>
        {twin ? <Twin twin={twin} errors={errors} /> : null}
        <fieldset class="form">
          <legend>Votre demande</legend>
          <TextField name="sujet" label="Sujet, en quelques mots" required autocomplete="off" {...state} />
          <TextArea
            name="message"
            label="Ce qui vous amène"
            help="Où en est le projet, ce que vous cherchez, pour quand."
            required
            rows={6}
            {...state}
          />
          <CheckGroup
            name="themes"
            legend="De quoi s’agit-il ?"
            options={themes.map(({ id, label }) => ({ value: String(id), label }))}
            chosen={listOf(typed, "themes")}
            errors={errors}
          />
          <TextField
            name="pays"
            label="Dans quels pays ?"
            required={false}
            help="Mali, Bénin"
            autocomplete="off"
            {...state}
          />
        </fieldset>
        <fieldset class="form">
          <legend>Votre organisation</legend>
          <TextField name="organisation" label="Son nom" required autocomplete="organization" {...state} />
          <TextField
            name="lieu"
            label="Sa commune"
            required={false}
            help="Elle sert à savoir qui vous répond."
            autocomplete="address-level2"
            {...state}
          />
          <PlaceChoices
            questions={questions}
            typed={typed}
            errors={errors}
            keep="Aucune de celles-là : garder ce que j’ai écrit"
          />
        </fieldset>
        <fieldset class="form">
          <legend>Vous</legend>
          <TextField name="votre_nom" label="Votre nom" required autocomplete="name" {...state} />
          <TextField
            name="votre_fonction"
            label="Votre fonction"
            required={false}
            autocomplete="organization-title"
            {...state}
          />
          <TextField
            name="votre_courriel"
            label="Votre adresse électronique"
            type="email"
            required
            autocomplete="email"
            help="Nous y répondons, et y envoyons le lien de suivi."
            {...state}
          />
          <TextField
            name="votre_telephone"
            label="Votre téléphone"
            type="tel"
            required={false}
            autocomplete="tel"
            {...state}
          />
          <p class="help">
            Ce que vous écrivez sert à vous répondre et à vous accompagner ; l’équipe du réseau est seule à
            lire votre nom, votre adresse et votre message. Ils sont effacés trois ans après la fin de
            l’accompagnement. <a href={site.privacy()}>Ce que nous faisons des données</a>
          </p>
        </fieldset>
        <div class="buttons">
          <Submit label="Envoyer ma demande" />
        </div>
      </Form>
    </>
  );
}

function Twin({ twin, errors }: { twin: { created_at: Date }; errors: Errors | undefined }) {
  return (
    <Callout tone="warning">
      <p>
        Une demande de cette adresse pour cette organisation est déjà chez nous, depuis le{" "}
        {formatInstant(twin.created_at)}.
      </p>
      <RadioField
        name="double"
        legend="Que voulez-vous faire ?"
        errors={errors}
        options={[
          {
            value: "lien",
            label: "Recevoir de nouveau le lien pour la suivre, et y ajouter ce que je veux dire",
          },
          { value: "autre", label: "Envoyer cette autre demande" },
        ]}
      />
    </Callout>
  );
}
