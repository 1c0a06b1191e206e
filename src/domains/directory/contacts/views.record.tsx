import { directory } from "#paths/directory.ts";
import { ActionForm } from "#ui/form.tsx";
import { ButtonLink, Tag } from "#ui/page.tsx";
import { factSentence } from "../fields/texts.ts";
import type { ContactPoint, OrganisationRecord } from "../queries.ts";
import { originOf } from "../texts.form.ts";
import { contactKinds, contactVisibilities } from "../texts.ts";
import { ContactValue } from "./value.tsx";

interface Props {
  record: OrganisationRecord;
  mayWrite: boolean;
}

/** How to reach the organisation, in its order, and who may see each way. */
export function Contacts({ record, mayWrite }: Props) {
  return (
    <section>
      <h2>Coordonnées</h2>
      {record.contacts.length === 0 ? (
        <p>Aucune coordonnée n’est notée.</p>
      ) : (
        <dl class="facts">
          {record.contacts.map((point, index) => (
            <div class="fact-line">
              <dt>{point.label || contactKinds[point.kind]}</dt>
              <dd>
                <div>
                  <ContactValue point={point} />{" "}
                  <Tag
                    label={contactVisibilities[point.visibility] ?? ""}
                    tone={point.visibility === "public" ? "good" : "plain"}
                  />
                  <Origin record={record} point={point} />
                </div>
                {mayWrite ? <Tools record={record} point={point} first={index === 0} /> : null}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {mayWrite ? (
        <p>
          <ButtonLink href={directory.contactPoints(record.id)} label="Ajouter une coordonnée" kind="quiet" />
        </p>
      ) : null}
    </section>
  );
}

/** Where the first courriel and the first telephone come from: they are fields of the record. */
function Origin({ record, point }: { record: OrganisationRecord; point: ContactPoint }) {
  const isFirst = record.contacts.find(({ kind }) => kind === point.kind)?.id === point.id;
  if (!isFirst || (point.kind !== "email" && point.kind !== "phone")) return null;
  const fact = record.facts[point.kind];
  return (
    <details class="fact">
      <summary>
        D’où cela vient<span class="sr-only"> : {point.value}</span>
      </summary>
      <p>{factSentence(fact?.source ? fact : originOf(record))}.</p>
    </details>
  );
}

function Tools({
  record,
  point,
  first,
}: {
  record: OrganisationRecord;
  point: ContactPoint;
  first: boolean;
}) {
  return (
    <div class="tools">
      {first ? null : (
        <ActionForm action={directory.contactOrder(record.id, point.id)} label="Monter" of={point.value} />
      )}
      <a href={directory.contactPoint(record.id, point.id)}>
        Modifier<span class="sr-only"> {point.value}</span>
      </a>
    </div>
  );
}
