//! What must fit together across a provider's files: references, unions and conditions.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Condition, Consequence, Member, Model, Node, Object, Question, Scalar, Shape, Target, Tie, Union, Violation,
};

pub(super) fn check(model: &Model) -> Vec<Violation> {
    let mut checker = Checker {
        model,
        used: BTreeSet::new(),
        referred: BTreeSet::new(),
        forms: BTreeSet::new(),
        violations: Vec::new(),
    };
    checker.names();
    checker.references();
    if checker.violations.is_empty() {
        checker.shapes();
    }
    checker.violations
}

struct Checker<'m> {
    model: &'m Model,
    used: BTreeSet<&'m Target>,
    /// Definitions that a `$ref` names, outside the choice of a union.
    referred: BTreeSet<&'m Target>,
    /// Definitions that are forms of a union, with its discriminator.
    forms: BTreeSet<(&'m Target, &'m str)>,
    violations: Vec<Violation>,
}

impl<'m> Checker<'m> {
    fn names(&mut self) {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for (file, name, node) in self.definitions() {
            if let Some(other) = seen.insert(name, file) {
                self.violation(node, format!("`{name}` is defined in {other} too: a name means one thing"));
            }
        }
    }

    fn references(&mut self) {
        for node in self.roots() {
            self.follow(node, &mut Vec::new());
        }
        for (file, name, node) in self.definitions() {
            if !self.used.iter().any(|target| target.file == file && target.name == name) {
                self.violation(node, format!("nothing uses `{name}`"));
            }
        }
    }

    /// Follows every reference below a node; `trail` is the way to it.
    fn follow(&mut self, node: &'m Node, trail: &mut Vec<&'m Target>) {
        match &node.shape {
            Shape::Ref(target) => {
                self.referred.insert(target);
                self.follow_target(node, target, trail);
            }
            Shape::Array(array) => self.follow(&array.items, trail),
            Shape::Object(object) => object.members.iter().for_each(|member| self.follow(&member.node, trail)),
            Shape::Union(union) => {
                for form in &union.forms {
                    self.forms.insert((&form.target, &union.discriminator.name));
                    self.follow_target(node, &form.target, trail);
                }
            }
            _ => {}
        }
    }

    fn follow_target(&mut self, node: &'m Node, target: &'m Target, trail: &mut Vec<&'m Target>) {
        self.used.insert(target);
        let Some(definition) = self.model.find(target) else {
            self.violation(node, format!("there is no `{}` in the `$defs` of {}", target.name, target.file));
            return;
        };
        if trail.contains(&target) {
            self.violation(
                node,
                format!("`{}` refers to itself: a payload of endless depth is not documented", target.name),
            );
            return;
        }
        trail.push(target);
        self.follow(definition, trail);
        trail.pop();
    }

    fn shapes(&mut self) {
        for node in self.roots() {
            self.shape(node, None);
        }
        for (file, name, node) in self.definitions() {
            let form = self.forms.iter().find(|(target, _)| target.file == file && target.name == name);
            let discriminator = form.map(|(_, discriminator)| *discriminator);
            self.shape(node, discriminator);
        }
    }

    fn shape(&mut self, node: &'m Node, discriminator: Option<&str>) {
        match &node.shape {
            Shape::Selected => {
                self.violation(node, "`true` stands only for the discriminator inside a form".to_owned());
            }
            Shape::Array(array) => {
                let items = &self.model.resolved(&array.items).shape;
                if array.unique && !matches!(items, Shape::Text(_) | Shape::Integer(_)) {
                    let message =
                        "`uniqueItems` stands for strings and integers: validators compare others differently";
                    self.violation(node, message.to_owned());
                }
                self.shape(&array.items, None);
            }
            Shape::Object(object) => {
                for member in &object.members {
                    let selected = matches!(member.node.shape, Shape::Selected);
                    if selected && discriminator == Some(member.name.as_str()) {
                        continue;
                    }
                    self.shape(&member.node, None);
                }
                self.conditions(object);
            }
            Shape::Union(union) => self.union(node, union),
            _ => {}
        }
    }

    fn union(&mut self, node: &'m Node, union: &'m Union) {
        let Member { name, required, node: discriminator, .. } = &*union.discriminator;
        let documented = match &discriminator.shape {
            Shape::Text(text) => text.values.as_ref().map(|values| values.list.clone()),
            _ => None,
        };
        let Some(mut documented) = documented else {
            self.violation(discriminator, "a discriminator is a string with `const` or `enum`".to_owned());
            return;
        };
        let selecting = union.forms.iter().flat_map(|form| form.values.iter().cloned().map(Scalar::Text));
        let mut selecting: Vec<Scalar> = selecting.collect();
        documented.sort();
        selecting.sort();
        if documented != selecting {
            self.violation(
                discriminator,
                "each value of the discriminator selects one form, and each form has its values".to_owned(),
            );
        }
        let absent = union.forms.iter().filter(|form| form.values.is_empty()).count();
        if absent != usize::from(!required) {
            let message = "a discriminator is required, or one form is selected by its absence".to_owned();
            self.violation(node, message);
        }
        for form in &union.forms {
            let definition = self.model.definition(&form.target);
            let Shape::Object(object) = &definition.shape else {
                self.violation(definition, "a form is an object with `properties`".to_owned());
                continue;
            };
            let member = object.members.iter().find(|member| member.name == *name);
            let fits = match member {
                Some(member) => {
                    !form.values.is_empty() && matches!(member.node.shape, Shape::Selected) && !member.required
                }
                None => form.values.is_empty(),
            };
            if !fits {
                let message = if form.values.is_empty() {
                    format!("this form is selected by the absence of `{name}` and must not have it")
                } else {
                    format!("a form has its discriminator as `\"{name}\": true`, not required: the union checks it")
                };
                self.violation(definition, message);
            }
            if !form.values.is_empty() && self.referred.contains(&form.target) {
                let message = format!("`{}` is a form: refer to its union, which checks `{name}`", form.target.name);
                self.violation(definition, message);
            }
        }
    }

    fn conditions(&mut self, object: &'m Object) {
        for condition in &object.conditions {
            if let Some(test) = &condition.test {
                if matches!(test.question, Question::OneOf(_)) || test.path.len() > 1 {
                    self.path(condition, object, &test.path);
                } else {
                    self.member(condition, object, &test.path[0]);
                }
            }
            for side in [&condition.then, &condition.otherwise] {
                self.consequence(condition, object, side);
            }
        }
        for member in &object.members {
            let sides = object.conditions.iter().flat_map(|condition| {
                [&condition.then, &condition.otherwise].map(|consequence| (condition, consequence))
            });
            let mut forbidding = sides.filter(|(_, consequence)| consequence.forbidden.contains(&member.name));
            if let Some((second, _)) = forbidding.nth(1) {
                self.fault(second, format!("`{}` is forbidden twice: write one condition", member.name));
            }
        }
    }

    fn consequence(&mut self, condition: &'m Condition, object: &'m Object, side: &'m Consequence) {
        for name in side.required.iter().chain(&side.forbidden) {
            if self.member(condition, object, name).is_some_and(|member| member.required) {
                self.fault(condition, format!("`{name}` is required whatever the condition says"));
            }
        }
        for (name, tie) in &side.ties {
            self.tie(condition, object, std::slice::from_ref(name), tie);
        }
    }

    fn tie(&mut self, condition: &'m Condition, object: &'m Object, path: &[String], tie: &'m Tie) {
        let below = |name: &String| [path, std::slice::from_ref(name)].concat();
        self.path(condition, object, path);
        for name in &tie.required {
            self.path(condition, object, &below(name));
        }
        for (name, tie) in &tie.members {
            self.tie(condition, object, &below(name), tie);
        }
    }

    fn member(&mut self, condition: &Condition, object: &'m Object, name: &str) -> Option<&'m Member> {
        let member = object.members.iter().find(|member| member.name == name);
        if member.is_none() {
            self.fault(condition, format!("`{name}` is none of the object's properties"));
        }
        member
    }

    /// A path of names must lead to a documented member, in at least one form of every union on its way.
    fn path(&mut self, condition: &Condition, object: &'m Object, path: &[String]) {
        if !leads_somewhere(self.model, object, path) {
            self.fault(condition, format!("nothing documents `{}` here", path.join("/")));
        }
    }

    fn roots(&self) -> Vec<&'m Node> {
        self.model.files.values().filter_map(|file| file.root.as_ref()).collect()
    }

    fn definitions(&self) -> Vec<(&'m str, &'m str, &'m Node)> {
        let files = self.model.files.iter();
        files
            .flat_map(|(file, content)| {
                content
                    .definitions
                    .iter()
                    .map(move |definition| (file.as_str(), definition.name.as_str(), &definition.node))
            })
            .collect()
    }

    fn violation(&mut self, node: &Node, message: String) {
        let place = node.place.clone();
        self.violations.push(Violation { file: place.file, pointer: place.pointer, at: None, message });
    }

    fn fault(&mut self, condition: &Condition, message: String) {
        let place = condition.place.clone();
        self.violations.push(Violation { file: place.file, pointer: place.pointer, at: None, message });
    }
}

fn leads_somewhere(model: &Model, object: &Object, path: &[String]) -> bool {
    let Some((name, rest)) = path.split_first() else { return true };
    object.members.iter().filter(|member| member.name == *name).any(|member| below(model, &member.node, rest))
}

fn below(model: &Model, node: &Node, path: &[String]) -> bool {
    if path.is_empty() {
        return true;
    }
    match &model.resolved(node).shape {
        Shape::Object(object) => leads_somewhere(model, object, path),
        Shape::Union(union) => {
            (path == [union.discriminator.name.as_str()])
                || union.forms.iter().any(|form| below(model, model.definition(&form.target), path))
        }
        _ => false,
    }
}
