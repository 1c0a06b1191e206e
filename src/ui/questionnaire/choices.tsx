import type { Child } from "hono/jsx";

interface Option {
  value: string;
  label: string;
  group?: string | undefined;
}

interface GroupProps {
  name: string;
  legend: Child;
  help?: Child;
  error?: string | undefined;
  type: "radio" | "checkbox";
  options: readonly Option[];
  chosen: readonly string[];
}

const line = ({ name, type, chosen }: GroupProps, { value, label }: Option, index: number) => (
  <div class="radio-line">
    <input
      class={type}
      type={type}
      name={name}
      value={value}
      id={`champ-${name}-${index}`}
      checked={chosen.includes(value)}
    />
    <label for={`champ-${name}-${index}`}>{label}</label>
  </div>
);

/** Answers to tick: one or several. Those in groups are folded by group, open where something is ticked. */
export function ChoiceGroup(props: GroupProps) {
  const { name, legend, help, error, options, chosen } = props;
  const groups = Map.groupBy(options, (option) => option.group ?? "");
  const named = [...groups].sort(([a], [b]) => a.localeCompare(b, "fr"));
  const index = new Map(options.map((option, place) => [option, place]));
  const lines = (some: readonly Option[]) =>
    some.map((option) => line(props, option, index.get(option) ?? 0));
  const notes = [help ? `aide-${name}` : "", error ? `erreur-${name}` : ""].filter(Boolean).join(" ");
  return (
    <fieldset
      class={`field radios ${error ? "field-wrong" : ""}`}
      id={`champ-${name}`}
      aria-describedby={notes || undefined}
    >
      <legend>{legend}</legend>
      {help ? (
        <p class="help" id={`aide-${name}`}>
          {help}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={`erreur-${name}`}>
          {error}
        </p>
      ) : null}
      {groups.size <= 1
        ? lines(options)
        : named.map(([group, some]) => {
            const count = some.filter(({ value }) => chosen.includes(value)).length;
            return (
              <details class="choice-group" open={count > 0}>
                <summary>
                  {group || "Autres"}
                  {count > 0 ? ` (${count})` : ""}
                </summary>
                {lines(some)}
              </details>
            );
          })}
    </fieldset>
  );
}
