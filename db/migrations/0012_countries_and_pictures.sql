-- What other rooms may read of countries, and pictures made ready for the web.
create view territory.shared_countries as
  select country.code, country.alpha3, country.numeric_code, country.name, country.keys,
         subregion.code as subregion_code, subregion.name as subregion, subregion.continent
  from territory.countries country
  left join territory.subregions subregion on subregion.code = country.subregion_code;

-- A picture that was made again for the web, without what its camera noted: who has its address may see it.
alter table platform.files
  add column picture boolean not null default false,
  add column width integer,
  add column height integer;
