//! Values made by what their schema says, from a tree of choices.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use serde_json::{Map, Value};

use super::{
    choices::Choices,
    scalars::{anything, as_scalar, as_text, integer, number, scalar},
    texts::{Form, Pattern, Texts},
    wish::{Items, Wish},
};
use crate::schema::{Array, Level, Model, Node, Scalar, Shape, Text, Union, patterns};

/// The longest list; lists in lists are shorter, so that no payload outgrows what providers deliver.
const LONGEST: [u64; 2] = [8, 3];

/// The most items that a list is given because it must have so many.
pub(super) const MOST_ITEMS: usize = 4096;

/// A text of which nothing is documented.
const ANY_TEXT: Text = Text { pattern: None, format: None, min_length: None, max_length: None, values: None };

/// Makes the values of a provider's schemas.
#[derive(Debug, Clone)]
pub(super) struct Maker<'m> {
    pub(super) model: &'m Model,
    /// The open schema ties no values to each other.
    pub(super) level: Level,
    /// Whether only what must be there is there.
    pub(super) lean: bool,
    patterns: Arc<BTreeMap<String, Pattern>>,
    texts: Arc<Mutex<BTreeMap<Form, Arc<Texts>>>>,
}

impl<'m> Maker<'m> {
    /// A maker for the schemas of a model.
    ///
    /// # Errors
    ///
    /// A pattern that no automaton can be made of.
    pub(super) fn new(model: &'m Model) -> Result<Self, String> {
        let regexes = patterns(model).into_iter().map(|pattern| pattern.regex.clone());
        let compiled = regexes.map(|regex| Ok((regex.clone(), Pattern::new(&regex)?)));
        let patterns = Arc::new(compiled.collect::<Result<_, String>>()?);
        Ok(Self { model, level: Level::Documented, lean: false, patterns, texts: Arc::default() })
    }

    /// A maker of values that the open schema accepts.
    pub(super) fn open(&self) -> Self {
        Self { level: Level::Open, ..self.clone() }
    }

    /// A maker of values without what may be missing.
    pub(super) fn lean(self) -> Self {
        Self { lean: true, ..self }
    }

    /// A value of a node that fulfils a wish; `None` if there is none.
    pub(super) fn value(&self, node: &'m Node, wish: &Wish<'m>, choices: Choices) -> Option<Value> {
        self.nested(node, wish, 0, choices)
    }

    /// `lists` is the number of lists around the value.
    pub(super) fn nested(&self, node: &'m Node, wish: &Wish<'m>, lists: usize, choices: Choices) -> Option<Value> {
        let node = self.model.resolved(node);
        if node.nullable && wish.null != Some(false) && wish.values.is_none() {
            let drawn = choices.pick(0, 4) == 0 || wish.null == Some(true);
            let value = if drawn { None } else { self.shaped(node, wish, lists, choices.part(1)) };
            return Some(value.unwrap_or_default());
        }
        if wish.null == Some(true) && !matches!(node.shape, Shape::Null | Shape::Any) {
            return None;
        }
        self.shaped(node, wish, lists, choices.part(1))
    }

    fn shaped(&self, node: &'m Node, wish: &Wish<'m>, lists: usize, choices: Choices) -> Option<Value> {
        match &node.shape {
            // A pattern says something of texts alone.
            Shape::Any if !(wish.patterns.is_empty() && wish.not_patterns.is_empty()) && wish.null != Some(true) => {
                self.text(&ANY_TEXT, wish, choices)
            }
            Shape::Any => anything(wish, choices),
            Shape::Null => (wish.values.is_none() && wish.null != Some(false)).then_some(Value::Null),
            Shape::Boolean => scalar(&[Scalar::Boolean(false), Scalar::Boolean(true)], wish, choices),
            Shape::Number => number(wish, choices),
            Shape::Integer(limits) => integer(limits, wish, choices),
            Shape::Text(text) => self.text(text, wish, choices),
            Shape::Array(array) => self.array(array, wish, lists, choices),
            Shape::Object(object) => self.object(object, None, wish, lists, choices).map(Value::Object),
            Shape::Union(union) => self.union(union, wish, lists, choices).map(Value::Object),
            Shape::Ref(_) | Shape::Selected => None,
        }
    }

    fn text(&self, text: &Text, wish: &Wish, choices: Choices) -> Option<Value> {
        let own = text.pattern.iter().map(|pattern| pattern.regex.as_str());
        let form = Form {
            patterns: own.chain(wish.patterns.iter().copied()).map(str::to_owned).collect(),
            not_patterns: wish.not_patterns.iter().map(|regex| (*regex).to_owned()).collect(),
            not: wish.not.iter().filter_map(|value| as_text(value)).map(str::to_owned).collect(),
            least: text.min_length.unwrap_or_default(),
            most: text.max_length,
        };
        let listed = match (&text.values, &wish.values) {
            (None, None) => return self.draw(form, choices).map(Value::String),
            (Some(own), None) => own.list.iter().collect(),
            (None, Some(wanted)) => wanted.clone(),
            (Some(own), Some(wanted)) => own.list.iter().filter(|value| wanted.contains(value)).collect::<Vec<_>>(),
        };
        let fitting = listed.into_iter().filter_map(as_text).filter(|text| self.fits(text, &form));
        let fitting: Vec<&str> = fitting.collect();
        fitting.get(choices.index(0, fitting.len())).map(|text| Value::from(*text))
    }

    /// A text of a form; `None` if there is none.
    pub(super) fn draw(&self, mut form: Form, choices: Choices) -> Option<String> {
        for list in [&mut form.patterns, &mut form.not_patterns, &mut form.not] {
            list.sort();
            list.dedup();
        }
        let known = self.texts.lock().unwrap_or_else(PoisonError::into_inner).get(&form).cloned();
        let texts = known.unwrap_or_else(|| {
            let regexes = form.patterns.iter().chain(&form.not_patterns);
            let patterns: Vec<&Pattern> = regexes.map(|regex| &self.patterns[regex]).collect();
            let texts = Arc::new(Texts::new(&form, &patterns));
            self.texts.lock().unwrap_or_else(PoisonError::into_inner).insert(form, Arc::clone(&texts));
            texts
        });
        texts.draw(choices)
    }

    fn fits(&self, text: &str, form: &Form) -> bool {
        let length = text.chars().count() as u64;
        form.patterns.iter().all(|regex| self.patterns[regex].matches(text))
            && !form.not_patterns.iter().any(|regex| self.patterns[regex].matches(text))
            && form.not.iter().all(|other| other != text)
            && length >= form.least
            && form.most.is_none_or(|most| length <= most)
    }

    /// Whether a discriminator of this value, or one that is missing, fulfils a wish.
    pub(super) fn can_be(&self, value: Option<&str>, wish: &Wish) -> bool {
        let Some(value) = value else { return wish.there != Some(true) };
        let is = |scalar: &&Scalar| as_text(scalar) == Some(value);
        wish.there != Some(false)
            && wish.null != Some(true)
            && wish.values.as_ref().is_none_or(|values| values.iter().any(is))
            && !wish.not.iter().any(is)
            && wish.patterns.iter().all(|regex| self.patterns[*regex].matches(value))
            && !wish.not_patterns.iter().any(|regex| self.patterns[*regex].matches(value))
    }

    fn array(&self, array: &'m Array, wish: &Wish<'m>, lists: usize, choices: Choices) -> Option<Value> {
        if wish.values.is_some() {
            return None;
        }
        let longest = LONGEST[lists.min(LONGEST.len() - 1)];
        let least = array.min_items.unwrap_or_default();
        let most = array.max_items.unwrap_or(u64::MAX).min(longest.max(least));
        let (least, most) = match wish.items {
            None => (least, most),
            Some(Items::None) => (least, 0),
            Some(Items::One) => (least.max(1), most.min(1)),
            Some(Items::Several) => (least.max(2), most.max(2).min(array.max_items.unwrap_or(u64::MAX))),
            Some(Items::First(_)) => (least.max(1), most),
        };
        if least > most || least > MOST_ITEMS as u64 {
            return None;
        }
        let most = if self.lean { least } else { most };
        // Short lists are usual; some are as long as they can be.
        let usual = if choices.pick(0, 5) < 4 { 2 } else { most - least };
        let length = least + choices.pick(1, usual.min(most - least) + 1);
        let mut items: Vec<Value> = Vec::new();
        for index in 0..usize::try_from(length).unwrap_or_default() {
            let taken: Vec<Scalar> = items.iter().filter(|_| array.unique).filter_map(as_scalar).collect();
            let mut wish = match &wish.items {
                Some(Items::First(wish)) if index == 0 => (**wish).clone(),
                _ => Wish::default(),
            };
            wish.not.extend(&taken);
            if array.unique && items.contains(&Value::Null) {
                wish.null = Some(false);
            }
            // A list of different items ends where there are no more of them.
            let Some(item) = self.nested(&array.items, &wish, lists + 1, choices.part(index + 2)) else { break };
            items.push(item);
        }
        (items.len() as u64 >= least).then_some(Value::Array(items))
    }

    fn union(&self, union: &'m Union, wish: &Wish<'m>, lists: usize, choices: Choices) -> Option<Map<String, Value>> {
        let name = union.discriminator.name.as_str();
        let asked = wish.members.get(name).cloned().unwrap_or_default();
        let mut ways: Vec<(&Node, Option<&str>)> = Vec::new();
        for form in &union.forms {
            let node = self.model.definition(&form.target);
            if form.values.is_empty() {
                ways.push((node, None));
            }
            ways.extend(form.values.iter().map(|value| (node, Some(value.as_str()))));
        }
        ways.retain(|(_, value)| self.can_be(*value, &asked));
        choices.order(0, ways.len()).find_map(|way| {
            let (node, value) = ways[way];
            let Shape::Object(object) = &node.shape else { return None };
            self.object(object, Some((name, value)), wish, lists, choices.part(way + 1))
        })
    }
}
