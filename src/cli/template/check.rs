//! `hookproof template check`: every template and every subscription gets its verdict.

use std::{
    path::{Path, PathBuf},
    rc::Rc,
};

use hookproof::{
    Catalog, Report, Verdict,
    template::{self, Subscription, Template},
};

use super::{
    args::{Check, Scope},
    input, read,
};
use crate::cli::{
    formats::{self, Sink},
    inputs,
    judged::{Failing, Judged, Summary},
    payloads::Source,
    terminal::{complain, line},
    validate::exit_code,
};

pub(super) fn run(catalog: &Catalog, options: &Check, color: anstream::ColorChoice) -> anyhow::Result<u8> {
    let failing = Failing { drift: options.strict, events: Rc::default(), unknown: true };
    let sinks = formats::start(&options.reporting, catalog, failing.clone(), color)?;
    let mut run =
        Run { catalog, sinks, failing, summary: Summary::counting("template"), is_failed: false, faults: false };
    for file in &options.files {
        run.template(file, &options.scope)?;
    }
    for file in &options.subscriptions {
        run.subscription(file, &options.scope)?;
    }
    for sink in &mut run.sinks {
        sink.finish(&run.summary)?;
    }
    line(&run.summary.to_string());
    Ok(exit_code(run.faults, run.is_failed))
}

struct Run<'c> {
    catalog: &'c Catalog,
    sinks: Vec<Box<dyn Sink>>,
    failing: Failing,
    summary: Summary,
    is_failed: bool,
    faults: bool,
}

impl Run<'_> {
    fn template(&mut self, file: &Path, scope: &Scope) -> anyhow::Result<()> {
        let text = read(file);
        self.template_of(file, text, scope)
    }

    /// Checks a template that was read, or could not be.
    fn template_of(&mut self, file: &Path, text: anyhow::Result<Vec<u8>>, scope: &Scope) -> anyhow::Result<()> {
        self.report(file, text, &|catalog, text| {
            let template = Template::read(text);
            let vocabulary = scope.vocabulary(catalog, &template)?;
            Ok(template::check(&template, &vocabulary))
        })
    }

    /// Checks a subscription, and then its template.
    fn subscription(&mut self, file: &Path, options: &Scope) -> anyhow::Result<()> {
        let text = match read(file) {
            Ok(text) => text,
            Err(error) => return self.fault(&error.to_string()),
        };
        let subscription = Subscription::read(&text);
        // What the command line says goes first.
        let scope = Scope {
            service: options.service.clone().or_else(|| subscription.service.clone()),
            provider: options.provider.clone(),
            events: if options.events.is_empty() { subscription.events.clone() } else { options.events.clone() },
        };
        let template = subscription.template.as_ref().map(|template| beside(file, template));
        let template = template.map(|path| (read(&path), path));
        let named = match &template {
            Some((Ok(named), _)) => named.clone(),
            // Without a service that is named, the template must tell.
            Some((Err(error), _)) if scope.service.is_none() => return self.fault(&error.to_string()),
            _ => Vec::new(),
        };
        self.report(file, Ok(text), &|catalog, text| {
            let subscription = Subscription::read(text);
            let alone = subscription.check(None);
            if alone.verdict == Verdict::Malformed {
                return Ok(alone);
            }
            Ok(subscription.check(Some(&scope.vocabulary(catalog, &Template::read(&named))?)))
        })?;
        template.map_or(Ok(()), |(text, path)| self.template_of(&path, text, &scope))
    }

    /// Reports on a file that was read, or could not be.
    fn report(
        &mut self,
        file: &Path,
        text: anyhow::Result<Vec<u8>>,
        check: &dyn Fn(&Catalog, &[u8]) -> anyhow::Result<Report>,
    ) -> anyhow::Result<()> {
        let (input, text) = match input(file).and_then(|input| Ok((input, text?))) {
            Ok(found) => found,
            Err(error) => return self.fault(&error.to_string()),
        };
        let report = match check(self.catalog, &text) {
            Ok(report) => report,
            Err(error) => return self.fault(&format!("{}: {error}", inputs::shown(file))),
        };
        self.summary.count(report.verdict, 1);
        self.is_failed |= self.failing.fails(None, report.verdict);
        let (path, file, source) = (input.name.as_str(), input.file(), Source::Text(&text, 1));
        let judged = Judged { path, file, record: None, report: &report, source };
        Ok(formats::hand_on(&mut self.sinks, &judged)?)
    }

    fn fault(&mut self, message: &str) -> anyhow::Result<()> {
        complain(message);
        self.sinks.iter_mut().try_for_each(|sink| sink.fault(message))?;
        self.faults = true;
        Ok(())
    }
}

/// The path that a file names, from where the file lies.
fn beside(file: &Path, named: &str) -> PathBuf {
    file.parent().map_or_else(|| PathBuf::from(named), |folder| folder.join(named))
}
