import { directory } from "#paths/directory.ts";
import { office } from "#paths/office.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextArea } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatDay } from "#ui/format.ts";
import { Overtaken } from "#ui/overtaken.tsx";
import { ButtonLink, Callout, PageHeader } from "#ui/page.tsx";
import type { FieldChoices } from "../fields/choices.ts";
import type { FieldWords } from "../fields/queries.ts";
import type { Field, FieldValues } from "../fields/registry.ts";
import { formName, writtenValue } from "../fields/texts.ts";
import { Completeness } from "../fields/views.completeness.tsx";
import { FieldInput } from "../fields/views.tsx";
import { sections } from "../layout.ts";
import { slugOf } from "../rules.ts";
import type { WaitingChange } from "./queries.ts";

export interface OwnCard {
  id: number;
  name: string;
  version: number;
  updated_at: Date;
  confirmed_on: string | null;
  isListed: boolean;
  fields: readonly Field[];
  values: FieldValues;
  words: FieldWords;
  choices: FieldChoices;
  waiting: readonly WaitingChange[];
}

interface Props {
  card: OwnCard;
  typed: Typed;
  errors?: Errors;
  /** What was typed, in words, while the team recorded something else. */
  overtaken?: Record<string, string>;
}

export const mineTitle = (name: string) => `La fiche de ${name}`;

/** An organisation's own card: what it says, what it lacks, what the team still has to read. */
export function OwnCardPage({ card, typed, errors, overtaken }: Props) {
  const { id, name, fields, values, words } = card;
  return (
    <>
      <PageHeader
        title={mineTitle(name)}
        trail={[{ label: "Mon espace", href: office.space() }]}
        lead={
          card.confirmed_on
            ? `Vous l’avez confirmée le ${formatDay(card.confirmed_on)}. Corrigez ce qui a changé, ou confirmez-la de nouveau.`
            : "Corrigez ce qui n’est pas juste, complétez ce qui manque, ou confirmez que tout est exact."
        }
      >
        <ActionForm action={directory.mineConfirmation(id)} label="Tout est exact" kind="primary" />
        {card.isListed ? (
          <ButtonLink
            href={directory.publicCard(id, slugOf(name))}
            label="Voir la fiche publique"
            kind="quiet"
          />
        ) : null}
      </PageHeader>
      <Completeness fields={fields} values={values} hrefOf={(field) => `#champ-${formName(field.key)}`} />
      <Waiting card={card} />
      <Form action={directory.mine(id)} errors={errors} multipart>
        <Hidden name="version" value={String(card.version)} />
        {overtaken ? (
          <Overtaken
            at={card.updated_at}
            labels={Object.fromEntries(fields.map(({ key, label }) => [key, label]))}
            saved={Object.fromEntries(
              fields.map((field) => [field.key, writtenValue(field, values[field.key], words)]),
            )}
            typed={overtaken}
            restart={directory.mine(id)}
          />
        ) : null}
        {sections(fields).map(({ legend, help, rows }) => (
          <fieldset class="form">
            <legend>{legend || "L’organisation"}</legend>
            {help ? <p class="help">{help}</p> : null}
            {rows.flat().map((field) => (
              <FieldInput
                field={field}
                choices={card.choices}
                typed={typed}
                errors={errors}
                required={field.key === "name"}
              />
            ))}
          </fieldset>
        ))}
        <TextArea name="mot" label="Un mot pour l’équipe" typed={typed} errors={errors} required={false} />
        <div class="buttons">
          <Submit label="Envoyer mes corrections" />
          <a href={office.space()}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

/** What was sent and that the team has not read yet. */
function Waiting({ card: { waiting, fields, words } }: { card: OwnCard }) {
  if (waiting.length === 0) return null;
  const known = new Map(fields.map((field) => [field.key, field]));
  return (
    <Callout>
      <p>L’équipe du réseau relit encore :</p>
      <ul>
        {waiting.map(({ field: key, after }) => {
          const field = known.get(key);
          return (
            <li>
              {field?.label ?? key} : {(field && writtenValue(field, after, words)) || "à vider"}
            </li>
          );
        })}
      </ul>
    </Callout>
  );
}
