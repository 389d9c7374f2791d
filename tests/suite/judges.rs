//! Two validators that share no code, and whether they agree: the suite asks them a little, a long run very much.

use hookproof::{catalog::Known, schema::Level};
use jsonschema::PatternOptions;
use serde_json::Value;

/// The schemas of an event, each compiled by both validators.
pub(crate) struct Judges {
    documented: Pair,
    open: Pair,
}

struct Pair {
    level: Level,
    jsonschema: jsonschema::Validator,
    boon: (boon::Schemas, boon::SchemaIndex),
}

impl Judges {
    /// The judges of an event, by the schemas that users get.
    pub(crate) fn new(known: Known) -> Self {
        let [documented, open] = [Level::Documented, Level::Open].map(|level| Pair::new(known, level));
        Self { documented, open }
    }

    /// Whether the documented and the open schema accept a payload, in this order.
    ///
    /// An error if the validators disagree, or if the documented schema accepts more than the open one.
    pub(crate) fn accept(&self, payload: &Value) -> Result<(bool, bool), String> {
        let (documented, open) = (self.documented.accepts(payload)?, self.open.accepts(payload)?);
        if documented && !open {
            return Err(format!("the open schema rejects what the documented one accepts: {payload}"));
        }
        Ok((documented, open))
    }
}

impl Pair {
    fn new(known: Known, level: Level) -> Self {
        let schema = known.schema(level);
        let options = jsonschema::draft202012::options().with_pattern_options(PatternOptions::regex());
        let compiled = options.should_validate_formats(false).build(&schema);
        let jsonschema = compiled.unwrap_or_else(|error| panic!("{}: {error}", known.name()));
        // A name for the other one; nothing is read from it.
        let place = "test:///event.schema.json";
        let (mut schemas, mut other) = (boon::Schemas::new(), boon::Compiler::new());
        other.add_resource(place, schema).unwrap_or_else(|error| panic!("{}: {error:#}", known.name()));
        let index = other.compile(place, &mut schemas);
        let index = index.unwrap_or_else(|error| panic!("{}: {error:#}", known.name()));
        Self { level, jsonschema, boon: (schemas, index) }
    }

    fn accepts(&self, payload: &Value) -> Result<bool, String> {
        let (schemas, index) = &self.boon;
        match (self.jsonschema.is_valid(payload), schemas.validate(payload, *index)) {
            (true, Ok(())) => Ok(true),
            (false, Err(_)) => Ok(false),
            (true, Err(error)) => {
                Err(format!("{:?}: jsonschema accepts what boon rejects: {error:#}: {payload}", self.level))
            }
            (false, Ok(())) => {
                let error = self.jsonschema.validate(payload).err().map(|error| error.to_string());
                let error = error.unwrap_or_default();
                Err(format!("{:?}: boon accepts what jsonschema rejects: {error}: {payload}", self.level))
            }
        }
    }
}
