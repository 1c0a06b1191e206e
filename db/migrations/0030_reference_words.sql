-- What the rows that name organisations are called, in French, one and many: a merge says what it moves
-- (docs/decisions/0011). A table that names organisations says so in the migration that makes it; these were made before.
do $$
declare
  said record;
begin
  for said in select * from (values
    ('accounts.card_requests', 'demande d’une fiche|demandes d’une fiche'),
    ('census.invitations', 'invitation à un recensement|invitations à des recensements'),
    ('census.snapshot_organisations', 'ligne d’un recensement clos|lignes de recensements clos'),
    ('directory.segment_organisations', 'place dans une liste choisie à la main|places dans des listes choisies à la main'),
    ('questionnaires.cited_organisations', 'citation dans une réponse|citations dans des réponses'),
    ('projects.participants', 'place dans un projet|places dans des projets'),
    ('projects.budget_lines', 'ligne de budget de projet|lignes de budget de projets'),
    ('projects.proposals', 'projet proposé|projets proposés')
  ) as listed (name, words)
  loop
    if to_regclass(said.name) is not null then
      execute format('comment on table %s is %L', said.name, said.words);
    end if;
  end loop;
end $$;
