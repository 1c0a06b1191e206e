import { publicAgenda } from "#paths/public-agenda.ts";
import type { Day } from "#platform/dates.ts";
import { formatNumber, plural } from "#ui/format.ts";
import { keepPieces } from "#ui/kept.tsx";
import { ExportLinks, Listing, linkMaker, Pagination, withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader } from "#ui/page.tsx";
import type { Agenda } from "./dates/rules.agenda.ts";
import { type AgendaQuestion, pageSize } from "./input.ts";
import { type Month, monthOf } from "./rules.ts";
import { wordMonth } from "./texts.ts";
import { chosenOf, Filters, queryOf, questionOf, Scope, wordsOf } from "./views.filters.tsx";
import { Programme } from "./views.lines.tsx";

export const listTitle = "L’agenda";
export const listLead =
  "Rencontres, webinaires, groupes de travail et formations du réseau, et ce que ses membres et partenaires vous proposent.";
const path = publicAgenda.list();

interface Props {
  agenda: Agenda;
  asked: AgendaQuestion;
  today: Day;
}

/** The agenda as a programme: what is to come by month, or a whole year. */
export function AgendaPage(props: Props) {
  const { agenda, asked, today } = props;
  return (
    <>
      <AgendaHeader />
      <Listing filters={<Filters path={path} asked={asked} agenda={agenda} />}>
        <Looks asked={asked} month={asked.annee ? `${asked.annee}-01` : monthOf(today)} />
        <Years agenda={agenda} asked={asked} />
        {agenda.lines.length === 0 ? (
          <Nothing {...props} />
        ) : (
          <>
            <Scope path={path} asked={asked} agenda={agenda} when={whenOf(asked)} />
            <Programme lines={agenda.lines} />
            <Pagination
              page={asked.page ?? 1}
              size={pageSize}
              total={agenda.total}
              path={path}
              query={queryOf(asked)}
            />
          </>
        )}
        <TakeAway asked={asked} />
      </Listing>
    </>
  );
}

const whenOf = ({ annee }: AgendaQuestion) => (annee ? `en ${annee}` : "à venir");

export const AgendaHeader = () =>
  kept(everyPage, "header", () => (
    <PageHeader title={listTitle} lead={listLead}>
      <ButtonLink href={publicAgenda.propose()} label="Proposer un événement" kind="quiet" />
    </PageHeader>
  ));

const everyPage = {};
const kept = keepPieces<object>();

/** The same question as a list or as a month. */
export function Looks({
  asked,
  month,
  here = "list",
}: {
  asked: AgendaQuestion;
  month: Month;
  here?: "list" | "month";
}) {
  const query = questionOf(asked);
  return (
    <nav class="looks" aria-label="Présentation">
      <a href={withQuery(path, query)} aria-current={here === "list" ? "page" : undefined}>
        En liste
      </a>
      <a
        href={withQuery(publicAgenda.month(month), query, { annee: undefined })}
        aria-current={here === "month" ? "page" : undefined}
      >
        Au mois
      </a>
    </nav>
  );
}

/** What is to come, then the years, each with what answers in it. */
function Years({ agenda, asked }: Pick<Props, "agenda" | "asked">) {
  const to = linkMaker(path, questionOf(asked), "annee");
  const years = agenda.years.some(({ year }) => year === asked.annee)
    ? agenda.years
    : [...agenda.years, ...(asked.annee ? [{ year: asked.annee, count: 0 }] : [])];
  return (
    <nav class="years programme-years" aria-label="Années">
      <a href={to(undefined)} aria-current={asked.annee ? undefined : "true"}>
        À venir <span class="facet-count">{formatNumber(agenda.upcoming)}</span>
      </a>
      {years
        .toSorted((a, b) => b.year - a.year)
        .map(({ year, count }) => (
          <a href={to(year)} aria-current={year === asked.annee ? "true" : undefined}>
            {year} <span class="facet-count">{formatNumber(count)}</span>
          </a>
        ))}
    </nav>
  );
}

/** Why there is nothing, and how to widen: each filter on its own, then all, then other times. */
export function Nothing({
  agenda,
  asked,
  where = path,
  when = whenOf(asked),
  children,
}: Pick<Props, "agenda" | "asked"> & { where?: string; when?: string; children?: unknown }) {
  const query = queryOf(asked);
  if (agenda.total > 0)
    return (
      <EmptyState title="Cette page est au-delà de la fin de la liste.">
        <a href={withQuery(where, query, { page: undefined })}>Revenir à la première page</a>
      </EmptyState>
    );
  const words = wordsOf(asked, agenda);
  const chosen = chosenOf(asked, agenda);
  const last = agenda.years.find(({ count }) => count > 0);
  return (
    <EmptyState title={`Rien n’est annoncé ${when}${words ? ` pour ${words}` : ""}.`}>
      <p>L’agenda montre ce que l’équipe a publié ; ce qui se prépare encore n’y est pas.</p>
      <ul>
        {children}
        {chosen.length > 1
          ? chosen.map(({ name, title, label }) => (
              <li>
                <a href={withQuery(where, query, { [name]: undefined })}>
                  Chercher sans {title.toLowerCase()} : {label}
                </a>
              </li>
            ))
          : null}
        {asked.q && chosen.length > 0 ? (
          <li>
            <a href={withQuery(where, query, { q: undefined })}>
              Garder les filtres, sans les mots « {asked.q} »
            </a>
          </li>
        ) : null}
        {asked.q && agenda.unfiltered === 0 ? (
          <li>Vérifiez l’orthographe, ou tapez seulement le début d’un mot.</li>
        ) : null}
        {agenda.unfiltered > 0 && chosen.length > 0 ? (
          <li>
            <a href={withQuery(where, { annee: asked.annee, q: asked.q })}>
              Retirer les filtres : {plural(agenda.unfiltered, "date")} {when}
              {asked.q ? ` pour « ${asked.q} »` : ""}
            </a>
          </li>
        ) : null}
        {agenda.upcoming > 0 && when !== "à venir" ? (
          <li>
            <a href={withQuery(path, questionOf(asked), { annee: undefined })}>
              Voir ce qui est à venir : {plural(agenda.upcoming, "date")}
            </a>
          </li>
        ) : null}
        {last && last.year !== asked.annee ? (
          <li>
            <a href={withQuery(path, questionOf(asked), { annee: last.year })}>
              Voir ce qui répond en {last.year} : {plural(last.count, "date")}
            </a>
          </li>
        ) : null}
        {words ? (
          <li>
            <a href={path}>Voir tout ce qui est à venir</a>
          </li>
        ) : (
          <li>
            <a href={publicAgenda.feed()}>Le fil de l’agenda</a> dira le prochain événement.
          </li>
        )}
      </ul>
    </EmptyState>
  );
}

/** How to take it away, follow it, or show it elsewhere. */
export function TakeAway({ asked }: { asked: AgendaQuestion }) {
  const query = questionOf(asked);
  return (
    <>
      <ExportLinks path={path} query={query} />
      <p>
        <a href={withQuery(publicAgenda.calendar(), query)} data-turbo="false" rel="nofollow">
          Mettre ces dates dans votre calendrier
        </a>{" "}
        (iCalendar) · <a href={withQuery(publicAgenda.feed(), query)}>Suivre l’agenda</a> (fil Atom) ·{" "}
        <a href={withQuery(publicAgenda.embedding(), query)}>
          S’abonner, ou montrer cet agenda sur un autre site
        </a>
      </p>
    </>
  );
}

/** `en novembre 2026`. */
export const inMonth = (month: Month) => `en ${wordMonth(month)}`;
