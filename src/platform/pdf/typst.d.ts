/** A template, read as text when the server is bundled. */
declare module "*.typ?raw" {
  const text: string;
  export default text;
}
