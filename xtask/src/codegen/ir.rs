//! What is generated, between schema and Rust: modules with types, each with its names and its documentation.

/// A module with its types and the modules below it.
#[derive(Debug, Default)]
pub(crate) struct Module {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) items: Vec<Item>,
    pub(crate) modules: Vec<Module>,
}

/// A type.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) kind: Kind,
}

#[derive(Debug)]
pub(crate) enum Kind {
    Object(Object),
    /// The values of a text, and whether there can be others.
    Values {
        values: Vec<Value>,
        open: bool,
    },
    Union(Union),
    Choice(Choice),
    /// Events that share the first part of their name.
    Group(Vec<Case>),
    /// Every event of a provider.
    Events {
        provider: String,
        cases: Vec<Case>,
    },
}

/// An object: the parts that it is read from and written to, in order.
#[derive(Debug)]
pub(crate) struct Object {
    /// The name of the event, if it is the payload of one.
    pub(crate) event: Option<String>,
    pub(crate) parts: Vec<Part>,
}

#[derive(Debug)]
pub(crate) enum Part {
    /// A member that can have this value only.
    Fixed {
        member: String,
        value: String,
    },
    /// A member that can be null only.
    Null {
        member: String,
    },
    Field(Field),
    /// A field that stands for several members.
    Choice {
        name: String,
        docs: String,
        path: Path,
    },
}

/// A member as a field.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) member: String,
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) kind: Type,
    pub(crate) optional: bool,
}

/// The names of modules and of a type in the last of them, from the provider's module on.
pub(crate) type Path = Vec<String>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Type {
    Any,
    Null,
    Boolean,
    Integer,
    Number,
    Text,
    Revision,
    RefName,
    Time,
    List(Box<Type>),
    Nullable(Box<Type>),
    Named(Path),
}

/// A value of a text.
#[derive(Debug)]
pub(crate) struct Value {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// One of several objects, told apart by a member.
#[derive(Debug)]
pub(crate) struct Union {
    pub(crate) member: String,
    pub(crate) forms: Vec<Form>,
}

#[derive(Debug)]
pub(crate) struct Form {
    pub(crate) name: String,
    pub(crate) docs: String,
    /// The values that select it; none where the member's absence does.
    pub(crate) values: Vec<String>,
    pub(crate) path: Path,
}

/// Members of one object that depend on each other.
#[derive(Debug)]
pub(crate) struct Choice {
    pub(crate) by: By,
    pub(crate) variants: Vec<Variant>,
}

#[derive(Debug)]
pub(crate) enum By {
    /// By the value of a member; `kind` names the type of its bare values.
    Value { member: String, kind: String },
    /// By whether a member is there.
    Presence { member: String },
}

#[derive(Debug)]
pub(crate) struct Variant {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) selects: Selects,
    pub(crate) fields: Vec<Field>,
}

/// When a variant of a choice is the one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Selects {
    /// The member has this value.
    Value(String),
    /// The member has a value that is not documented.
    Other,
    /// The member is there.
    Present,
    /// The member is missing.
    Absent,
}

/// An event, or a group of them.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) path: Path,
    /// The ids of the events that it holds.
    pub(crate) events: Vec<String>,
    pub(crate) is_group: bool,
}

impl Module {
    /// The module of that path below this one, made if it is not there.
    pub(crate) fn below(&mut self, path: &[String]) -> &mut Self {
        let Some((name, rest)) = path.split_first() else { return self };
        let position = self.modules.iter().position(|module| module.name == *name).unwrap_or_else(|| {
            self.modules.push(Self { name: name.clone(), ..Self::default() });
            self.modules.len() - 1
        });
        self.modules[position].below(rest)
    }
}
