import { directory } from "#paths/directory.ts";
import { Hidden } from "#ui/form.tsx";
import { Overtaken } from "#ui/overtaken.tsx";
import { ButtonLink, PageHeader } from "#ui/page.tsx";
import { Lookalikes, LookalikesAsTyped } from "./duplicates/views.lookalikes.tsx";
import type { Duplicate } from "./matching/duplicates.ts";
import type { OrganisationRecord } from "./queries.ts";
import { labelsOf, typedOf, wordsOfRecord } from "./texts.form.ts";
import { type FormProps, OrganisationForm } from "./views.form.tsx";

export const addTitle = "Ajouter une organisation";
export const editTitle = (record: { name: string }) => `Modifier ${record.name}`;

const trail = [{ label: "Annuaire", href: directory.all() }];
type Form = Pick<FormProps, "fields" | "choices" | "errors">;

export function AddPage({
  duplicates = [],
  ...form
}: Form & Pick<FormProps, "typed"> & { duplicates?: readonly Duplicate[] }) {
  return (
    <>
      <PageHeader title={addTitle} trail={trail}>
        <ButtonLink href={directory.registers()} label="Chercher dans les registres" kind="quiet" />
      </PageHeader>
      <OrganisationForm
        {...form}
        action={directory.add()}
        back={directory.all()}
        above={
          <>
            <Lookalikes duplicates={duplicates} />
            {form.typed["registre"] ? (
              <Hidden name="registre" value={String(form.typed["registre"])} />
            ) : null}
          </>
        }
        underName={<LookalikesAsTyped />}
      />
    </>
  );
}

/** Changing an organisation; `overtaken`: in words, what was typed while a colleague recorded something else. */
export function EditPage({
  record,
  version = record.version,
  typed,
  overtaken,
  ...form
}: Form &
  Partial<Pick<FormProps, "typed" | "version">> & {
    record: OrganisationRecord;
    overtaken?: Record<string, string>;
  }) {
  return (
    <>
      <PageHeader
        title={editTitle(record)}
        trail={[...trail, { label: record.name, href: directory.one(record.id) }]}
      />
      <OrganisationForm
        {...form}
        typed={typed ?? typedOf(record, form.fields)}
        version={version}
        action={directory.edit(record.id)}
        back={directory.one(record.id)}
        underName={<LookalikesAsTyped except={record.id} />}
        above={
          overtaken ? (
            <Overtaken
              at={record.updated_at}
              labels={labelsOf(form.fields)}
              saved={wordsOfRecord(record, form.fields)}
              typed={overtaken}
              restart={directory.edit(record.id)}
            />
          ) : null
        }
      />
    </>
  );
}
