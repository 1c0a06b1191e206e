/** What tells which of two cards is the better one to keep. */
export interface Keepable {
  id: number;
  name: string;
  acronym: string;
  actor_type: string | null;
  commune: string | null;
  rna: string | null;
  siret: string | null;
  website: string;
  status: string;
  visibility: string;
}

/** The two cards, the one to keep first: published, public, the better known, the fuller name, the older. */
export function firstToKeep<Card extends Keepable>(a: Card, b: Card): [Card, Card] {
  const weight = (card: Card) => [
    card.status === "published" ? 1 : 0,
    card.visibility === "listed" ? 1 : 0,
    [card.rna, card.siret, card.actor_type, card.commune, card.website, card.acronym].filter(Boolean).length,
    Math.min(40, card.name.length),
    -card.id,
  ];
  const [mine, theirs] = [weight(a), weight(b)];
  const place = mine.findIndex((value, index) => value !== theirs[index]);
  return place >= 0 && (mine[place] ?? 0) < (theirs[place] ?? 0) ? [b, a] : [a, b];
}
