-- What other rooms may write of an organisation outside the network: the cards that everyone sees, with the identifiers that they show.
create view directory.shared_public_cards as
  select card.id, card.name, card.siren, type.code as actor_type_code, family.code as family_code
  from directory.public_cards card
  left join vocabularies.terms type on type.id = card.actor_type_id
  left join vocabularies.terms family on family.id = coalesce(type.parent_id, card.family_id);
