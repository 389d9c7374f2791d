//! One pass over a text: whether it is exactly what a program says.

use super::{
    Doubt, Sure,
    facts::Seen,
    program::{Integer, Kind, Members, Node, Object, Program, Text, Union},
    scalars::Number,
    scanner::Scanner,
};
/// What a pass needs to remember, kept from one to the next.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// Which facts hold, of the objects that are open.
    pub(super) facts: Vec<bool>,
    /// The items of a list in which none stands twice, and where each of them ends.
    items: Vec<u8>,
    ends: Vec<usize>,
}

pub(super) struct Pass<'p, 't, 's> {
    pub(super) program: &'p Program,
    scanner: Scanner<'t>,
    pub(super) scratch: &'s mut Scratch,
}

/// A payload that is what a program says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Valid {
    /// Its members.
    pub(super) members: Members,
    /// Which of the program's keys are there, a bit for each.
    pub(super) keys: u64,
}

/// Reads a text by a program.
pub(super) fn run(program: &Program, text: &[u8], scratch: &mut Scratch) -> Sure<Valid> {
    scratch.facts.clear();
    scratch.facts.resize(program.facts, false);
    let mut pass = Pass { program, scanner: Scanner::new(text), scratch };
    pass.scanner.skip_space();
    let members = pass.object(&program.objects[program.root])?;
    pass.scanner.skip_space();
    if pass.scanner.peek().is_some() {
        return Err(Doubt);
    }
    let keys = program.keys.iter().enumerate().map(|(index, fact)| u64::from(pass.scratch.facts[*fact]) << index).sum();
    Ok(Valid { members, keys })
}

impl<'p> Pass<'p, '_, '_> {
    #[inline]
    fn value(&mut self, node: &'p Node) -> Sure<()> {
        if node.nullable && self.scanner.peek() == Some(b'n') {
            self.scanner.literal(b"null")?;
            return self.note(node, Seen::Null);
        }
        match &node.kind {
            Kind::Text if node.asked.is_empty() => self.scanner.string().map(|_| ()),
            Kind::Text => self.text(node, None),
            Kind::Limited(text) => self.text(node, Some(text)),
            Kind::Integer(integer) => self.integer(node, integer),
            Kind::Object(object) => {
                self.object(&self.program.objects[*object])?;
                self.note(node, Seen::Object)
            }
            Kind::Array(_) => self.array(node),
            Kind::Union(union) => {
                let object = self.form(&self.program.unions[*union])?;
                self.object(&self.program.objects[object])?;
                self.note(node, Seen::Object)
            }
            Kind::Null => {
                self.scanner.literal(b"null")?;
                self.note(node, Seen::Null)
            }
            Kind::Boolean => self.boolean(node),
            Kind::Number => self.number(node),
            Kind::Any => self.anything(node),
            Kind::Doubtful => Err(Doubt),
        }
    }

    /// An object, and which of its members are there.
    fn object(&mut self, object: &'p Object) -> Sure<Members> {
        let has_members = self.scanner.enter(b'{', b'}')?;
        // In a list, the facts of the item before are still there.
        self.scratch.facts[object.facts.clone()].fill(false);
        let mut seen: Members = 0;
        if has_members {
            let mut expected = 0;
            loop {
                let index = self.member(object, expected)?;
                let member = &object.members[index];
                if seen & member.bit != 0 {
                    return Err(Doubt);
                }
                seen |= member.bit;
                self.scanner.skip_space();
                self.value(&self.program.nodes[member.node])?;
                if !self.scanner.goes_on(b'}')? {
                    break;
                }
                expected = index + 1;
            }
        }
        self.scanner.leave();
        let holds = object.required & !seen == 0 && object.conditions.iter().all(|condition| self.holds(condition));
        if holds { Ok(seen) } else { Err(Doubt) }
    }

    /// The member whose name stands here; most often it is the one that stands next in the schema.
    #[inline]
    fn member(&mut self, object: &Object, expected: usize) -> Sure<usize> {
        if let Some(member) = object.members.get(expected)
            && let Some(length) = member.stands_at(&self.scanner.text[self.scanner.at..])
        {
            self.scanner.at += length;
            return Ok(expected);
        }
        let name = self.scanner.name()?;
        let (before, behind) = object.members.split_at(expected);
        let behind = behind.iter().position(|member| member.name() == &*name).map(|index| expected + index);
        behind.or_else(|| before.iter().position(|member| member.name() == &*name)).ok_or(Doubt)
    }

    /// The form of the union that the object here has, wherever its discriminator stands.
    fn form(&self, union: &Union) -> Sure<usize> {
        let Some(mut value) = self.scanner.find(&union.discriminator)? else { return union.absent.ok_or(Doubt) };
        let value = value.string()?.meaning()?;
        let form = union.forms.iter().find(|(values, _)| values.iter().any(|known| **known == *value));
        form.map(|(_, object)| *object).ok_or(Doubt)
    }

    #[inline]
    fn text(&mut self, node: &Node, text: Option<&Text>) -> Sure<()> {
        let value = self.scanner.string()?.meaning()?;
        let fits = text.map_or(Ok(true), |text| self.fits(text, &value))?;
        if fits { self.note(node, Seen::Text(&value)) } else { Err(Doubt) }
    }

    #[inline]
    fn fits(&self, text: &Text, value: &[u8]) -> Sure<bool> {
        if text.values.as_ref().is_some_and(|values| !values.iter().any(|known| **known == *value)) {
            return Ok(false);
        }
        if let Some((least, most)) = text.length {
            // Bytes that begin a character: the text is valid UTF-8.
            let characters = value.iter().filter(|byte| (**byte & 0xC0) != 0x80).count() as u64;
            if !(least..=most).contains(&characters) {
                return Ok(false);
            }
        }
        text.pattern.map_or(Ok(true), |pattern| self.program.patterns[pattern].matches(value))
    }

    fn integer(&mut self, node: &Node, limits: &Integer) -> Sure<()> {
        let value = match self.scanner.number()? {
            Number::Integer(value) => value,
            // A whole number, written with a fraction: as a value to compare it is left to the judge.
            Number::Float(float) if float.fract() == 0.0 && limits.values.is_none() && node.asked.is_empty() => {
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "the scanner refuses what a double holds inexactly"
                )]
                let value = float as i64;
                value
            }
            Number::Float(_) => return Err(Doubt),
        };
        let fits = (limits.minimum..=limits.maximum).contains(&value)
            && limits.values.as_ref().is_none_or(|values| values.contains(&value));
        if fits { self.note(node, Seen::Integer(value)) } else { Err(Doubt) }
    }

    fn number(&mut self, node: &Node) -> Sure<()> {
        match self.scanner.number()? {
            Number::Integer(value) => self.note(node, Seen::Integer(value)),
            Number::Float(_) => self.note(node, Seen::Float),
        }
    }

    fn boolean(&mut self, node: &Node) -> Sure<()> {
        let value = self.scanner.peek() == Some(b't');
        self.scanner.literal(if value { b"true" } else { b"false" })?;
        self.note(node, Seen::Boolean(value))
    }

    fn anything(&mut self, node: &Node) -> Sure<()> {
        match self.scanner.peek().ok_or(Doubt)? {
            b'"' => self.text(node, None),
            b't' | b'f' => self.boolean(node),
            b'n' => {
                self.scanner.literal(b"null")?;
                self.note(node, Seen::Null)
            }
            open @ (b'{' | b'[') => {
                self.scanner.anything_nested()?;
                self.note(node, if open == b'{' { Seen::Object } else { Seen::Array })
            }
            _ => self.number(node),
        }
    }

    fn array(&mut self, node: &'p Node) -> Sure<()> {
        let Kind::Array(array) = &node.kind else { return Err(Doubt) };
        let has_items = self.scanner.enter(b'[', b']')?;
        let items = &self.program.nodes[array.items];
        if array.unique {
            self.scratch.items.clear();
            self.scratch.ends.clear();
        }
        let mut count = 0;
        if has_items {
            loop {
                let start = self.scanner;
                self.value(items)?;
                if array.unique {
                    self.keep(start)?;
                }
                count += 1;
                if !self.scanner.goes_on(b']')? {
                    break;
                }
            }
        }
        self.scanner.leave();
        let fits = (array.least..=array.most).contains(&count) && (!array.unique || self.scratch.all_differ());
        if fits { self.note(node, Seen::Array) } else { Err(Doubt) }
    }

    /// Keeps an item of a list in which none stands twice, so that equal values are equal bytes.
    fn keep(&mut self, mut item: Scanner) -> Sure<()> {
        match item.peek() {
            Some(b'"') => {
                self.scratch.items.push(b'"');
                self.scratch.items.extend_from_slice(&item.string()?.meaning()?);
            }
            Some(b'n') => self.scratch.items.push(b'n'),
            _ => match item.number()? {
                Number::Integer(value) => self.scratch.items.extend_from_slice(&value.to_le_bytes()),
                Number::Float(_) => return Err(Doubt),
            },
        }
        self.scratch.ends.push(self.scratch.items.len());
        Ok(())
    }
}

impl Scratch {
    fn all_differ(&self) -> bool {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        let mut items: Vec<&[u8]> = starts.zip(&self.ends).map(|(start, end)| &self.items[start..*end]).collect();
        items.sort_unstable();
        items.windows(2).all(|pair| pair[0] != pair[1])
    }
}
