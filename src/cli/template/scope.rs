//! Which service's parameters a template may name: the named one, or the only one that it fits.

use anyhow::{anyhow, bail};
use hookproof::{
    Catalog,
    catalog::Entry,
    template::{Template, Vocabulary, services},
};

use super::args::Scope;
use crate::cli::terminal::note;

impl Scope {
    /// The parameters that count for a template.
    pub(super) fn vocabulary<'c>(&self, catalog: &'c Catalog, template: &Template) -> anyhow::Result<Vocabulary<'c>> {
        let (entry, service) = match &self.service {
            Some(service) => (self.entry(catalog, service)?, service.clone()),
            None => self.guessed(catalog, template)?,
        };
        Vocabulary::new(entry, &service, &self.events).map_err(|problem| anyhow!(problem))
    }

    /// The providers that can be meant.
    fn entries<'c>(&self, catalog: &'c Catalog) -> anyhow::Result<Vec<&'c Entry>> {
        if let Some(id) = &self.provider {
            let Some(entry) = catalog.provider(id) else {
                bail!("there is no provider `{id}`: `hookproof events` lists them");
            };
            return Ok(vec![entry]);
        }
        Ok(catalog.entries.iter().filter(|entry| entry.templates().is_some()).collect())
    }

    fn entry<'c>(&self, catalog: &'c Catalog, service: &str) -> anyhow::Result<&'c Entry> {
        let entries = self.entries(catalog)?;
        let has = |entry: &&&Entry| entry.templates().is_some_and(|templates| templates.service(service).is_some());
        let having: Vec<&&Entry> = entries.iter().filter(has).collect();
        match having.as_slice() {
            [entry] => Ok(entry),
            // Its own error says which services there are.
            [] if entries.len() == 1 => Ok(entries[0]),
            [] => bail!("there is no service `{service}`: the services are {}", all(&entries)),
            several => {
                let ids: Vec<&str> = several.iter().map(|entry| entry.provider.id.as_str()).collect();
                bail!("`{service}` is a service of {}: add --provider", ids.join(", "))
            }
        }
    }

    /// The only service that has every parameter of a template.
    fn guessed<'c>(&self, catalog: &'c Catalog, template: &Template) -> anyhow::Result<(&'c Entry, String)> {
        let entries = self.entries(catalog)?;
        let fitting: Vec<(&Entry, &str)> =
            entries.iter().flat_map(|entry| services(template, entry).into_iter().map(|id| (*entry, id))).collect();
        match fitting.as_slice() {
            [(entry, service)] => {
                note(&format!("taken for a template of {}/{service}: no other has its parameters", entry.provider.id));
                Ok((entry, (*service).to_owned()))
            }
            [] => bail!("no service has every parameter of this template: add --service, one of {}", all(&entries)),
            several => {
                let ids: Vec<&str> = several.iter().map(|(_, service)| *service).collect();
                bail!("this can be a template of {}: add --service", ids.join(", "))
            }
        }
    }
}

fn all(entries: &[&Entry]) -> String {
    let services = entries.iter().filter_map(|entry| entry.templates()).flat_map(|templates| &templates.services);
    services.map(|service| service.id.as_str()).collect::<Vec<_>>().join(", ")
}
