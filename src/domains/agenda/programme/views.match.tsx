import { activities } from "#paths/activities.ts";
import { agenda } from "#paths/agenda.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, SearchForm, Submit } from "#ui/form.tsx";
import { formatDay } from "#ui/format.ts";
import { EmptyState, PageHeader } from "#ui/page.tsx";
import { upToList } from "../events/views.edit.tsx";
import type { ProgrammeLine } from "./queries.ts";
import type { Held, Likeness } from "./rules.likeness.ts";
import { wordReasons } from "./texts.ts";
import { MatchForms } from "./views.lines.tsx";
import { programmeTitle } from "./views.tsx";

type Line = ProgrammeLine & { year: number };

const trail = (line: Line) => [
  ...upToList,
  { label: programmeTitle(line), href: agenda.programme(line.year) },
];

export const matchTitle = ({ title }: { title: string }) => `Rapprocher « ${title} »`;

const hrefOf = ({ kind, id }: Pick<Held, "kind" | "id">) =>
  kind === "event" ? agenda.one(id) : activities.one(id);

/** All that may be a line, done: what resembles it, then what one looks for by its words. */
export function MatchPage({
  line,
  found,
  q,
  searched,
}: {
  line: Line;
  found: readonly Likeness[];
  q: string;
  /** What answers the words; none while nothing was asked. */
  searched?: readonly Held[];
}) {
  const linked = [
    ...line.meetings.map(({ id, subject }) => ({ kind: "meeting" as const, id, title: subject })),
    ...line.events.map(({ id, title }) => ({ kind: "event" as const, id, title })),
  ];
  return (
    <>
      <PageHeader
        title={matchTitle(line)}
        trail={trail(line)}
        lead={`Prévu en ${line.year}${line.planned_period ? `, ${line.planned_period.toLowerCase()}` : ""}.`}
      />
      {linked.length > 0 ? (
        <section>
          <h2>Déjà rapproché</h2>
          <ul class="lines">
            {linked.map((one) => (
              <li>
                <a href={hrefOf(one)}>{one.title}</a>
                <ActionForm
                  action={agenda.unmatch(line.id)}
                  label="Séparer"
                  of={one.title}
                  hidden={{ quoi: `${one.kind}-${one.id}` }}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2>Ce qui lui ressemble</h2>
        {found.length === 0 ? <p>Rien de {line.year} ne lui ressemble assez.</p> : null}
        <ul class="lines">
          {found.map((likeness) => (
            <li>
              <HeldLine held={likeness.held} />
              <p class="soft small">{wordReasons(likeness)}</p>
              <div class="tools">
                <MatchForms line={line} match={likeness.held} />
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Chercher dans le journal et l’agenda</h2>
        <SearchForm action={agenda.match(line.id)} label={`Chercher en ${line.year}`}>
          <TextField name="q" type="search" label="Mots du sujet ou du titre" value={q} />
          <Submit label="Chercher" kind="quiet" />
        </SearchForm>
        {searched?.length === 0 ? (
          <EmptyState title="Rien ne répond à ces mots">
            <p>Essayez un seul mot, ou notez d’abord la réunion dans le journal.</p>
          </EmptyState>
        ) : null}
        <ul class="lines">
          {searched?.map((held) => (
            <li>
              <HeldLine held={held} />
              <ActionForm
                action={agenda.match(line.id)}
                label="C’est cela"
                of={held.title}
                hidden={{ quoi: `${held.kind}-${held.id}` }}
              />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const HeldLine = ({ held }: { held: Held }) => (
  <p>
    <a class="line-title" href={hrefOf(held)}>
      {held.title}
    </a>
    , {held.kind === "event" ? "agenda" : "journal"}, {formatDay(held.heldOn)}
  </p>
);

export const dropTitle = ({ title }: { title: string }) => `Abandonner « ${title} »`;

/** Why a line will not be done: the programme says it beside the line. */
export function DropPage({ line, typed = {}, errors }: { line: Line; typed?: Typed; errors?: Errors }) {
  return (
    <>
      <PageHeader
        title={dropTitle(line)}
        trail={trail(line)}
        lead="La ligne reste au programme, comptée comme abandonnée, avec votre raison."
      />
      <Form action={agenda.drop(line.id)} errors={errors}>
        <TextArea
          name="raison"
          label="Pourquoi, en une phrase"
          help="« Reporté : le sommet a changé de date. »"
          rows={3}
          typed={typed}
          errors={errors}
          required
        />
        <div class="buttons">
          <Submit label="Abandonner cette ligne" kind="danger" />
          <a href={agenda.programme(line.year)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
