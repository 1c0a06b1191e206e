import { observatory } from "#paths/observatory.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import { Pagination, withQuery } from "#ui/list.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { Agenda } from "./dates/rules.agenda.ts";
import { type AgendaQuestion, pageSize } from "./input.ts";
import { queryOf, questionOf, Scope, wordsOf } from "./views.filters.tsx";
import { Programme } from "./views.lines.tsx";
import { Nothing } from "./views.list.tsx";

export const embeddingTitle = "S’abonner à l’agenda, le montrer ailleurs";

interface Props {
  agenda: Agenda;
  asked: AgendaQuestion;
}

/** The agenda as another site shows it: no header, no foot; an event opens in the page around. */
export function EmbeddedAgenda({ agenda, asked, title }: Props & { title: string }) {
  const path = publicAgenda.embeddedList();
  return (
    <>
      <h1>{title}</h1>
      {agenda.lines.length === 0 ? (
        <Nothing agenda={agenda} asked={asked} where={path} />
      ) : (
        <>
          <Scope
            path={path}
            asked={asked}
            agenda={agenda}
            when={asked.annee ? `en ${asked.annee}` : "à venir"}
          />
          <Programme lines={agenda.lines} framed />
          <Pagination
            page={asked.page ?? 1}
            size={pageSize}
            total={agenda.total}
            path={path}
            query={queryOf(asked)}
          />
        </>
      )}
      <p class="soft small">
        <a href={withQuery(publicAgenda.list(), questionOf(asked))} target="_parent">
          Voir dans l’agenda du réseau
        </a>
      </p>
    </>
  );
}

/** What to copy into a calendar or another site, with the filters in force. */
export function EmbeddingPage({ agenda, asked, baseUrl }: Props & { baseUrl: string }) {
  const query = questionOf(asked);
  const words = wordsOf(asked, agenda);
  const frame = `<iframe src="${baseUrl}${withQuery(publicAgenda.embeddedList(), query).replaceAll("&", "&amp;")}" title="Agenda du réseau" width="100%" height="900" loading="lazy"></iframe>`;
  return (
    <>
      <PageHeader
        title={embeddingTitle}
        trail={[{ label: "L’agenda", href: withQuery(publicAgenda.list(), query) }]}
        lead="Les dates du réseau dans votre calendrier, sur le site de votre commune ou de votre association, toujours à jour."
      />
      <p>
        {words
          ? `Ce qui suit ne montre que les dates qui répondent à ${words}.`
          : "Ce qui suit montre tout l’agenda. Pour n’en suivre qu’une partie, choisissez d’abord des filtres dans la liste, puis revenez ici."}
      </p>
      <h2>Dans votre calendrier</h2>
      <p>
        Copiez cette adresse dans votre calendrier (téléphone, Outlook, Thunderbird, Google), à la rubrique «
        S’abonner à un calendrier » :
      </p>
      <pre class="embed-code">
        <code>{baseUrl + withQuery(publicAgenda.calendar(), query)}</code>
      </pre>
      <ul class="prose">
        <li>Une date déplacée se déplace chez vous ; une date annulée le dit.</li>
        <li>Les heures sont celles de Paris, justes aussi quand on change d’heure.</li>
        <li>Les dates des douze derniers mois y restent.</li>
        <li>
          Ce dont la date reste à préciser (« Mai », « Automne ») n’y est pas : un calendrier n’a pas de place
          pour cela. Il y entre dès que sa date est fixée.
        </li>
      </ul>
      <h2>Dans un lecteur de flux</h2>
      <pre class="embed-code">
        <code>{baseUrl + withQuery(publicAgenda.feed(), query)}</code>
      </pre>
      <h2>Sur un autre site</h2>
      <p>Copiez ce code dans la page de l’autre site :</p>
      <pre class="embed-code">
        <code>{frame}</code>
      </pre>
      <p>
        <a href={withQuery(publicAgenda.embeddedList(), query)}>Voir ce que cela donne</a>
      </p>
      <ul class="prose">
        <li>
          Seul ce que l’équipe a publié y est. Un événement s’ouvre sur ce site-ci, dans la page entière.
        </li>
        <li>Aucun cookie n’est posé, aucun tiers n’est appelé ; la page se lit sans JavaScript.</li>
        <li>
          Pour traiter les données vous-même :{" "}
          <a href={withQuery(`${publicAgenda.list()}.json`, query)} rel="nofollow">
            JSON
          </a>{" "}
          ou <a href={observatory.apiDescription()}>l’API</a>, à l’adresse <code>{publicAgenda.api()}</code>.
        </li>
      </ul>
    </>
  );
}
