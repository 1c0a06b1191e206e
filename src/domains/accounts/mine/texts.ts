export const refusals = {
  password: "Le mot de passe actuel ne convient pas.",
  code: "Ce code ne convient pas. Vérifiez l’heure de votre téléphone, ou attendez le code suivant.",
  key: "La clé n’a pas pu être enregistrée. Recommencez ; après une journée, il faut s’être reconnecté.",
} as const;

export type MyRefusal = keyof typeof refusals;

const browsers = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
] as const;

const systems = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
] as const;

/** `Firefox sous Linux`: enough to know one's own machine in a list. */
export function nameOfBrowser(userAgent: string | null): string {
  const named = (list: readonly (readonly [RegExp, string])[]) =>
    list.find(([mark]) => mark.test(userAgent ?? ""))?.[1];
  const browser = named(browsers);
  const system = named(systems);
  if (!browser) return system ?? "Navigateur inconnu";
  return system ? `${browser} sous ${system}` : browser;
}
