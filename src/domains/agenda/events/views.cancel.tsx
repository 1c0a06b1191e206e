import { agenda } from "#paths/agenda.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { FileField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { EventRecord } from "./queries.ts";
import { upToEvent } from "./views.edit.tsx";

interface Props {
  event: EventRecord;
  typed?: Typed;
  errors?: Errors;
}

export const cancelTitle = ({ title }: { title: string }) => `Annuler « ${title} »`;

/** Why it is cancelled, as everyone will read it. */
export function CancelPage({ event, typed = {}, errors }: Props) {
  return (
    <>
      <PageHeader title={cancelTitle(event)} trail={upToEvent(event)} />
      <Callout>
        <p>
          L’événement reste sur le site, barré, avec votre raison ; les calendriers qui l’ont pris
          l’apprennent. Pour une seule date, annulez-la depuis la fiche.
        </p>
      </Callout>
      <Form action={agenda.cancelling(event.id)} errors={errors}>
        <TextArea
          name="raison"
          label="Pourquoi, en une phrase"
          help="« L’intervenante est souffrante ; une nouvelle date sera annoncée. »"
          rows={3}
          typed={typed}
          errors={errors}
          required
        />
        <div class="buttons">
          <Submit label="Annuler l’événement" kind="danger" />
          <a href={agenda.one(event.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

export const pictureTitle = ({ title }: { title: string }) => `Image de « ${title} »`;

export function PicturePage({ event, typed = {}, errors }: Props) {
  return (
    <>
      <PageHeader
        title={pictureTitle(event)}
        trail={upToEvent(event)}
        lead="Elle est réduite, et perd ce que l’appareil y a noté : lieu, date, personne."
      />
      <Form action={agenda.picture(event.id)} errors={errors} multipart>
        <FileField
          name="image"
          label="Image"
          accept="image/jpeg,image/png,image/webp"
          errors={errors}
          required
        />
        <TextField
          name="texte"
          label="Ce que l’on voit"
          help="Une phrase pour ceux qui ne voient pas l’image : Une salle pleine, le jour du forum."
          typed={typed}
          errors={errors}
          required
        />
        <div class="buttons">
          <Submit label="Mettre cette image" />
          <a href={agenda.one(event.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
