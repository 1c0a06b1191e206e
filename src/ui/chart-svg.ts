import { createHash } from "node:crypto";
import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import {
  type Bar,
  type ChartKind,
  chartHeight,
  chartOptions,
  chartWidth,
  type Palette,
} from "./chart-options.ts";

use([BarChart, GridComponent, SVGRenderer]);

/** Marks that ECharts takes for colours, given to the page's style sheet afterwards. */
const marks: Palette = { bar: "#010203", text: "#040506", font: "inherit" };
const classes = { [marks.bar]: "chart-bar", [marks.text]: "chart-text" };

const drawn = new Map<string, string>();
const kept = 500;

/**
 * The SVG of a chart, without a style attribute (our content policy refuses them). Without a palette its shapes carry
 * the classes `chart-bar` and `chart-text`, so that the page colours them, by day and by night.
 * The same data draws once in this process.
 */
export function drawChart(kind: ChartKind, bars: readonly Bar[], palette?: Palette): string {
  const key = createHash("sha256")
    .update(JSON.stringify([kind, bars, palette]))
    .digest("base64");
  const known = drawn.get(key);
  if (known) return known;
  const svg = clean(render(kind, bars, palette ?? marks), palette === undefined);
  if (drawn.size >= kept) drawn.clear();
  drawn.set(key, svg);
  return svg;
}

function render(kind: ChartKind, bars: readonly Bar[], palette: Palette): string {
  const height = chartHeight(kind, bars.length);
  const chart = init(null, null, { renderer: "svg", ssr: true, width: chartWidth, height });
  try {
    chart.setOption(chartOptions(kind, bars, palette));
    return chart.renderToSVGString({ useViewBox: true });
  } finally {
    chart.dispose();
  }
}

/** Shorter, and without what the page may not have: styles become attributes, marks become classes. */
function clean(svg: string, onPage: boolean): string {
  const short = svg
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ (ecmeta_[a-z_]+|class)="[^"]*"/g, "")
    .replace(/ (version|xml:space|xmlns:xlink|baseProfile)="[^"]*"/g, "")
    .replace(/ style="([^"]*)"/g, (_, style: string) => ` ${attributes(style)}`)
    .replace(/<rect [^>]*fill="none"[^>]*><\/rect>/g, "")
    .replaceAll("></path>", "/>")
    .replace(/\n+/g, "")
    .replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));
  if (!onPage) return short;
  return Object.entries(classes)
    .reduce((text, [mark, name]) => text.replaceAll(`fill="${mark}"`, `class="${name}"`), short)
    .replaceAll(' font-family="inherit"', "");
}

const attributes = (style: string) =>
  style
    .split(";")
    .filter(Boolean)
    .map((rule) => {
      const [name = "", value = ""] = rule.split(":");
      return `${name}="${value.replace("px", "")}"`;
    })
    .join(" ");
