import { type CellObject, SSF } from "@e965/xlsx";

const two = (value: number) => String(value).padStart(2, "0");

/**
 * A cell as the text that a person would have typed: `2021-01-06` for a date, `1:30` for a time, `1,5` for a number
 * (decimal comma, no grouping), `oui` and `non`. A formula gives its last computed value; nothing is evaluated.
 */
export function textOfCell(cell: CellObject | undefined, date1904: boolean): string {
  if (cell?.v === undefined || cell.v === null) return "";
  if (cell.v instanceof Date) return cell.v.toISOString().slice(0, 10);
  if (typeof cell.v === "boolean") return cell.v ? "oui" : "non";
  if (cell.t === "e") return cell.w ?? "#ERREUR";
  if (typeof cell.v === "number") return textOfNumber(cell.v, String(cell.z ?? ""), date1904);
  return cell.v;
}

function textOfNumber(value: number, format: string, date1904: boolean) {
  const bare = format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]/g, "");
  if (!SSF.is_date(format)) return String(Number(value.toFixed(10))).replace(".", ",");
  if (!/[dyj]/i.test(bare)) return textOfTime(value);
  const at = SSF.parse_date_code(value, { date1904 });
  const day = `${String(at.y).padStart(4, "0")}-${two(at.m)}-${two(at.d)}`;
  return at.H || at.M ? `${day}T${two(at.H)}:${two(at.M)}` : day;
}

/** A duration or an hour: a share of a day to `1:30`, beyond 24 hours too. */
function textOfTime(days: number) {
  const minutes = Math.round(Math.abs(days) * 1440);
  return `${days < 0 ? "-" : ""}${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
}
