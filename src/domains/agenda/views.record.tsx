export { Paragraphs } from "#ui/prose.tsx";
