//! The schemas of a provider as one small model, which everything but the judge works on.

mod condition;
mod constraints;
mod draft;
mod emit;
pub mod extension;
mod keywords;
mod lint;
mod node;
mod pattern;
mod profile;
mod resolve;
mod walk;
pub mod words;
mod written;

use std::{collections::BTreeMap, fmt};

use crate::pointer::Pointer;

pub use constraints::{Chosen, Constraint, Demand, Under, constraints};
pub use draft::{Draft, dissolved};
pub use emit::{Level, changed, self_contained};
pub use lint::provenance;
pub use node::{
    Array, Citation, Condition, Consequence, Form, Integer, Member, Node, Notes, Object, Observed, Pattern, Question,
    Scalar, Shape, Test, Text, Tie, Union, Values,
};
pub use walk::{conditions, member_names, patterns, unions};
#[cfg(feature = "check")]
pub(crate) use {pattern::push_literal, profile::MAX_SAFE_INTEGER};

/// All schema files of a provider.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// By file name, for instance `push.schema.json`.
    pub files: BTreeMap<String, File>,
}

/// A schema file.
#[derive(Debug, Clone)]
pub struct File {
    /// Its title.
    pub title: Option<String>,
    /// What it describes.
    pub description: Option<String>,
    /// The payload; `None` in a file that holds definitions only.
    pub root: Option<Node>,
    /// What it defines, in order.
    pub definitions: Vec<Definition>,
}

/// A named part of a schema file.
#[derive(Debug, Clone)]
pub struct Definition {
    /// Its name in `$defs`, unique among a provider's files.
    pub name: String,
    /// What it is.
    pub node: Node,
}

/// Where something stands in a schema file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// The place in it.
    pub pointer: Pointer,
}

/// A definition that is referred to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    /// The file that holds it.
    pub file: String,
    /// Its name there.
    pub name: String,
}

/// A place in a schema file that is outside the profile, or that contradicts another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The file's name.
    pub file: String,
    /// The place in it.
    pub pointer: Pointer,
    /// Line and column, from 1; columns in bytes.
    pub at: Option<(usize, usize)>,
    /// What is wrong and what to write instead.
    pub message: String,
}

impl Model {
    /// Parses the schema files of a provider, each a name and its text.
    ///
    /// # Errors
    ///
    /// Every place that is outside the profile.
    pub fn parse(files: &[(&str, &str)]) -> Result<Self, Vec<Violation>> {
        profile::parse(files)
    }

    /// The definition that a target names.
    ///
    /// # Panics
    ///
    /// Never for a target of this model: parsing has resolved them all.
    #[must_use]
    pub fn definition(&self, target: &Target) -> &Node {
        self.find(target).expect("parsing resolved every reference")
    }

    /// The payload that a file describes.
    #[must_use]
    pub fn root(&self, file: &str) -> Option<&Node> {
        self.files.get(file)?.root.as_ref()
    }

    /// The node itself, or what it refers to.
    #[must_use]
    pub fn resolved<'m>(&'m self, node: &'m Node) -> &'m Node {
        match &node.shape {
            Shape::Ref(target) => self.resolved(self.definition(target)),
            _ => node,
        }
    }

    fn find(&self, target: &Target) -> Option<&Node> {
        let file = self.files.get(&target.file)?;
        file.definitions.iter().find(|definition| definition.name == target.name).map(|definition| &definition.node)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}#{}", self.file, self.pointer)
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.file)?;
        if let Some((line, column)) = self.at {
            write!(formatter, ":{line}:{column}")?;
        }
        write!(
            formatter,
            ": {}: {}",
            if self.pointer.tokens().is_empty() { "/".to_owned() } else { self.pointer.to_string() },
            self.message
        )
    }
}
