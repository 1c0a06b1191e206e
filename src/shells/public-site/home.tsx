import type { Announcement } from "#domains/agenda/index.ts";
import type { Settings } from "#domains/network/index.ts";
import { appointments } from "#paths/appointments.ts";
import { directory } from "#paths/directory.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import { reports } from "#paths/reports.ts";
import { site } from "#paths/site.ts";
import { support } from "#paths/support.ts";
import { tools } from "#paths/tools.ts";
import { SearchForm } from "#ui/form.tsx";
import { formatNumber } from "#ui/format.ts";
import { MeshDrawing } from "#ui/motif.tsx";
import { Figure, Figures, Tag } from "#ui/page.tsx";

/** What the home page shows, already worded; each figure opens on what it counts. */
export interface Home {
  settings: Settings;
  region?: string;
  year?: number;
  figures: readonly { value: string; label: string; href: string }[];
  departments: readonly { label: string; count: number; href: string }[];
  /** The next dates of the agenda. */
  dates: readonly Announcement[];
  report?: { year: number };
}

export function HomePage(home: Home) {
  return (
    <>
      <Cover {...home} />
      {home.figures.length > 0 ? <YearInFigures {...home} /> : null}
      <div class="home-columns">
        <Where {...home} />
        <div>
          <NextDates {...home} />
          <Help />
        </div>
        <Report {...home} />
      </div>
    </>
  );
}

function Cover({ settings }: Home) {
  return (
    <section class="cover">
      <div class="cover-words">
        <h1>{settings.tagline || settings.name}</h1>
        <SearchForm action={directory.publicList()} label="Chercher un acteur" class="cover-search">
          <label for="q">Qui agit, où, avec qui ? Cherchez une organisation, une commune, un mot.</label>
          <div class="cover-search-line">
            <input class="input" type="search" id="q" name="q" placeholder="Bénin, lycée, Dunkerque…" />
            <button type="submit" class="button button-primary">
              Chercher
            </button>
          </div>
        </SearchForm>
      </div>
      <MeshDrawing word={settings.name} width={640} height={520} strands={7} columns={10} cover />
    </section>
  );
}

function YearInFigures({ year, figures }: Home) {
  return (
    <section class="home-figures" aria-labelledby="annee">
      <h2 id="annee">L’année {year} en chiffres</h2>
      <Figures>
        {figures.map((figure) => (
          <Figure {...figure} />
        ))}
      </Figures>
      <p class="soft small">Chaque chiffre s’ouvre sur ce qu’il compte.</p>
    </section>
  );
}

function Where({ departments, region }: Home) {
  const most = Math.max(1, ...departments.map(({ count }) => count));
  return (
    <section>
      <h2>Des acteurs {region ? `en ${region}` : "partout dans la région"}</h2>
      {departments.length === 0 ? (
        <p>L’annuaire se remplit. Il dira ici qui agit dans chaque département.</p>
      ) : (
        <ul class="bars">
          {departments.map(({ label, count, href }) => (
            <li>
              <a href={href}>{label}</a>
              <span class="bars-count">{formatNumber(count)}</span>
              <meter min={0} max={most} value={count} aria-hidden="true" />
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={directory.publicList()}>Tous les acteurs</a>
      </p>
    </section>
  );
}

function NextDates({ dates }: Home) {
  return (
    <section>
      <h2>À l’agenda</h2>
      {dates.length === 0 ? (
        <p>Rien n’est annoncé pour le moment. Ce qui a eu lieu reste dans l’agenda, année par année.</p>
      ) : (
        <ul class="lines">
          {dates.map(({ title, kind, when, where, change, href }) => (
            <li>
              <a class="line-title" href={href}>
                {title}
              </a>
              {change ? (
                <>
                  {" "}
                  <Tag label={change} tone={change === "Annulé" ? "bad" : "warning"} />
                </>
              ) : null}
              <p class="soft">{[kind, when, where].filter(Boolean).join(" · ")}</p>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={publicAgenda.list()}>Tout l’agenda</a> ·{" "}
        <a href={publicAgenda.catalogue()}>Les formations</a>
      </p>
    </section>
  );
}

function Help() {
  return (
    <section>
      <h2>Se faire accompagner</h2>
      <p>
        Un projet, une idée, une difficulté{"\u00a0"}: une personne du réseau vous écoute et avance avec vous.
      </p>
      <p>
        <a href={support.home()}>Demander un accompagnement</a>
      </p>
      <p>
        <a href={appointments.open()}>Prendre rendez-vous</a> ·{" "}
        <a href={tools.open()}>Les outils du réseau</a>
      </p>
    </section>
  );
}

function Report({ report, settings }: Home) {
  return (
    <section>
      <h2>Rendre compte</h2>
      {report ? (
        <>
          <p>
            Le bilan {report.year} dit ce qui a été fait, chiffre par chiffre, avec la liste de ce qui a été
            compté.
          </p>
          <p class="buttons">
            <a class="button button-primary" href={reports.published(report.year)}>
              Lire le bilan {report.year}
            </a>
            <a href={reports.publishedPdf(report.year)}>En PDF</a>
          </p>
        </>
      ) : (
        <p>Le premier bilan de {settings.short_name} n’est pas encore publié.</p>
      )}
      <p>
        <a href={site.about()}>Qui nous sommes</a>
      </p>
    </section>
  );
}
