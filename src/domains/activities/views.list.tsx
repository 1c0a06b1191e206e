import { activities } from "#paths/activities.ts";
import { YearLinks } from "#ui/filters.tsx";
import { formatDuration, formatHours, formatNumber, formatShortDay, plural } from "#ui/format.ts";
import {
  type Column,
  ExportLinks,
  Listing,
  ListTable,
  Pagination,
  type Query,
  withQuery,
} from "#ui/list.tsx";
import { ButtonLink, EmptyState, Figure, Figures, PageHeader } from "#ui/page.tsx";
import { RowBox } from "#ui/selection.tsx";
import { BulkBar, selectionForm } from "./bulk/views.tsx";
import { type MeetingQuestion, pageSize } from "./input.list.ts";
import type { MeetingLine, MeetingList } from "./queries.list.ts";
import { settingLabel } from "./texts.ts";
import { Filters, queryOf } from "./views.filters.tsx";

interface Props {
  list: MeetingList;
  asked: MeetingQuestion;
  mayWrite: boolean;
}

const path = activities.all();

/** `Réunions de 2021`, `Réunions`, `Réunions supprimées`. */
export const listTitle = ({ year }: MeetingList, asked: MeetingQuestion) =>
  asked.etat ? "Réunions supprimées" : year ? `Réunions de ${year}` : "Réunions";

export function MeetingListPage({ list, asked, mayWrite }: Props) {
  const query = queryOf(list, asked);
  return (
    <>
      <PageHeader
        title={listTitle(list, asked)}
        lead={
          <YearLinks path={path} query={{ ...query, mois: undefined }} year={list.year} years={list.years} />
        }
      >
        {mayWrite ? (
          <>
            <ButtonLink href={activities.add()} label="Noter une réunion" accesskey="n" />
            <ButtonLink href={activities.calendars()} label="Depuis un agenda" kind="quiet" />
          </>
        ) : null}
        <ButtonLink href={activities.figures(list.year ?? undefined)} label="Chiffres" kind="quiet" />
      </PageHeader>
      {list.years.length === 0 ? (
        <NothingYet asked={asked} mayWrite={mayWrite} />
      ) : (
        <>
          <Figures>
            <Figure value={formatNumber(list.total)} label={list.total < 2 ? "réunion" : "réunions"} />
            <Figure value={formatHours(list.duration_minutes)} label="de réunion" />
            <Figure
              value={formatNumber(list.participants)}
              label={list.participants < 2 ? "participation" : "participations"}
            />
          </Figures>
          <Listing filters={<Filters list={list} asked={asked} query={query} />}>
            <Lines list={list} asked={asked} query={query} mayWrite={mayWrite && !asked.etat} />
          </Listing>
        </>
      )}
      <p>
        {asked.etat ? (
          <a href={path}>Revenir aux réunions</a>
        ) : (
          <a href={withQuery(path, { annee: "toutes", etat: "supprimees" })}>Réunions supprimées</a>
        )}
      </p>
    </>
  );
}

const box: Column<MeetingLine> = {
  label: "Cocher",
  cell: ({ id, subject }) => <RowBox form={selectionForm} value={id} label={subject} />,
};

function Lines({ list, asked, query, mayWrite }: Props & { query: Query }) {
  if (list.total === 0)
    return (
      <EmptyState title="Aucune réunion ne répond à cette question">
        <p>
          <a href={withQuery(path, { annee: query["annee"] })}>Effacer les filtres</a>
        </p>
      </EmptyState>
    );
  return (
    <>
      <ListTable<MeetingLine>
        caption={`${listTitle(list, asked)}, ${plural(list.total, "ligne")}`}
        rows={list.lines}
        path={path}
        query={query}
        sort={asked.tri}
        columns={[
          ...(mayWrite ? [box] : []),
          { label: "Date", sort: "date", cell: (line) => formatShortDay(line.held_on) },
          {
            label: "Sujet",
            sort: "sujet",
            cell: (line) => <a href={activities.one(line.id)}>{line.subject}</a>,
          },
          { label: "Type", sort: "type", cell: (line) => line.type },
          { label: "Lieu", cell: wherePlace },
          {
            label: "Durée",
            sort: "duree",
            numeric: true,
            cell: (line) => formatDuration(line.duration_minutes),
          },
          {
            label: "Participants",
            sort: "participants",
            numeric: true,
            cell: (line) => formatNumber(line.participants),
          },
        ]}
      />
      {mayWrite ? <BulkBar query={query} total={list.total} /> : null}
      <Pagination page={asked.page} size={pageSize} total={list.total} path={path} query={query} />
      {asked.etat ? null : <ExportLinks path={path} query={query} />}
    </>
  );
}

/** `Lille`, `En ligne`, or both when people were in both. */
const wherePlace = ({ places, online }: MeetingLine) =>
  places === "" ? settingLabel("online") : online ? `${places} et en ligne` : places;

function NothingYet({ asked, mayWrite }: Pick<Props, "asked" | "mayWrite">) {
  if (asked.etat)
    return (
      <EmptyState title="Aucune réunion n’est supprimée">
        <p>Une réunion supprimée attend ici d’être rétablie.</p>
      </EmptyState>
    );
  return (
    <EmptyState title="Aucune réunion n’est notée">
      <p>
        Le journal tient les réunions de l’équipe : sujet, date, durée, lieu, participants. Le bilan en part.
      </p>
      {mayWrite ? <ButtonLink href={activities.add()} label="Noter une réunion" /> : null}
    </EmptyState>
  );
}
