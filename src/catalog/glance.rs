//! What tells the events of the library apart, seen in the texts of their schemas without reading those as a whole.
//!
//! The tests hold it against the model.

use super::{Key, Told, schema_file};
use crate::{document::Glance, pointer::Pointer, provider::Event};

/// What a body tells about an event, by the schema file among these that is its own.
pub(super) fn told(files: &[(&str, &str)], event: &Event) -> Told {
    let file = schema_file(&event.id);
    let text = files.iter().find(|(name, _)| *name == file).map_or("", |(_, text)| text);
    let members: Vec<(&str, Glance)> =
        Glance::new(text).member("properties").into_iter().flat_map(Glance::members).collect();
    let keys = event.recognition.discriminators.iter().filter_map(|pointer| {
        let pointer = Pointer::parse(pointer).ok()?;
        let (name, below) = pointer.tokens().split_first()?;
        let (_, node) = *members.iter().find(|(member, _)| member == name)?;
        let node = below.iter().try_fold(node, |node, name| node.member("properties")?.member(name))?;
        Some(Key { values: values(node), pointer })
    });
    Told { keys: keys.collect(), members: members.iter().map(|(name, _)| (*name).to_owned()).collect() }
}

/// The texts that a node names as its values.
fn values(node: Glance) -> Vec<String> {
    let listed = node.member("enum").into_iter().flat_map(Glance::items);
    node.member("const").into_iter().chain(listed).filter_map(Glance::text).map(str::to_owned).collect()
}
