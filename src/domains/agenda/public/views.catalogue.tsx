import { publicAgenda } from "#paths/public-agenda.ts";
import { Facet } from "#ui/filters.tsx";
import { plural } from "#ui/format.ts";
import { Listing, Pagination, type Query, withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader } from "#ui/page.tsx";
import type { Catalogue } from "./dates/rules.catalogue.ts";
import { type CatalogueQuestion, pageSize } from "./input.ts";
import { capital, natures } from "./texts.ts";
import { Programme } from "./views.lines.tsx";
import { Modules } from "./views.modules.tsx";

export const catalogueTitle = "Formations";
export const catalogueLead =
  "Ce que le réseau propose d’apprendre ensemble : les prochaines dates, le catalogue par cycle, puis les sessions des années passées.";
const path = publicAgenda.catalogue();

interface Props {
  catalogue: Catalogue;
  asked: CatalogueQuestion;
}

/** The trainings as everyone sees them: the next dates, what is taught, what has been held. */
export function CataloguePage({ catalogue, asked }: Props) {
  const { upcoming, modules, past, past_total } = catalogue;
  const query: Query = { ...asked, page: undefined };
  const narrowed = Object.values({ ...asked, page: undefined }).some((value) => value !== undefined);
  const nothing = upcoming.length + modules.length + past_total === 0;
  return (
    <>
      <PageHeader title={catalogueTitle} lead={catalogueLead}>
        <ButtonLink href={publicAgenda.propose()} label="Proposer une formation" kind="quiet" />
      </PageHeader>
      <Listing filters={<Filters catalogue={catalogue} query={query} narrowed={narrowed} />}>
        <p class="total" role="status">
          {`${plural(upcoming.length, "date")} à venir, ${plural(modules.length, "module")} au catalogue, ${plural(past_total, "session passée", "sessions passées")}${asked.annee ? ` en ${asked.annee}` : ""}`}
        </p>
        {nothing ? <Nothing narrowed={narrowed} asked={asked} catalogue={catalogue} /> : null}
        {nothing ? null : <Upcoming catalogue={catalogue} />}
        {modules.length > 0 ? (
          <section class="catalogue">
            <h2>Le catalogue</h2>
            <Modules modules={modules} />
          </section>
        ) : null}
        {past.length > 0 ? (
          <section>
            <h2 id="passees">Sessions passées</h2>
            {[...Map.groupBy(past, ({ first_on }) => first_on?.slice(0, 4))].map(([year, lines]) => (
              <Programme lines={lines} heading={year ?? ""} plain />
            ))}
            <Pagination page={asked.page ?? 1} size={pageSize} total={past_total} path={path} query={query} />
          </section>
        ) : null}
        <p>
          <a
            href={withQuery(publicAgenda.calendar(), { quoi: "formations", cadre: asked.cadre })}
            data-turbo="false"
            rel="nofollow"
          >
            Mettre les formations dans votre calendrier
          </a>{" "}
          (iCalendar) · <a href={publicAgenda.catalogueFeed()}>Suivre les formations</a> (fil Atom) ·{" "}
          <a href={withQuery(publicAgenda.list(), { quoi: "formations" })}>Les formations dans l’agenda</a>
        </p>
      </Listing>
    </>
  );
}

function Upcoming({ catalogue: { upcoming } }: Pick<Props, "catalogue">) {
  return (
    <section>
      <h2>À venir</h2>
      {upcoming.length > 0 ? (
        <Programme lines={upcoming} level={3} plain />
      ) : (
        <p>
          Aucune session n’est annoncée. <a href={publicAgenda.catalogueFeed()}>Le fil des formations</a> dira
          la prochaine.
        </p>
      )}
    </section>
  );
}

function Filters({ catalogue, query, narrowed }: { catalogue: Catalogue; query: Query; narrowed: boolean }) {
  return (
    <>
      {narrowed ? (
        <p>
          <a href={path}>Effacer les filtres</a>
        </p>
      ) : null}
      <Facet title="Cycle" name="cycle" path={path} query={query} values={catalogue.cycles} />
      <Facet
        title="Approche"
        name="nature"
        path={path}
        query={query}
        values={catalogue.natures.map(({ value, count }) => ({
          value,
          count,
          label: capital(value === "thematique" ? natures.thematic : natures.methodological),
        }))}
      />
      <Facet
        title="Où la suivre"
        name="cadre"
        path={path}
        query={query}
        values={catalogue.settings.map(({ value, count }) => ({
          value,
          count,
          label: value === "en-ligne" ? "En ligne" : "Sur place",
        }))}
      />
      <Facet
        title="Sessions passées"
        name="annee"
        path={path}
        query={query}
        values={catalogue.years.map(({ year, count }) => ({
          value: String(year),
          label: String(year),
          count,
        }))}
        most={10}
      />
    </>
  );
}

function Nothing({ narrowed, asked, catalogue }: Props & { narrowed: boolean }) {
  const [last] = catalogue.years;
  if (!narrowed)
    return (
      <EmptyState title="Aucune formation n’est encore publiée.">
        <p>
          <a href={publicAgenda.catalogueFeed()}>Le fil des formations</a> dira la première.
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title="Aucune formation ne répond à ces filtres.">
      <ul>
        {asked.annee && last ? (
          <li>
            <a href={withQuery(path, { ...asked, annee: last.year })}>
              Voir celles de {last.year} : {plural(last.count, "session")}
            </a>
          </li>
        ) : null}
        <li>
          <a href={path}>Voir toutes les formations</a>
        </li>
      </ul>
    </EmptyState>
  );
}
