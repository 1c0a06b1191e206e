import { directory } from "#paths/directory.ts";
import type { Column } from "#ui/list.tsx";
import { Tag } from "#ui/page.tsx";
import { RowBox } from "#ui/selection.tsx";
import { statuses } from "../texts.ts";
import type { StaffColumn, StaffRow } from "./columns.staff.ts";

/** The form to which the boxes of the rows belong. */
export const selectionForm = "choix";

const box: Column<StaffRow> = {
  label: "Cocher",
  cell: ({ id, name }) => <RowBox form={selectionForm} value={id} label={name} />,
};

/** The name with its address; what the other columns do not say already is said beside it. */
const nameColumn = (shown: readonly StaffColumn[]): Column<StaffRow> => {
  const says = (key: string) => shown.some((column) => column.key === key);
  return {
    label: "Nom",
    sort: "nom",
    cell: ({ id, name, acronym, remark, status }) => (
      <>
        <a href={directory.one(id)}>{name}</a>
        {acronym && !says("sigle") ? ` (${acronym})` : null}{" "}
        {remark && !says("adhesion") ? <Tag label={remark} tone="good" /> : null}{" "}
        {status === "published" || says("etat") ? null : (
          <Tag label={statuses[status] ?? status} tone="warning" />
        )}
      </>
    ),
  };
};

/** The table of the staff's list: a box for who may act on rows, the name, then the columns chosen. */
export function tableColumns(chosen: readonly StaffColumn[], mayWrite: boolean): Column<StaffRow>[] {
  const shown = chosen.map(
    ({ label, sort, text, key }): Column<StaffRow> => ({
      label,
      cell: text,
      wide: key === "fiche",
      ...(sort ? { sort } : {}),
    }),
  );
  return [...(mayWrite ? [box] : []), nameColumn(chosen), ...shown];
}
