import { directory } from "#paths/directory.ts";
import { membership } from "#paths/membership.ts";
import { formatNumber, formatShortDay, plural } from "#ui/format.ts";
import { type Column, ExportLinks, ListTable, Pagination, Total, withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader } from "#ui/page.tsx";
import { pageSize, type Question } from "./input.ts";
import type { CollegeCount, Member, MemberList } from "./queries.ts";

export const listTitle = (year: number) => `Adhérents ${year}`;

const columns = (mayWrite: boolean): readonly Column<Member>[] => [
  {
    label: "Organisation",
    sort: "nom",
    cell: (row) => <a href={directory.one(row.organisation_id)}>{row.organisation}</a>,
  },
  { label: "Collège", sort: "college", cell: (row) => row.college },
  { label: "Commune", wide: true, cell: (row) => row.commune ?? row.department ?? "" },
  { label: "Adhésion du", wide: true, cell: (row) => (row.joined_on ? formatShortDay(row.joined_on) : "") },
  ...(mayWrite
    ? [
        {
          label: "Changer",
          cell: (row: Member) => (
            <a href={membership.one(row.id)}>
              Modifier<span class="sr-only"> l’adhésion de {row.organisation}</span>
            </a>
          ),
        },
      ]
    : []),
];

interface Props {
  list: MemberList;
  asked: Question & { annee: number };
  mayWrite: boolean;
}

/** Who is a member in a year, by college, beside the year before. */
export function MemberListPage({ list, asked, mayWrite }: Props) {
  const year = asked.annee;
  const path = membership.all();
  const chosen = list.colleges.filter(({ code }) => !asked.college || code === asked.college);
  const total = chosen.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageHeader title={listTitle(year)}>
        {mayWrite ? (
          <ButtonLink href={membership.add(year)} label="Ajouter un adhérent" accesskey="c" />
        ) : null}
      </PageHeader>
      <Years list={list} year={year} />
      {list.colleges.length > 0 ? <Colleges colleges={list.colleges} asked={asked} /> : null}
      {list.rows.length === 0 ? (
        <EmptyState title={`Aucun adhérent n’est noté en ${year}.`}>
          <p>Ajoutez-les un par un, ou importez le tableur de l’année depuis les imports.</p>
        </EmptyState>
      ) : (
        <>
          <Total count={total} one="adhérent" />
          <ListTable
            caption={listTitle(year)}
            columns={columns(mayWrite)}
            rows={list.rows}
            path={path}
            query={asked}
            sort={asked.tri ?? "nom"}
          />
          <Pagination page={asked.page ?? 1} size={pageSize} total={total} path={path} query={asked} />
          <ExportLinks path={path} query={asked} />
        </>
      )}
    </>
  );
}

/** The years that have members, this one among them. */
function Years({ list, year }: { list: MemberList; year: number }) {
  const years = list.years.some((line) => line.year === year)
    ? list.years
    : [{ year, count: 0 }, ...list.years].sort((a, b) => b.year - a.year);
  return (
    <nav class="years" aria-label="Années">
      <ul>
        {years.map((line) => (
          <li>
            <a href={membership.all(line.year)} aria-current={line.year === year ? "page" : undefined}>
              {line.year} <span class="sr-only">: {plural(line.count, "adhérent")}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many members each college has, beside last year; each opens on its rows. */
function Colleges({ colleges, asked }: { colleges: readonly CollegeCount[]; asked: Props["asked"] }) {
  const sum = (pick: (line: CollegeCount) => number) => colleges.reduce((all, line) => all + pick(line), 0);
  // Nobody noted the year before: we do not know, which is not none.
  const unknown = colleges.every((line) => line.before === 0);
  const lines = [
    ...colleges,
    { code: "", label: "Ensemble", count: sum((line) => line.count), before: sum((line) => line.before) },
  ];
  return (
    <table class="table">
      <caption>Adhérents par collège</caption>
      <thead>
        <tr>
          <th scope="col">Collège</th>
          <th scope="col" class="numeric">
            {asked.annee}
          </th>
          <th scope="col" class="numeric">
            {asked.annee - 1}
          </th>
          <th scope="col" class="numeric">
            Écart
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ code, label, count, before }) => (
          <tr>
            <th scope="row">
              <a
                href={withQuery(membership.all(), { annee: asked.annee, college: code })}
                aria-current={(asked.college ?? "") === code ? "true" : undefined}
              >
                {label}
              </a>
            </th>
            <td class="numeric">{formatNumber(count)}</td>
            <td class="numeric">{unknown ? "non noté" : formatNumber(before)}</td>
            <td class="numeric">
              {unknown ? "" : `${count > before ? "+" : ""}${formatNumber(count - before)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
