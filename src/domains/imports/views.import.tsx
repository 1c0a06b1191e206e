import { imports } from "#paths/imports.ts";
import type { ImportedRow } from "#platform/spreadsheets/import-kind.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatInstant, plural } from "#ui/format.ts";
import { ButtonLink, Callout, Facts, PageHeader } from "#ui/page.tsx";
import type { Import, ListedProposal } from "./queries.ts";
import { can } from "./rules.ts";
import { kindLabel, stateLabels } from "./texts.ts";
import { DoneSection, UndoneSection } from "./views.done.tsx";
import { type MappingProps, MappingSection } from "./views.mapping.tsx";
import { PreviewSection } from "./views.preview.tsx";
import { type ProblemList, ProblemSection } from "./views.problems.tsx";
import { ProgressSection } from "./views.progress.tsx";

const upToImports = [{ label: "Imports", href: imports.all() }];

export interface ImportView {
  one: Import;
  who: string;
  problems: ProblemList;
  proposals: readonly ListedProposal[];
  done: { rows: readonly ImportedRow[]; total: number };
  mapping: MappingProps;
  late?: string;
}

/** An import, wherever it stands: what was understood, what it would do or did, and the next gesture. */
export function ImportPage(view: ImportView) {
  const { one, late } = view;
  return (
    <>
      <PageHeader title={one.file_name} trail={upToImports} lead={stateLabels[one.state].label}>
        {can("undo", one.state) ? (
          <ActionForm
            action={imports.undo(one.id)}
            label="Annuler cet import"
            kind="danger"
            confirm="Annuler tout cet import ? Ce que des personnes ont modifié depuis sera gardé."
          />
        ) : null}
        {can("drop", one.state) ? (
          <ActionForm action={imports.drop(one.id)} label="Abandonner ce fichier" />
        ) : null}
      </PageHeader>
      {late ? <Callout tone="warning">{late}</Callout> : null}
      {one.error ? <Stopped one={one} /> : null}
      <State {...view} />
      {can("map", one.state) && one.headings.length > 0 ? <MappingSection {...view.mapping} /> : null}
      <About {...view} />
    </>
  );
}

function State(view: ImportView) {
  const { one, problems } = view;
  switch (one.state) {
    case "reading":
    case "running":
    case "undoing":
      return <ProgressSection one={one} />;
    case "ready":
      return (
        <>
          <PreviewSection one={one} proposals={view.proposals} />
          <ProblemSection one={one} problems={problems} />
        </>
      );
    case "done":
      return (
        <>
          <DoneSection one={one} done={view.done} />
          <ProblemSection one={one} problems={problems} />
        </>
      );
    case "undone":
      return <UndoneSection one={one} />;
    default:
      return null;
  }
}

function Stopped({ one }: { one: Import }) {
  return (
    <Callout tone="bad">
      <p>{one.error}</p>
      {one.state === "failed" ? (
        <>
          <ActionForm action={imports.retry(one.id)} label="Lire de nouveau ce fichier" />
          <ButtonLink href={imports.all()} label="Donner un autre fichier" kind="quiet" />
        </>
      ) : null}
    </Callout>
  );
}

function About({ one, who, mapping }: ImportView) {
  const ignored = one.headings.filter((_, position) => !Object.values(one.mapping).includes(position));
  const options = mapping.kind?.options ?? [];
  return (
    <section>
      <h2>À propos de ce fichier</h2>
      <Facts
        facts={[
          ["Contenu", kindLabel(one.kind)],
          ...options.map((option) => [option.label, one.options[option.key] ?? null] as const),
          ["Lignes lues", one.counts.rows > 0 ? plural(one.counts.rows, "ligne") : null],
          ["En-têtes", one.headings.length > 0 ? `à la ligne ${one.headings_line}` : null],
          ["Colonnes laissées de côté", one.kind && ignored.length > 0 ? ignored.join(", ") : null],
          ["Donné par", who],
          ["Le", formatInstant(one.created_at)],
          ["Terminé le", one.finished_at ? formatInstant(one.finished_at) : null],
          ["Le fichier", <a href={imports.file(one.id)}>Télécharger le fichier tel qu’il a été donné</a>],
        ]}
      />
    </section>
  );
}
