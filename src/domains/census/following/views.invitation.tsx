import { census } from "#paths/census.ts";
import { directory } from "#paths/directory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatDay, formatShortDay } from "#ui/format.ts";
import { Callout, Facts, PageHeader, Tag } from "#ui/page.tsx";
import { letterName } from "../letters/texts.ts";
import { callOutcomes, kinds, standings } from "../texts.ts";
import type { InvitationRecord } from "./queries.calls.ts";

export const invitationTitle = ({ organisation, campaign }: InvitationRecord) =>
  `${organisation}, « ${campaign} »`;

interface Props {
  record: InvitationRecord;
  /** Its personal link, whole, while one may answer. */
  href: string | undefined;
  mayWrite: boolean;
  typed?: Typed;
  errors?: Errors;
}

/** One organisation in a campaign: what was written to it, what it said, the calls. */
export function InvitationPage({ record, href, mayWrite, typed, errors }: Props) {
  const open = record.campaign_state === "open";
  return (
    <>
      <PageHeader
        title={invitationTitle(record)}
        trail={[
          { label: record.campaign, href: census.one(record.campaign_id) },
          { label: "Réponses", href: census.followed(record.campaign_id) },
        ]}
        lead={<a href={directory.one(record.organisation_id)}>Voir sa fiche</a>}
      />
      <Facts
        facts={[
          ["Où elle en est", <Tag {...standings[record.standing]} />],
          ["Contact", record.contact],
          ["Courriel", record.email ?? "aucune adresse connue"],
          ["Téléphone", record.phone],
          ["Venue", record.origin === "open_link" ? "par le lien ouvert" : null],
          ["Lien personnel", href ? <code class="wrap">{href}</code> : null],
        ]}
      />
      <Said record={record} mayWrite={mayWrite} />
      <Letters record={record} />
      <Calls record={record} />
      {mayWrite && open ? <Writing record={record} typed={typed} errors={errors} /> : null}
    </>
  );
}

function Said({ record, mayWrite }: Pick<Props, "record" | "mayWrite">) {
  const { answers } = record;
  return (
    <section>
      <h2>Ce qu’elle a dit</h2>
      {answers.length === 0 ? <p>Rien pour l’instant.</p> : null}
      <ul class={answers.length > 0 ? "lines" : undefined}>
        {answers.map((answer, index) => (
          <li>
            <p class="line-title">
              {kinds[answer.kind]}, le {formatDay(answer.answered_on)}
              {answer.said_by ? `, par ${answer.said_by}` : ""}
            </p>
            {answer.message ? <p>« {answer.message} »</p> : null}
            {index === 0 && (answer.kind === "refusal" || answer.kind === "departure") ? (
              <Settlement id={answer.id} kind={answer.kind} settled={answer.settled} mayWrite={mayWrite} />
            ) : null}
          </li>
        ))}
      </ul>
      {answers.some(({ kind }) => kind === "correction") ? (
        <p>
          <a href={census.differences(record.campaign_id)}>Voir les différences de la campagne</a>
        </p>
      ) : null}
    </section>
  );
}

/** What the team does of a refusal or of a departure: proposed, never done by itself. */
export function Settlement({
  id,
  kind,
  settled,
  mayWrite,
  of,
}: {
  id: number;
  kind: "refusal" | "departure";
  settled?: "done" | "left" | null;
  mayWrite: boolean;
  of?: string;
}) {
  const [act, done] =
    kind === "refusal"
      ? ["Retirer de l’annuaire public", "L’équipe l’a retirée de l’annuaire public."]
      : ["Archiver la fiche", "L’équipe a archivé la fiche."];
  if (settled)
    return <p class="soft">{settled === "done" ? done : "L’équipe a laissé la fiche telle quelle."}</p>;
  if (!mayWrite) return <p class="soft">L’équipe n’a pas encore donné suite.</p>;
  return (
    <div class="buttons">
      <ActionForm
        action={census.settlement(id)}
        label={act}
        of={of}
        hidden={{ suite: "faire" }}
        kind="primary"
      />
      <ActionForm
        action={census.settlement(id)}
        label="Laisser la fiche"
        of={of}
        hidden={{ suite: "laisser" }}
      />
    </div>
  );
}

const letterStates: Record<string, string> = {
  waiting: "en attente d’envoi",
  sending: "en cours d’envoi",
  sent: "envoyée",
  kept: "gardée ici, sans serveur de courrier",
  failed: "non remise",
};

function Letters({ record: { letters } }: Pick<Props, "record">) {
  return (
    <section>
      <h2>Lettres</h2>
      {letters.length === 0 ? <p>Aucune lettre ne lui a encore été écrite.</p> : null}
      <ul>
        {letters.map(({ rank, written_on, state, error, recipient }) => (
          <li>
            {letterName(rank)}, le {formatShortDay(written_on)}
            {recipient ? `, à ${recipient}` : ""}
            {state ? ` : ${letterStates[state] ?? ""}` : ""}
            {error ? ` (${error})` : ""}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Calls({ record: { calls } }: Pick<Props, "record">) {
  return (
    <section>
      <h2>Appels</h2>
      {calls.length === 0 ? <p>Aucun appel n’est noté.</p> : null}
      <ul>
        {calls.map(({ outcome, note, called_on }) => (
          <li>
            {formatShortDay(called_on)} : {callOutcomes[outcome]}
            {note ? `. ${note}` : ""}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Writing({ record, typed, errors }: Pick<Props, "record" | "typed" | "errors">) {
  const field = { errors, typed };
  const outcomes = Object.entries(callOutcomes).map(([value, label]) => ({ value, label }));
  return (
    <>
      <section>
        <h2>Noter un appel</h2>
        <Form action={census.call(record.id)} once errors={typed?.["resultat"] === undefined ? {} : errors}>
          <SelectField
            {...field}
            name="resultat"
            label="Résultat"
            empty="Choisir…"
            options={outcomes}
            required
          />
          <TextField
            {...field}
            name="le"
            label="Date"
            required={false}
            help="Aujourd’hui, si rien n’est écrit."
          />
          <TextArea {...field} name="note" label="Note" rows={3} required={false} />
          <Submit label="Noter l’appel" />
        </Form>
      </section>
      <section>
        <h2>Son adresse</h2>
        <Form action={census.invitation(record.id)} errors={typed?.["courriel"] === undefined ? {} : errors}>
          <TextField
            {...field}
            name="courriel"
            type="email"
            label="Courriel pour cette campagne"
            value={record.email}
            help="La lettre qui n’a pas été remise y sera écrite de nouveau. La fiche de l’annuaire ne change pas."
            required
          />
          <Submit label="Enregistrer l’adresse" kind="quiet" />
        </Form>
        <Callout>
          <p>
            Son lien est tombé entre de mauvaises mains ? Le nouveau lien rend l’ancien inutile ; ce qui était
            commencé avec lui est perdu.
          </p>
          <ActionForm action={census.linkRenewal(record.id)} label="Faire un nouveau lien" />
        </Callout>
      </section>
    </>
  );
}
