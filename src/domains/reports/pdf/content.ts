import { columnsOf, type OpenRowset, withUnit } from "#domains/observatory/index.ts";
import type { PrintFiles } from "#platform/pdf/compile.ts";
import { drawChart } from "#ui/chart-svg.ts";
import { formatDay, formatInstant, formatNumber, plural } from "#ui/format.ts";
import { drawMap, mapCredit } from "#ui/map-svg.ts";
import { annexesOf, type Chapter, chaptersOf, type Exhibit, figuresOf } from "../chapters.ts";
import { linesOf, type Report, type ReportFigure } from "../report.ts";
import { coverDrawing } from "./cover.ts";

const font = "Atkinson Hyperlegible Next";
const ink = "#1b241e";

/** Where a figure's rows are, as a whole address; undefined when they are not public: a draft's, a closed figure's. */
export type PrintLink = (figure: ReportFigure) => string | undefined;

/** A report as the template's files: all words and numbers ready, nothing for Typst to decide but the layout. */
export function printedContent(report: Report, edition: string, link: PrintLink): PrintFiles {
  const { year, network } = report;
  const files: PrintFiles = { "mesh.svg": coverDrawing(network.name, network.accent_colour) };
  const data = {
    title: `Bilan ${year}`,
    "title-short": String(year),
    kind: "Bilan d’activité",
    network: network.name,
    tagline: network.tagline,
    description: `Le bilan d’activité ${year} de ${network.name}.`,
    edition,
    brand: network.brand_colour,
    accent: network.accent_colour,
    chapters: chaptersOf(report.figures).map((chapter) => printedChapter(report, chapter, link, files)),
    counting: `Chiffres lus le ${formatInstant(new Date(report.computed_at))}. Chacun a sa définition et la version de sa règle ; en ligne, il s’ouvre sur les lignes qu’il compte.`,
    definitions: report.order
      .flatMap((id) => report.figures[id] ?? [])
      .map(({ label, definition, rule_version }) => ({
        label,
        definition,
        rule: `Règle version ${rule_version}.`,
      })),
    annexes: annexesOf(report.figures).map((annex) => printedAnnex(report, annex)),
  };
  return { ...files, "data.json": JSON.stringify(data) };
}

function printedChapter(report: Report, chapter: Chapter, link: PrintLink, files: PrintFiles) {
  const text = report.texts.find((one) => one.chapter === chapter.id)?.text ?? "";
  return {
    title: chapter.title,
    lead: chapter.lead,
    paragraphs: text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim()),
    figures: figuresOf(chapter, report).map((figure) => printedFigure(report, figure, link)),
    exhibits: chapter.exhibits.flatMap((exhibit) => printedExhibit(report, exhibit, files)),
  };
}

function printedFigure({ year }: Report, figure: ReportFigure, link: PrintLink) {
  const { label, unit, value, previous } = figure;
  const number = typeof value === "number" ? formatNumber(value) : plural(value.length, "ligne");
  return {
    value: unit === "%" ? `${number}\u00a0%` : number,
    label,
    href: link(figure) ?? null,
    note: typeof previous === "number" ? `${withUnit(previous, unit)} en ${year - 1}` : "",
  };
}

function printedExhibit(report: Report, { indicator, form }: Exhibit, files: PrintFiles): object[] {
  const figure = report.figures[indicator];
  const lines = linesOf(figure);
  if (!figure || lines.length === 0) return [];
  const { label: title, unit, previous } = figure;
  const rows = lines.map(({ key, label, value }) => [
    label,
    formatNumber(value),
    ...(typeof previous === "object" ? [formatNumber(previous[key] ?? 0)] : []),
  ]);
  const columns = ["Intitulé", typeof previous === "object" ? `${unit} en ${report.year}` : unit];
  if (typeof previous === "object") columns.push(`en ${report.year - 1}`);
  if (form === "ranking") return [{ form: "table", title, columns, rows }];
  const image = `${indicator}.svg`;
  const alt = `${title} (${unit}) : ${lines.map(({ label, value }) => `${label} ${formatNumber(value)}`).join(", ")}.`;
  if (form === "places") {
    const { brand_colour: brand } = report.network;
    files[image] = drawMap(report.map.departments, report.map.points, {
      ...{ land: "#efe8d8", edge: "#ffffff", point: brand, text: ink, font },
    });
    return [{ form: "map", title, columns, rows, image, credit: mapCredit, alt: `Carte. ${alt}` }];
  }
  files[image] = drawChart(form, lines, { bar: report.network.brand_colour, text: ink, font });
  return [{ form, title, image, alt }];
}

/** How wide the columns of an annex are beside each other; 0 takes what its longest cell asks. */
const widths: Record<OpenRowset, readonly number[]> = {
  meetings: [0, 5.4, 2.4, 2.2, 0, 0],
  events: [0, 6, 2.4, 0],
  programme_items: [2, 6, 2, 2.4],
  trainings: [0, 6, 0, 0, 0],
  training_sessions: [0, 6, 2.4, 0, 0],
  members: [7, 3],
  organisations: [6, 3, 3, 3, 2],
  projects: [6, 4, 3, 2.4],
};

function printedAnnex(report: Report, { rows, title }: ReturnType<typeof annexesOf>[number]) {
  const columns = columnsOf(rows);
  const lines = report.rows?.[rows] ?? [];
  return {
    title,
    count: `${plural(lines.length, "ligne")}, telles que notées le ${formatDay(report.computed_at.slice(0, 10))}.`,
    columns: columns.map(({ label }) => label),
    numeric: columns.map(({ numeric }) => numeric === true),
    widths: widths[rows],
    rows: lines.map((row) => columns.map(({ cell }) => String(cell(row)))),
  };
}
