import { agenda } from "#paths/agenda.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatDuration, formatShortDay, plural } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { ButtonLink, Callout, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import { natureLabels } from "../events/texts.ts";
import { upToList } from "../events/views.edit.tsx";
import type { ModuleLine, ModuleRecord } from "./queries.ts";
import { type ModuleField, moduleLabels } from "./texts.ts";

export const catalogueTitle = "Catalogue des formations";
const upToCatalogue = [...upToList, { label: catalogueTitle, href: agenda.catalogue() }];

/** The modules by cycle: what is taught, whoever asks and whenever. */
export function CataloguePage({
  modules,
  retired,
  mayWrite,
}: {
  modules: readonly ModuleLine[];
  retired: boolean;
  mayWrite: boolean;
}) {
  const cycles = Map.groupBy(modules, ({ cycle }) => cycle ?? "Sans cycle");
  return (
    <>
      <PageHeader
        title={catalogueTitle}
        trail={upToList}
        lead={
          retired
            ? "Les modules retirés : les formations passées les nomment encore."
            : "Ce que le réseau sait enseigner, par cycle et par module."
        }
      >
        {mayWrite ? <ButtonLink href={agenda.addModule()} label="Ajouter un module" accesskey="n" /> : null}
      </PageHeader>
      {modules.length === 0 ? (
        <EmptyState title={retired ? "Aucun module n’est retiré" : "Le catalogue est vide"}>
          <p>Un module a ses objectifs et ses heures ; une formation de l’agenda dit lequel elle donne.</p>
        </EmptyState>
      ) : null}
      {[...cycles].map(([cycle, members]) => (
        <section>
          <h2>{cycle}</h2>
          <ListTable<ModuleLine>
            caption={`${cycle} : ${plural(members.length, "module")}`}
            path={agenda.catalogue()}
            query={{}}
            rows={members}
            columns={[
              { label: "Module", cell: (line) => <a href={agenda.module(line.id)}>{line.title}</a> },
              { label: "Nature", cell: ({ nature }) => (nature ? <Tag label={natureLabels[nature]} /> : "") },
              {
                label: "Durée",
                numeric: true,
                cell: ({ duration_minutes }) => (duration_minutes ? formatDuration(duration_minutes) : ""),
              },
              {
                label: "Donné",
                numeric: true,
                cell: ({ sessions, last_on }) =>
                  sessions > 0 && last_on
                    ? `${sessions} fois, la dernière le ${formatShortDay(last_on)}`
                    : "",
              },
            ]}
          />
        </section>
      ))}
      <p>
        {retired ? (
          <a href={agenda.catalogue()}>Revenir au catalogue</a>
        ) : (
          <a href={`${agenda.catalogue()}?etat=retires`}>Modules retirés</a>
        )}
      </p>
    </>
  );
}

interface FormProps {
  cycles: readonly { id: number; label: string }[];
  typed: Typed;
  errors?: Errors;
}

function ModuleFields({ cycles, typed, errors }: FormProps) {
  const field = (name: ModuleField) => ({ name, label: moduleLabels[name], errors, typed, required: false });
  return (
    <>
      <TextField {...field("titre")} required autofocus={!errors} autocomplete="off" />
      <div class="field-row">
        <SelectField
          {...field("cycle")}
          empty="Aucun"
          options={cycles.map(({ id, label }) => ({ value: String(id), label }))}
        />
        <TextField {...field("nouveau_cycle")} autocomplete="off" help="Il rejoint la liste des cycles" />
      </div>
      <div class="field-row">
        <SelectField
          {...field("nature")}
          empty="Pas encore dit"
          options={Object.entries(natureLabels).map(([value, label]) => ({ value, label }))}
        />
        <TextField {...field("heures")} autocomplete="off" help="7 ou 3h30" />
      </div>
      <TextArea {...field("objectifs")} rows={4} help="Ce que chacun saura faire en sortant." />
      <TextArea {...field("contenu")} rows={5} />
      <TextField {...field("public")} autocomplete="off" />
      <TextField {...field("prerequis")} autocomplete="off" />
    </>
  );
}

export const newModuleTitle = "Ajouter un module";

export function NewModulePage(form: FormProps) {
  return (
    <>
      <PageHeader title={newModuleTitle} trail={upToCatalogue} />
      <Form action={agenda.addModule()} errors={form.errors} behaviour="quick-save" once>
        <ModuleFields {...form} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={agenda.catalogue()}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

/** A module: what is said of it, changed in place, and the trainings that teach it. */
export function ModulePage({
  module,
  mayWrite,
  overtaken,
  ...form
}: FormProps & { module: ModuleRecord; mayWrite: boolean; overtaken?: boolean }) {
  return (
    <>
      <PageHeader title={module.title} trail={upToCatalogue} lead={module.cycle ?? undefined}>
        {mayWrite && !module.retired_at ? (
          <ActionForm action={agenda.moduleRetirement(module.id)} label="Retirer du catalogue" />
        ) : null}
      </PageHeader>
      {module.retired_at ? (
        <Callout tone="warning">
          <p>Ce module est retiré du catalogue.</p>
          {mayWrite ? (
            <ActionForm action={agenda.moduleReturn(module.id)} label="L’y remettre" kind="primary" />
          ) : null}
        </Callout>
      ) : null}
      {overtaken ? (
        <Callout tone="warning">
          <p>
            Un collègue a enregistré ce module pendant que vous écriviez. Ce que vous avez tapé est dans le
            formulaire : enregistrez-le pour le remplacer, ou{" "}
            <a href={agenda.module(module.id)}>repartez de ce qui est enregistré</a>.
          </p>
        </Callout>
      ) : null}
      {mayWrite ? (
        <Form action={agenda.module(module.id)} errors={form.errors} behaviour="quick-save">
          <Hidden name="version" value={String(module.version)} />
          <ModuleFields {...form} />
          <div class="buttons">
            <Submit label="Enregistrer" />
          </div>
        </Form>
      ) : null}
      <h2>Formations qui le donnent</h2>
      {module.trainings.length === 0 ? <p>Aucune pour l’instant.</p> : null}
      <ul>
        {module.trainings.map(({ id, title, first_on }) => (
          <li>
            <a href={agenda.one(id)}>{title}</a>
            {first_on ? `, ${formatShortDay(first_on)}` : ""}
          </li>
        ))}
      </ul>
    </>
  );
}
