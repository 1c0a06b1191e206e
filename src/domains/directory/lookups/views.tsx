import { directory } from "#paths/directory.ts";
import type { Errors } from "#platform/web/form.ts";
import { CheckboxField, TextField } from "#ui/fields.tsx";
import { Form, Hidden, SearchForm, Submit } from "#ui/form.tsx";
import { Callout, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import type { FieldWords } from "../fields/queries.ts";
import type { Field, FieldValues } from "../fields/registry.ts";
import { isEmpty, sameValue } from "../fields/rules.ts";
import { writtenValue } from "../fields/texts.ts";
import { entryReference } from "./input.ts";
import type { LookUp } from "./queries.ts";
import type { RegisterEntry } from "./rules.ts";
import { registerNames, troublesOf } from "./texts.ts";

export const lookUpTitle = "Chercher dans les registres";

interface Props {
  q: string;
  /** None while nothing was asked. */
  found?: LookUp;
  fields: readonly Field[];
  words: FieldWords;
  /** The card to complete; none when an organisation is to be added. */
  record?: { id: number; name: string; version: number; values: FieldValues };
  errors?: Errors;
}

/** What the State's registers say of an organisation, taken field by field; when they do not answer, the way on. */
export function LookUpPage({ q, found, record, errors, ...facts }: Props) {
  const back = record ? directory.one(record.id) : directory.add();
  const troubles = found ? troublesOf(found) : [];
  return (
    <>
      <PageHeader
        title={lookUpTitle}
        trail={[
          { label: "Annuaire", href: directory.all() },
          record ? { label: record.name, href: back } : { label: "Ajouter une organisation", href: back },
        ]}
        lead="Par le nom, le SIREN, le SIRET ou le numéro RNA. Ce que vous cochez est repris, et la fiche dit d’où cela vient."
      />
      <SearchForm
        action={record ? directory.registersOf(record.id) : directory.registers()}
        label={lookUpTitle}
      >
        <TextField name="q" type="search" label="Nom ou numéro" value={q} />
        <Submit label="Chercher" />
      </SearchForm>
      {errors?.[""] ? (
        <Callout tone="bad">
          <p>{errors[""]}</p>
        </Callout>
      ) : null}
      {troubles.length > 0 ? (
        <Callout tone="warning">
          {troubles.map((sentence) => (
            <p>{sentence}</p>
          ))}
          <p>
            Rien n’est bloqué :{" "}
            <a href={back}>{record ? "revenez à la fiche" : "remplissez le formulaire à la main"}</a>, et
            cherchez ici plus tard.
          </p>
        </Callout>
      ) : null}
      {found && found.entries.length === 0 && found.failed.length === 0 ? (
        <EmptyState title="Les registres ne connaissent pas ce nom ou ce numéro">
          <p>
            Une petite association n’a souvent pas de SIREN. Essayez son numéro RNA, ou un seul mot de son
            nom.
          </p>
        </EmptyState>
      ) : null}
      <ul class="twins">
        {found?.entries.map((entry) => (
          <li class="twin">
            <Entry entry={entry} record={record} {...facts} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Entry({
  entry,
  record,
  fields,
  words,
}: Pick<Props, "record" | "fields" | "words"> & { entry: RegisterEntry }) {
  const { values, register, closed, reference } = entry;
  const said = fields.filter(({ key }) => !isEmpty(values[key]));
  const other = record ? said.filter(({ key }) => !sameValue(values[key], record.values[key])) : said;
  const written = (field: Field, all: FieldValues) => writtenValue(field, all[field.key], words);
  const boxes = other.map((field) => (
    <CheckboxField
      name={`champs-${reference}`}
      value={field.key}
      label={`${field.label} : ${shorten(written(field, values))}`}
      help={
        record && !isEmpty(record.values[field.key])
          ? `La fiche dit : ${shorten(written(field, record.values))}`
          : undefined
      }
      checked={record ? isEmpty(record.values[field.key]) : true}
    />
  ));
  return (
    <>
      <h2>{values.name}</h2>
      <p class="twin-tags">
        <Tag label={registerNames[register]} />
        {closed ? <Tag label={register === "rna" ? "Dissoute" : "Fermée"} tone="warning" /> : null}
      </p>
      {record && other.length === 0 ? (
        <p>La fiche dit déjà tout ce que dit ce registre.</p>
      ) : record ? (
        <Form action={directory.registersOf(record.id)} label={`Reprendre de ${values.name}, ${reference}`}>
          <Hidden name="registre" value={entryReference(entry)} />
          <Hidden name="version" value={String(record.version)} />
          {boxes}
          <Submit label="Reprendre ce qui est coché" />
        </Form>
      ) : (
        <SearchForm action={directory.add()} label={`Ajouter ${values.name}, ${reference}`} class="form">
          <Hidden name="registre" value={entryReference(entry)} />
          {boxes}
          <Submit label="Remplir le formulaire avec ce qui est coché" />
        </SearchForm>
      )}
    </>
  );
}

const shorten = (text: string) => (text.length > 220 ? `${text.slice(0, 220)}…` : text);
