import type { ContactPoint } from "../queries.ts";

/** A contact point as one uses it: a link to write, call or visit. Only addresses of the web become links. */
export function ContactValue({ point: { kind, value } }: { point: Pick<ContactPoint, "kind" | "value"> }) {
  if (kind === "email") return <a href={`mailto:${value}`}>{value}</a>;
  if (kind === "phone") return <a href={`tel:${value.replace(/ /g, "")}`}>{value}</a>;
  if (kind !== "post" && /^https?:\/\//.test(value))
    return (
      <a href={value} rel="noopener nofollow">
        {value.replace(/^https?:\/\/(www\.)?/, "")}
      </a>
    );
  return <>{value}</>;
}
