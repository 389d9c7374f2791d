//! The model of an event's documented schema made into a program.

use std::collections::BTreeMap;

use super::{
    lazy::Lazy,
    program::{
        Array, Asked, Condition, Demand, Integer, Kind, MOST_KEYS, MOST_MEMBERS, Member, Node, Object, Program,
        Question, Text, Union,
    },
};
use crate::{
    catalog::Known,
    schema::{self, Consequence, Model, Scalar, Shape, Target, Tie, Values},
};

/// What conditions ask about a value, each with the number of the fact, and about what lies below it.
#[derive(Debug, Default)]
struct Watch {
    asked: Vec<(usize, Question)>,
    below: BTreeMap<String, Watch>,
}

struct Compiler<'m> {
    model: &'m Model,
    program: Program,
    /// The nodes of definitions that no condition looks into, and the objects of such forms.
    nodes: BTreeMap<&'m Target, usize>,
    objects: BTreeMap<&'m Target, usize>,
}

/// The program of an event; none if its payload is no object, or if its schema asks for more than programs can.
pub(super) fn program(known: Known) -> Option<Program> {
    let model = &known.entry.model;
    let Shape::Object(object) = &model.resolved(model.root(&known.file())?).shape else { return None };
    let program = Program::default();
    let mut compiler = Compiler { model, program, nodes: BTreeMap::new(), objects: BTreeMap::new() };
    if known.keys.len() > MOST_KEYS {
        return None;
    }
    let mut keys = Watch::default();
    for key in known.keys {
        let fact = compiler.ask(&mut keys, key.pointer.tokens(), Question::Present);
        compiler.program.keys.push(fact);
    }
    let root = compiler.object(object, &[&keys])?;
    // The facts about the keys come first, and are those of the payload as a whole.
    compiler.program.objects[root].facts.start = 0;
    compiler.program.root = root;
    Some(compiler.program)
}

impl<'m> Compiler<'m> {
    fn node(&mut self, node: &'m schema::Node, watches: &[&Watch]) -> Option<usize> {
        let kind = match &node.shape {
            Shape::Ref(target) => return self.definition(target, watches),
            // What is asked of places below it would have to be looked for.
            Shape::Any if watches.iter().any(|watch| !watch.below.is_empty()) => return None,
            Shape::Any => Kind::Any,
            Shape::Null => Kind::Null,
            Shape::Boolean => Kind::Boolean,
            Shape::Number => Kind::Number,
            // The union has checked it.
            Shape::Selected => Kind::Text,
            Shape::Integer(integer) => Kind::Integer(Integer {
                minimum: integer.minimum.unwrap_or(i64::MIN),
                maximum: integer.maximum.unwrap_or(i64::MAX),
                values: integer.values.as_ref().map(integers),
            }),
            Shape::Text(text) => self.text(text),
            Shape::Array(array) => Kind::Array(Array {
                items: self.node(&array.items, &[])?,
                least: array.min_items.unwrap_or_default(),
                most: array.max_items.unwrap_or(u64::MAX),
                unique: array.unique,
            }),
            Shape::Object(object) => Kind::Object(self.object(object, watches)?),
            Shape::Union(union) => Kind::Union(self.union(union, watches)?),
        };
        let asked = watches.iter().flat_map(|watch| &watch.asked);
        let asked = asked.map(|(fact, question)| Asked { fact: *fact, question: question.clone() }).collect();
        self.program.nodes.push(Node { nullable: node.nullable, kind, asked });
        Some(self.program.nodes.len() - 1)
    }

    /// A member that a pack allows where a condition forbids it, to be what it is not elsewhere: left to the judge.
    fn doubtful(&mut self) -> usize {
        self.program.nodes.push(Node { nullable: false, kind: Kind::Doubtful, asked: Vec::new() });
        self.program.nodes.len() - 1
    }

    fn definition(&mut self, target: &'m Target, watches: &[&Watch]) -> Option<usize> {
        let definition = self.model.definition(target);
        if !watches.is_empty() {
            return self.node(definition, watches);
        }
        if let Some(known) = self.nodes.get(target) {
            return Some(*known);
        }
        let node = self.node(definition, &[])?;
        self.nodes.insert(target, node);
        Some(node)
    }

    fn text(&mut self, text: &schema::Text) -> Kind {
        let pattern = text.pattern.as_ref().map(|pattern| self.pattern(pattern));
        let is_limited = text.min_length.is_some() || text.max_length.is_some();
        let length = is_limited.then(|| (text.min_length.unwrap_or_default(), text.max_length.unwrap_or(u64::MAX)));
        let values = text.values.as_ref().map(texts);
        if pattern.is_none() && length.is_none() && values.is_none() {
            return Kind::Text;
        }
        Kind::Limited(Text { pattern, length, values })
    }

    fn pattern(&mut self, pattern: &schema::Pattern) -> usize {
        let patterns = &mut self.program.patterns;
        patterns.iter().position(|known| known.regex == pattern.regex).unwrap_or_else(|| {
            patterns.push(Lazy::new(&pattern.regex));
            patterns.len() - 1
        })
    }

    fn union(&mut self, union: &'m schema::Union, watches: &[&Watch]) -> Option<usize> {
        let mut compiled =
            Union { discriminator: union.discriminator.name.as_bytes().into(), forms: Vec::new(), absent: None };
        for form in &union.forms {
            let object = self.form(&form.target, watches)?;
            if form.values.is_empty() {
                compiled.absent = Some(object);
            } else {
                compiled.forms.push((form.values.iter().map(|value| value.as_bytes().into()).collect(), object));
            }
        }
        self.program.unions.push(compiled);
        Some(self.program.unions.len() - 1)
    }

    fn form(&mut self, target: &'m Target, watches: &[&Watch]) -> Option<usize> {
        let Shape::Object(object) = &self.model.definition(target).shape else { return None };
        if !watches.is_empty() {
            return self.object(object, watches);
        }
        if let Some(known) = self.objects.get(target) {
            return Some(*known);
        }
        let object = self.object(object, &[])?;
        self.objects.insert(target, object);
        Some(object)
    }

    fn object(&mut self, object: &'m schema::Object, watches: &[&Watch]) -> Option<usize> {
        if object.members.len() > MOST_MEMBERS {
            return None;
        }
        let first = self.program.facts;
        let mut own = Watch::default();
        let conditions = object.conditions.iter().map(|condition| self.condition(&mut own, condition)).collect();
        let facts = first..self.program.facts;
        let mut members = Vec::new();
        let mut required = 0;
        for (index, member) in object.members.iter().enumerate() {
            let below = watches.iter().copied().chain([&own]).filter_map(|watch| watch.below.get(&member.name));
            let below: Vec<&Watch> = below.collect();
            let node = if object.tolerates(&member.name) { self.doubtful() } else { self.node(&member.node, &below)? };
            members.push(Member::new(&member.name, index, node));
            required |= u128::from(member.required) << index;
        }
        self.program.objects.push(Object { members, required, facts, conditions });
        Some(self.program.objects.len() - 1)
    }

    fn condition(&mut self, own: &mut Watch, condition: &schema::Condition) -> Condition {
        let test = condition.test.as_ref().map(|test| self.test(own, test)).unwrap_or_default();
        Condition {
            test,
            then: self.consequence(own, &condition.then),
            otherwise: self.consequence(own, &condition.otherwise),
        }
    }

    fn test(&mut self, own: &mut Watch, test: &schema::Test) -> Vec<(usize, bool)> {
        let path = &test.path;
        match &test.question {
            schema::Question::Present => vec![(self.ask(own, path, Question::Present), true)],
            schema::Question::OneOf(values) => {
                vec![(self.ask(own, path, Question::OneOf(values.list.clone())), true)]
            }
            schema::Question::Absent => {
                let above = path.split_last().map(|(_, above)| above).filter(|above| !above.is_empty());
                let above = above.map(|above| (self.ask(own, above, Question::Object), true));
                above.into_iter().chain([(self.ask(own, path, Question::Present), false)]).collect()
            }
        }
    }

    fn consequence(&mut self, own: &mut Watch, side: &Consequence) -> Vec<Demand> {
        let mut demands = Vec::new();
        let required = side.required.iter().map(|name| (name, true));
        for (name, holds) in required.chain(side.forbidden.iter().map(|name| (name, false))) {
            let fact = self.ask(own, std::slice::from_ref(name), Question::Present);
            demands.push(Demand { given: None, fact, holds });
        }
        for (name, tie) in &side.ties {
            self.tie(own, std::slice::from_ref(name), tie, &mut demands);
        }
        demands
    }

    fn tie(&mut self, own: &mut Watch, path: &[String], tie: &Tie, demands: &mut Vec<Demand>) {
        let values = tie.values.as_ref().map(|values| Question::OneOf(values.list.clone()));
        let pattern = tie.pattern.as_ref().map(|pattern| Question::Matches(self.pattern(pattern)));
        let not = tie.not.as_ref().map(|value| Question::Not(value.clone()));
        for question in [values, pattern, not].into_iter().flatten() {
            let given = Some(self.ask(own, path, Question::Present));
            demands.push(Demand { given, fact: self.ask(own, path, question), holds: true });
        }
        let below = |name: &String| [path, std::slice::from_ref(name)].concat();
        for name in &tie.required {
            let given = Some(self.ask(own, path, Question::Object));
            demands.push(Demand { given, fact: self.ask(own, &below(name), Question::Present), holds: true });
        }
        for (name, tie) in &tie.members {
            self.tie(own, &below(name), tie, demands);
        }
    }

    /// The number of the fact that answers a question about a place.
    fn ask(&mut self, watch: &mut Watch, path: &[String], question: Question) -> usize {
        let place = path.iter().fold(watch, |watch, name| watch.below.entry(name.clone()).or_default());
        if let Some((fact, _)) = place.asked.iter().find(|(_, known)| *known == question) {
            return *fact;
        }
        let fact = self.program.facts;
        self.program.facts += 1;
        place.asked.push((fact, question));
        fact
    }
}

fn integers(values: &Values) -> Vec<i64> {
    let integers = values.list.iter().filter_map(|value| match value {
        Scalar::Integer(integer) => Some(*integer),
        _ => None,
    });
    integers.collect()
}

fn texts(values: &Values) -> Vec<Box<[u8]>> {
    let texts = values.list.iter().filter_map(|value| match value {
        Scalar::Text(text) => Some(text.as_bytes().into()),
        _ => None,
    });
    texts.collect()
}
