import { roles } from "#platform/web/visitor.ts";
import { CheckboxField } from "#ui/fields.tsx";
import { roleNames } from "../texts.ts";

/** The roles to tick, each with what it opens. */
export function RoleBoxes({ chosen }: { chosen: readonly string[] }) {
  return (
    <>
      {roles.map((role) => (
        <CheckboxField
          name="roles"
          value={role}
          label={roleNames[role].label}
          help={roleNames[role].help}
          checked={chosen.includes(role)}
        />
      ))}
    </>
  );
}
