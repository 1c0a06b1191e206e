import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { Chart } from "./chart.tsx";
import { drawChart } from "./chart-svg.ts";
import { formatMonth } from "./format.ts";

const months = Array.from({ length: 12 }, (_, index) => ({
  label: formatMonth(index + 1),
  value: 900 + index * 100,
}));
const types = ["Accompagnement", "Réunion <b>d’information</b>", "Établissements d’éducation & de santé"].map(
  (label, index) => ({ label, value: index * 10, href: `/lignes?cle=${index}` }),
);

test("a chart obeys the content policy, stays small and writes its figures in French", () => {
  for (const svg of [drawChart("months", months), drawChart("bars", types)]) {
    expect(svg).not.toMatch(/style|class="zr|#0[1-6]0/);
    expect(svg.length).toBeLessThan(6000);
    expect(svg).toContain('class="chart-bar"');
  }
  expect(drawChart("months", months)).toContain("2\u202f000");
  expect(drawChart("bars", types)).not.toContain("<b>");
});

test("on paper a chart has the colours given", () => {
  const svg = drawChart("bars", types, { bar: "#1f5c46", text: "#222222", font: "Serif" });
  expect(svg).toContain('fill="#1f5c46"');
  expect(svg).not.toContain("class=");
});

test("a chart is an image with a name, its table behind one click, each value a link", () => {
  const page = String(
    <Chart title="Réunions par type" unit="réunions" kind="bars" lines={types} name="types" />,
  );
  const { document } = parseHTML(`<body>${page}</body>`);
  expect(document.querySelector("svg")?.getAttribute("role")).toBe("img");
  expect(document.querySelector("svg > title")?.textContent).toBe("Réunions par type");
  expect(document.querySelectorAll("details tbody a")).toHaveLength(3);
});
