import { site } from "#paths/site.ts";
import { GoalList } from "#ui/goal.tsx";
import { ContactValue } from "./contacts/value.tsx";
import type { Field } from "./fields/registry.ts";
import { isEmpty } from "./fields/rules.ts";
import { writtenValue } from "./fields/texts.ts";
import { FieldLine } from "./fields/views.facts.tsx";
import type { OrganisationRecord } from "./queries.ts";
import { originOf, valuesOf } from "./texts.form.ts";

interface Props {
  record: OrganisationRecord;
  fields: readonly Field[];
  mayWrite: boolean;
}

/** Each field that is known, with what stands beside it; the name is the title, contact points have their own part. */
export function Lines({ record, fields, mayWrite }: Props) {
  const values = valuesOf(record);
  const elsewhere = new Set(["name", "email", "phone"]);
  return (
    <dl class="facts">
      {fields
        .filter(({ key }) => !elsewhere.has(key) && !isEmpty(values[key]))
        .map((field) => (
          <FieldLine
            organisationId={record.id}
            field={field}
            value={<Value record={record} field={field} />}
            facts={record.facts}
            origin={originOf(record)}
            mayWrite={mayWrite}
          />
        ))}
    </dl>
  );
}

function Value({ record, field }: { record: OrganisationRecord; field: Field }) {
  const value = valuesOf(record)[field.key];
  const written = writtenValue(field, value, record.words);
  if (field.kind === "picture")
    return (
      <img src={site.picture(String(value))} alt={`${field.label} de ${record.name}`} class="record-logo" />
    );
  if (field.key === "goal_ids") return <GoalList goals={record.words.goals} />;
  if (field.kind === "web") return <ContactValue point={{ kind: "website", value: written }} />;
  if (field.kind === "paragraph") return <p class="prose">{written}</p>;
  return <>{written}</>;
}
