import type { Question } from "#platform/questionnaire/content.ts";
import { writeAction } from "#platform/questionnaire/times.ts";
import type { FileValue, Value } from "#platform/questionnaire/values.ts";
import type { Errors } from "#platform/web/form.ts";
import { FileField } from "../fields.tsx";
import { Hidden } from "../form.tsx";
import { formatBytes, plural } from "../format.ts";
import { helpOf } from "./help.tsx";

/** The field by which new files come; those already given are named by the field itself. */
export const uploadField = (field: string) => `${field}.fichiers`;

/** The files given, each with a way to take it away, then the field for more. */
export function FilesField({
  question,
  value,
  errors,
  name,
  fileHref,
}: {
  question: Question;
  value: Value | undefined;
  errors: Errors;
  name: string;
  fileHref?: ((id: string) => string) | undefined;
}) {
  const given = Array.isArray(value) ? (value as readonly FileValue[]) : [];
  const field = uploadField(name);
  const most = question.most ?? 1;
  const help = [
    helpOf(question),
    most > 1 ? `${plural(most, "fichier")} au plus.` : "",
    "PDF, image, texte ou tableur, 10 Mo au plus.",
  ];
  const error = errors[name];
  return (
    <div class="files" id={`champ-${name}`} tabindex={-1}>
      <FileField
        name={field}
        label={question.label}
        help={help.filter(Boolean).join(" ")}
        errors={error ? { [field]: error } : {}}
        required={question.required === true && given.length === 0}
        multiple={most > 1}
      />
      {given.length > 0 ? (
        <ul class="files-given" aria-label={`Fichiers joints à « ${question.label} »`}>
          {given.map((file) => (
            <li>
              <Hidden name={name} value={file.id} />
              {fileHref ? <a href={fileHref(file.id)}>{file.name}</a> : file.name}{" "}
              <span class="help">{formatBytes(file.sizeBytes)}</span>
              <button
                type="submit"
                class="button button-quiet"
                name="suite"
                value={writeAction({ what: "drop", field: name, file: file.id })}
              >
                Retirer<span class="sr-only"> « {file.name} »</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
