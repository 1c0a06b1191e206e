import type { Child } from "hono/jsx";
import { support } from "#paths/support.ts";
import { FileField, TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatDay, formatInstant } from "#ui/format.ts";
import { ButtonLink, Facts, PageHeader } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import { wordWhen } from "../appointments/texts.ts";
import type { Wrong } from "../courses/page.tsx";
import { documentKinds, stageTold } from "../texts.ts";
import { answererWords } from "./emails.tsx";
import type { FollowedRequest } from "./queries.ts";

export const followTitle = "Suivre votre demande";

interface Props {
  request: FollowedRequest;
  token: string;
  names: ReadonlyMap<string, string>;
  /** The network's own questions still wait. */
  questions: boolean;
  /** Where to book with who answers, and what is booked. */
  links: {
    slots: string | undefined;
    coming: readonly (FollowedRequest["coming"][number] & { href: string })[];
  };
  wrong?: Wrong | undefined;
}

/** What who asked sees by their link: where it stands, what was said, what they may add. */
export function FollowPage(props: Props) {
  const { request, token, names, questions } = props;
  const over = request.stage === "closed";
  const answerer = answererWords(names.get(request.referent_id ?? ""), request.pole);
  return (
    <>
      <PageHeader title={followTitle} lead={`« ${request.subject} », pour ${request.organisation}.`} />
      <Facts
        facts={[
          [
            "Où elle en est",
            request.withdrawn_at
              ? `Vous l’avez retirée le ${formatInstant(request.withdrawn_at)}`
              : stageTold[request.stage],
          ],
          ["Qui vous répond", answerer],
          [
            "Pour quand",
            request.stage === "request" ? `Au plus tard le ${formatDay(request.answer_by)}` : null,
          ],
          ["Envoyée le", formatInstant(request.created_at)],
          ...props.links.coming.map(({ starts_at, ends_at, host, href }): [string, Child] => [
            "Votre rendez-vous",
            <>
              <a href={href}>{wordWhen({ startsAt: new Date(starts_at), endsAt: new Date(ends_at) })}</a>,
              avec {host}
            </>,
          ]),
        ]}
      />
      {props.links.slots && !over ? (
        <p>
          <ButtonLink href={props.links.slots} label="Prendre rendez-vous" kind="quiet" />
        </p>
      ) : null}
      {questions && !over ? (
        <p>
          <ButtonLink href={support.questions(token)} label="Répondre aux questions du réseau" />
        </p>
      ) : null}
      <section>
        <h2>Ce qui s’est dit</h2>
        <Said by={request.name} at={request.created_at} body={request.message} />
        {request.words.map((word) => (
          <Said
            by={
              word.from_requester ? request.name : (names.get(word.written_by ?? "") ?? "L’équipe du réseau")
            }
            at={new Date(word.created_at)}
            body={word.body}
          />
        ))}
        {request.documents.length > 0 ? (
          <>
            <h3>Vos documents</h3>
            <ul>
              {request.documents.map(({ title, created_at }) => (
                <li>
                  {title} <span class="soft small">{formatInstant(new Date(created_at))}</span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </section>
      {over ? null : <Additions {...props} />}
    </>
  );
}

const Said = ({ by, at, body }: { by: string; at: Date; body: string }) => (
  <article class="news">
    <p class="soft small">
      {by} · {formatInstant(at)}
    </p>
    <Paragraphs text={body} />
  </article>
);

function Additions({ token, wrong }: Props) {
  const word = wrong && "mot" in wrong.typed ? wrong : undefined;
  const document = wrong && "titre" in wrong.typed ? wrong : undefined;
  return (
    <>
      <section>
        <h2>Ajouter un mot</h2>
        <Form action={support.word(token)} errors={word?.errors} label="Ajouter un mot" once>
          <TextArea
            name="mot"
            label="Votre message"
            required
            rows={4}
            typed={word?.typed}
            errors={word?.errors}
          />
          <div class="buttons">
            <Submit label="Envoyer ce mot" />
          </div>
        </Form>
      </section>
      <section>
        <h2>Ajouter un document</h2>
        <Form
          action={support.sentDocument(token)}
          errors={document?.errors}
          label="Ajouter un document"
          multipart
          once
        >
          <FileField
            name="document"
            label="Document"
            accept={documentKinds}
            help="15 Mo au plus ; il n’est lu que par l’équipe."
            errors={document?.errors}
          />
          <TextField
            name="titre"
            label="Titre"
            required={false}
            typed={document?.typed}
            errors={document?.errors}
            autocomplete="off"
          />
          <div class="buttons">
            <Submit label="Envoyer ce document" kind="quiet" />
          </div>
        </Form>
      </section>
      <section>
        <h2>Retirer la demande</h2>
        <p>
          Votre besoin a changé, ou vous avez trouvé ailleurs : la demande se ferme, et l’équipe en est
          prévenue.
        </p>
        <ActionForm
          action={support.withdrawal(token)}
          label="Retirer ma demande"
          kind="danger"
          confirm="Retirer cette demande ?"
        />
      </section>
    </>
  );
}

export const spent = { title: "Ce lien ne sert plus" } as const;

export function SpentPage() {
  return (
    <>
      <PageHeader
        {...spent}
        lead="La demande n’est plus ici, ou le lien n’est pas complet : reprenez-le dans le courriel que vous avez reçu."
      />
      <ButtonLink href={support.ask()} label="Demander un accompagnement" />
    </>
  );
}
