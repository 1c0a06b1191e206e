/** A goal of the 2030 Agenda: its number, its name, its official colour. */
export interface Goal {
  code: string;
  label: string;
  colour: string | null;
}

/** The swatch of a goal: its number on its colour. Its name is said beside it. */
export function GoalSwatch({ goal }: { goal: Goal }) {
  const colour = goal.colour ?? "#19486a";
  return (
    <svg class="goal-swatch" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
      <rect width="28" height="28" rx="3" fill={colour} />
      <text x="14" y="19.5" text-anchor="middle" font-size="15" font-weight="700" fill={inkOn(colour)}>
        {goal.code}
      </text>
    </svg>
  );
}

/** Goals side by side, each with its name. */
export function GoalList({ goals }: { goals: readonly Goal[] }) {
  return (
    <ul class="goals">
      {goals.map((goal) => (
        <li>
          <GoalSwatch goal={goal} />
          <span>{goal.label.replace(/^\d+\.\s*/, "")}</span>
        </li>
      ))}
    </ul>
  );
}

const black = "#17211b";

/** Black or white, whichever is read better on a colour (relative luminance of WCAG 2.2). */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (light + 0.05) >= (light + 0.05) / (0.0144 + 0.05) ? "#ffffff" : black;
}
