import { permission } from "#platform/web/may.ts";
import { isAdministrator } from "#platform/web/visitor.ts";

export const editSettings = permission("network.edit-settings", isAdministrator);
