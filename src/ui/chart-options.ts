import type { EChartsCoreOption } from "echarts/core";
import { formatNumber } from "./format.ts";

/** One bar: what it is, how much. */
export interface Bar {
  label: string;
  value: number;
}

/** `bars` lie down, one a line with its name above it; `months` stand, January first. */
export type ChartKind = "bars" | "months";

/** What a chart is drawn with: on the page names of CSS classes take the place of the colours, on paper they are true ones. */
export interface Palette {
  bar: string;
  text: string;
  font: string;
}

export const chartWidth = 460;
const lineHeight = 44;

export const chartHeight = (kind: ChartKind, count: number) =>
  kind === "bars" ? Math.max(1, count) * lineHeight + 6 : 210;

/** The usual French abbreviations (Lexique de l’Imprimerie nationale), too many for the room that a column has in full. */
const shortMonths = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" ");

const hidden = { show: false };
const bare = { axisLine: hidden, axisTick: hidden, splitLine: hidden };

/** What ECharts is asked to draw: one idea, its figures written beside the bars, no axis to read. */
export function chartOptions(kind: ChartKind, bars: readonly Bar[], palette: Palette): EChartsCoreOption {
  const text = { color: palette.text, fontFamily: palette.font };
  const category = {
    ...bare,
    type: "category" as const,
    data: bars.map(({ label }, index) => (kind === "months" ? (shortMonths[index] ?? label) : label)),
  };
  const amount = { ...bare, type: "value" as const, axisLabel: hidden };
  const series = {
    type: "bar" as const,
    data: bars.map(({ value }) => value),
    silent: true,
    itemStyle: { color: palette.bar },
    label: {
      ...text,
      show: true,
      fontSize: 14,
      fontWeight: "bold" as const,
      position: kind === "bars" ? ("right" as const) : ("top" as const),
      formatter: ({ value }: { value?: unknown }) => formatNumber(Number(value)),
    },
  };
  if (kind === "months")
    return {
      animation: false,
      grid: { left: 0, right: 0, top: 26, bottom: 28 },
      xAxis: { ...category, axisLabel: { ...text, fontSize: 13, interval: 0, margin: 10 } },
      yAxis: amount,
      series: { ...series, barCategoryGap: "28%", label: { ...series.label, fontSize: 13 } },
    };
  return {
    animation: false,
    grid: { left: 0, right: 56, top: 12, bottom: -6 },
    xAxis: amount,
    yAxis: {
      ...category,
      inverse: true,
      z: 3,
      axisLabel: {
        ...text,
        fontSize: 14,
        interval: 0,
        inside: true,
        margin: 0,
        verticalAlign: "bottom" as const,
        padding: [0, 0, 9, 0],
      },
    },
    series: { ...series, barWidth: 11 },
  };
}
