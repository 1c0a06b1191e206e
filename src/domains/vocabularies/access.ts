import { permission } from "#platform/web/may.ts";
import { isAdministrator, isStaff } from "#platform/web/visitor.ts";

export const readVocabularies = permission("vocabularies.read", isStaff);
export const editVocabularies = permission("vocabularies.edit", isAdministrator);
