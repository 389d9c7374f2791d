// Made by `cargo xtask codegen` from `schemas/`: change those, not this file.
//! The payloads of Deveo, as [Using Deveo
//! Webhooks](http://support.deveo.com/knowledgebase/articles/494691-using-deveo-webhooks) documents
//! them.

use crate::types;

/// An event of Deveo.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The events of `project`.
    Project(Project),
    /// The events of `repository`.
    Repository(Repository),
    /// A repository hook announces newly pushed commits.
    Push(Push),
    /// An event that nothing documents.
    Unknown(types::Unknown),
}

impl Event {
    /// Recognises a delivery by its headers and its body, and reads it.
    ///
    /// # Errors
    ///
    /// The body is malformed, or not what its event must be. That nothing documents the event is no error.
    pub fn from_delivery(delivery: &crate::Delivery) -> Result<Self, types::Error> {
        types::from_delivery(delivery)
    }

    /// The name of the event, provider and event; what an undocumented one names itself, if it does.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Project(event) => Some(event.name()),
            Self::Repository(event) => Some(event.name()),
            Self::Push(_) => Some(Push::NAME),
            Self::Unknown(unknown) => unknown.name.as_deref(),
        }
    }
}

impl serde::Serialize for Event {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Project(event) => event.serialize(serializer),
            Self::Repository(event) => event.serialize(serializer),
            Self::Push(event) => event.serialize(serializer),
            Self::Unknown(unknown) => unknown.body.serialize(serializer),
        }
    }
}

/// The provider's id.
pub const PROVIDER: &str = "deveo";

impl types::Delivered for Event {
    const PROVIDER: Option<&'static str> = Some(PROVIDER);

    fn read(
        provider: &str,
        event: &str,
        body: crate::document::Value<'_>,
    ) -> Result<Option<Self>, types::Error> {
        if provider != PROVIDER {
            return Ok(None);
        }
        Ok(
            Some(
                match event {
                    "project.created" => {
                        Self::Project(
                            Project::Created(types::FromValue::from_value(body)?),
                        )
                    }
                    "project.updated" => {
                        Self::Project(
                            Project::Updated(types::FromValue::from_value(body)?),
                        )
                    }
                    "project.deleted" => {
                        Self::Project(
                            Project::Deleted(types::FromValue::from_value(body)?),
                        )
                    }
                    "repository.created" => {
                        Self::Repository(
                            Repository::Created(types::FromValue::from_value(body)?),
                        )
                    }
                    "push" => Self::Push(types::FromValue::from_value(body)?),
                    _ => return Ok(None),
                },
            ),
        )
    }

    fn unknown(unknown: types::Unknown) -> Self {
        Self::Unknown(unknown)
    }
}

/// The events of `project`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Project {
    /// A company hook announces a new project.
    Created(project::Created),
    /// A company hook announces a change to a project.
    Updated(project::Updated),
    /// A company hook announces the deletion of a project.
    Deleted(project::Deleted),
}

impl Project {
    /// The name of the event: provider and event.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Created(_) => project::Created::NAME,
            Self::Updated(_) => project::Updated::NAME,
            Self::Deleted(_) => project::Deleted::NAME,
        }
    }
}

impl serde::Serialize for Project {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Created(event) => event.serialize(serializer),
            Self::Updated(event) => event.serialize(serializer),
            Self::Deleted(event) => event.serialize(serializer),
        }
    }
}

/// The user whose action triggered a project or repository event.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// Login name of the user.
    ///
    /// Documented in *Example JSON payload for new project created webhook* and *Example JSON payload for
    /// new repository created webhook*.
    pub id: String,
    /// UUID of the user.
    ///
    /// Its documented form: a UUID.
    ///
    /// Documented in *Example JSON payload for new project created webhook* and *Example JSON payload for
    /// new repository created webhook*.
    pub uuid: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for Subject {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            id: fields.required("id")?,
            uuid: fields.required("uuid")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Subject {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("id", &self.id)?;
        members.required("uuid", &self.uuid)?;
        members.end(&self.extra)
    }
}

/// The project of an update or deletion. No example shows it, so what only describes the project is
/// optional.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangedProject {
    /// Short name of the project.
    ///
    /// Documented in *Example JSON payload for new project created webhook*.
    pub id: String,
    /// UUID of the project.
    ///
    /// Its documented form: a UUID.
    ///
    /// Documented in *Example JSON payload for new project created webhook*.
    pub uuid: String,
    /// Display name of the project.
    ///
    /// Documented in *Example JSON payload for new project created webhook*.
    pub name: String,
    /// Free text about the project.
    ///
    /// Documented in *Example JSON payload for new project created webhook*.
    pub description: Option<String>,
    /// Who may see the project; an open value.
    ///
    /// For instance `"company"`.
    ///
    /// Documented in *Example JSON payload for new project created webhook*.
    pub visibility: Option<String>,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for ChangedProject {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            id: fields.required("id")?,
            uuid: fields.required("uuid")?,
            name: fields.required("name")?,
            description: fields.optional("description")?,
            visibility: fields.optional("visibility")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for ChangedProject {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("id", &self.id)?;
        members.required("uuid", &self.uuid)?;
        members.required("name", &self.name)?;
        members.optional("description", self.description.as_ref())?;
        members.optional("visibility", self.visibility.as_ref())?;
        members.end(&self.extra)
    }
}

/// The events of `repository`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Repository {
    /// A project hook announces a new repository.
    Created(repository::Created),
}

impl Repository {
    /// The name of the event: provider and event.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Created(_) => repository::Created::NAME,
        }
    }
}

impl serde::Serialize for Repository {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Created(event) => event.serialize(serializer),
        }
    }
}

/// A repository hook reports new commits.
///
/// Documented in *Using Deveo Webhooks* and *Example JSON payload for new commit pushed webhook*.
#[derive(Debug, Clone, PartialEq)]
pub struct Push {
    /// Revision the ref points to after the push.
    ///
    /// Its documented form: 40 lower-case hexadecimal digits.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    pub after: types::Revision,
    /// Full name of the ref that was pushed to.
    ///
    /// Its documented form: a full ref name such as refs/heads/master.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    pub r#ref: types::RefName,
    /// Revision the ref pointed to before the push.
    ///
    /// Its documented form: 40 lower-case hexadecimal digits.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    pub before: types::Revision,
    /// Meaning not documented, and only shown empty; no form is required.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    pub compare: String,
    /// Whether the push was forced.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    pub forced: bool,
    /// Whether the push created the ref.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    pub created: bool,
    /// Whether the push deleted the ref.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    pub deleted: bool,
    /// The project the repository belongs to.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    pub project: push::Project,
    /// The repository that was pushed to.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    pub repository: push::Repository,
    /// The user who pushed.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    pub pusher: push::Pusher,
    /// Number of commits; the example agrees with `commits`.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    pub commit_count: i64,
    /// The commits that were pushed.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    pub commits: Vec<push::Commit>,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl Push {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "deveo/push";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for Push {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            after: fields.required("after")?,
            r#ref: fields.required("ref")?,
            before: fields.required("before")?,
            compare: fields.required("compare")?,
            forced: fields.required("forced")?,
            created: fields.required("created")?,
            deleted: fields.required("deleted")?,
            project: fields.required("project")?,
            repository: fields.required("repository")?,
            pusher: fields.required("pusher")?,
            commit_count: fields.required("commit_count")?,
            commits: fields.required("commits")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Push {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("after", &self.after)?;
        members.required("ref", &self.r#ref)?;
        members.required("before", &self.before)?;
        members.required("compare", &self.compare)?;
        members.required("forced", &self.forced)?;
        members.required("created", &self.created)?;
        members.required("deleted", &self.deleted)?;
        members.required("project", &self.project)?;
        members.required("repository", &self.repository)?;
        members.required("pusher", &self.pusher)?;
        members.required("commit_count", &self.commit_count)?;
        members.required("commits", &self.commits)?;
        members.end(&self.extra)
    }
}

types::deserialize!(Subject, ChangedProject, Push);

/// The payloads of [`Project`].
pub mod project {
    use crate::types;

    /// A company hook reports a new project.
    ///
    /// Documented in *Using Deveo Webhooks* and *Example JSON payload for new project created webhook*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Created {
        /// The user who created the project.
        ///
        /// Documented in *Example JSON payload for new project created webhook*.
        pub subject: super::Subject,
        /// The new project.
        ///
        /// Documented in *Example JSON payload for new project created webhook*.
        pub project: created::Project,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl Created {
        /// The name of the event: provider and event.
        pub const NAME: &'static str = "deveo/project.created";

        /// Reads the payload of this event.
        ///
        /// # Errors
        ///
        /// The text is malformed, or the first place that is not what it must be.
        pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
            types::from_slice(text)
        }
    }

    impl types::FromValue for Created {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            fields.fixed("operation", "created")?;
            fields.fixed("type", "project")?;
            Ok(Self {
                subject: fields.required("subject")?,
                project: fields.required("project")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Created {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("operation", "created")?;
            members.required("type", "project")?;
            members.required("subject", &self.subject)?;
            members.required("project", &self.project)?;
            members.end(&self.extra)
        }
    }

    /// A company hook reports a change to a project. No example is printed; the body is taken to be that
    /// of a created project.
    ///
    /// Documented in *Using Deveo Webhooks* and *Example JSON payload for new project created webhook*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Updated {
        /// The user who changed the project.
        ///
        /// Documented in *Example JSON payload for new project created webhook*.
        pub subject: super::Subject,
        /// The changed project.
        ///
        /// Documented in *Using Deveo Webhooks* and *Example JSON payload for new project created webhook*.
        pub project: super::ChangedProject,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl Updated {
        /// The name of the event: provider and event.
        pub const NAME: &'static str = "deveo/project.updated";

        /// Reads the payload of this event.
        ///
        /// # Errors
        ///
        /// The text is malformed, or the first place that is not what it must be.
        pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
            types::from_slice(text)
        }
    }

    impl types::FromValue for Updated {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            fields.fixed("operation", "updated")?;
            fields.fixed("type", "project")?;
            Ok(Self {
                subject: fields.required("subject")?,
                project: fields.required("project")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Updated {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("operation", "updated")?;
            members.required("type", "project")?;
            members.required("subject", &self.subject)?;
            members.required("project", &self.project)?;
            members.end(&self.extra)
        }
    }

    /// A company hook reports the deletion of a project. No example is printed; the body is taken to be
    /// that of a created project.
    ///
    /// Documented in *Using Deveo Webhooks* and *Example JSON payload for new project created webhook*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Deleted {
        /// The user who deleted the project.
        ///
        /// Documented in *Example JSON payload for new project created webhook*.
        pub subject: super::Subject,
        /// The deleted project.
        ///
        /// Documented in *Using Deveo Webhooks* and *Example JSON payload for new project created webhook*.
        pub project: super::ChangedProject,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl Deleted {
        /// The name of the event: provider and event.
        pub const NAME: &'static str = "deveo/project.deleted";

        /// Reads the payload of this event.
        ///
        /// # Errors
        ///
        /// The text is malformed, or the first place that is not what it must be.
        pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
            types::from_slice(text)
        }
    }

    impl types::FromValue for Deleted {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            fields.fixed("operation", "deleted")?;
            fields.fixed("type", "project")?;
            Ok(Self {
                subject: fields.required("subject")?,
                project: fields.required("project")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Deleted {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("operation", "deleted")?;
            members.required("type", "project")?;
            members.required("subject", &self.subject)?;
            members.required("project", &self.project)?;
            members.end(&self.extra)
        }
    }

    types::deserialize!(Created, Updated, Deleted);

    /// What is inside of [`Created`].
    pub mod created {
        use crate::types;

        /// The new project.
        ///
        /// Documented in *Example JSON payload for new project created webhook*.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Project {
            /// Short name of the project.
            ///
            /// Documented in *Example JSON payload for new project created webhook*.
            pub id: String,
            /// UUID of the project.
            ///
            /// Its documented form: a UUID.
            ///
            /// Documented in *Example JSON payload for new project created webhook*.
            pub uuid: String,
            /// Display name of the project.
            ///
            /// Documented in *Example JSON payload for new project created webhook*.
            pub name: String,
            /// Free text about the project.
            ///
            /// Documented in *Example JSON payload for new project created webhook*.
            pub description: String,
            /// Who may see the project; an open value.
            ///
            /// For instance `"company"`.
            ///
            /// Documented in *Example JSON payload for new project created webhook*.
            pub visibility: String,
            /// The members that are not documented.
            pub extra: types::Extra,
        }

        impl types::FromValue for Project {
            fn from_value(
                value: crate::document::Value<'_>,
            ) -> Result<Self, types::Error> {
                let mut fields = types::Fields::of(value)?;
                Ok(Self {
                    id: fields.required("id")?,
                    uuid: fields.required("uuid")?,
                    name: fields.required("name")?,
                    description: fields.required("description")?,
                    visibility: fields.required("visibility")?,
                    extra: fields.extra(),
                })
            }
        }

        impl serde::Serialize for Project {
            fn serialize<S: serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let mut members = types::Members::<S>::of(serializer)?;
                members.required("id", &self.id)?;
                members.required("uuid", &self.uuid)?;
                members.required("name", &self.name)?;
                members.required("description", &self.description)?;
                members.required("visibility", &self.visibility)?;
                members.end(&self.extra)
            }
        }

        types::deserialize!(Project);
    }
}

/// The payloads of [`Repository`].
pub mod repository {
    use crate::types;

    /// A project hook reports a new repository.
    ///
    /// Documented in *Using Deveo Webhooks* and *Example JSON payload for new repository created webhook*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Created {
        /// The user who created the repository.
        ///
        /// Documented in *Example JSON payload for new repository created webhook*.
        pub subject: super::Subject,
        /// The project the repository belongs to.
        ///
        /// Documented in *Example JSON payload for new repository created webhook*.
        pub project: created::Project,
        /// The new repository.
        ///
        /// Documented in *Example JSON payload for new repository created webhook*.
        pub repository: created::Repository,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl Created {
        /// The name of the event: provider and event.
        pub const NAME: &'static str = "deveo/repository.created";

        /// Reads the payload of this event.
        ///
        /// # Errors
        ///
        /// The text is malformed, or the first place that is not what it must be.
        pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
            types::from_slice(text)
        }
    }

    impl types::FromValue for Created {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            fields.fixed("operation", "created")?;
            fields.fixed("type", "repository")?;
            Ok(Self {
                subject: fields.required("subject")?,
                project: fields.required("project")?,
                repository: fields.required("repository")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Created {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("operation", "created")?;
            members.required("type", "repository")?;
            members.required("subject", &self.subject)?;
            members.required("project", &self.project)?;
            members.required("repository", &self.repository)?;
            members.end(&self.extra)
        }
    }

    types::deserialize!(Created);

    /// What is inside of [`Created`].
    pub mod created {
        use crate::types;

        /// The project the repository belongs to.
        ///
        /// Documented in *Example JSON payload for new repository created webhook*.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Project {
            /// Short name of the project.
            ///
            /// Documented in *Example JSON payload for new repository created webhook*.
            pub id: String,
            /// UUID of the project.
            ///
            /// Its documented form: a UUID.
            ///
            /// Documented in *Example JSON payload for new repository created webhook*.
            pub uuid: String,
            /// Display name of the project.
            ///
            /// Documented in *Example JSON payload for new repository created webhook*.
            pub name: String,
            /// The members that are not documented.
            pub extra: types::Extra,
        }

        impl types::FromValue for Project {
            fn from_value(
                value: crate::document::Value<'_>,
            ) -> Result<Self, types::Error> {
                let mut fields = types::Fields::of(value)?;
                Ok(Self {
                    id: fields.required("id")?,
                    uuid: fields.required("uuid")?,
                    name: fields.required("name")?,
                    extra: fields.extra(),
                })
            }
        }

        impl serde::Serialize for Project {
            fn serialize<S: serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let mut members = types::Members::<S>::of(serializer)?;
                members.required("id", &self.id)?;
                members.required("uuid", &self.uuid)?;
                members.required("name", &self.name)?;
                members.end(&self.extra)
            }
        }

        /// The new repository.
        ///
        /// Documented in *Example JSON payload for new repository created webhook*.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Repository {
            /// Short name of the repository.
            ///
            /// Documented in *Example JSON payload for new repository created webhook*.
            pub id: String,
            /// UUID of the repository.
            ///
            /// Its documented form: a UUID.
            ///
            /// Documented in *Example JSON payload for new repository created webhook*.
            pub uuid: String,
            /// Version control system of the repository; an open value.
            ///
            /// For instance `"git"`.
            ///
            /// Documented in *Example JSON payload for new repository created webhook*.
            pub r#type: String,
            /// The members that are not documented.
            pub extra: types::Extra,
        }

        impl types::FromValue for Repository {
            fn from_value(
                value: crate::document::Value<'_>,
            ) -> Result<Self, types::Error> {
                let mut fields = types::Fields::of(value)?;
                Ok(Self {
                    id: fields.required("id")?,
                    uuid: fields.required("uuid")?,
                    r#type: fields.required("type")?,
                    extra: fields.extra(),
                })
            }
        }

        impl serde::Serialize for Repository {
            fn serialize<S: serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let mut members = types::Members::<S>::of(serializer)?;
                members.required("id", &self.id)?;
                members.required("uuid", &self.uuid)?;
                members.required("type", &self.r#type)?;
                members.end(&self.extra)
            }
        }

        types::deserialize!(Project, Repository);
    }
}

/// What is inside of [`Push`].
pub mod push {
    use crate::types;

    /// The project the repository belongs to.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Project {
        /// UUID of the project.
        ///
        /// Its documented form: a UUID.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub uuid: String,
        /// Display name of the project.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub name: String,
        /// Page of the project.
        ///
        /// Its documented form: an absolute URI such as `https://host/path`.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub url: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Project {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                uuid: fields.required("uuid")?,
                name: fields.required("name")?,
                url: fields.required("url")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Project {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("uuid", &self.uuid)?;
            members.required("name", &self.name)?;
            members.required("url", &self.url)?;
            members.end(&self.extra)
        }
    }

    /// The repository that was pushed to.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Repository {
        /// UUID of the repository.
        ///
        /// Its documented form: a UUID.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub uuid: String,
        /// Name of the repository.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub name: String,
        /// Version control system of the repository; an open value.
        ///
        /// For instance `"git"`.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub r#type: String,
        /// Page of the repository.
        ///
        /// Its documented form: an absolute URI such as `https://host/path`.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub url: String,
        /// Clone address over HTTPS.
        ///
        /// Its documented form: an absolute URI such as `https://host/path`.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub https_url: String,
        /// Clone address over SSH, in scp form and therefore no URI.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub ssh_url: String,
        /// The user who owns the repository.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub owner: Owner,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Repository {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                uuid: fields.required("uuid")?,
                name: fields.required("name")?,
                r#type: fields.required("type")?,
                url: fields.required("url")?,
                https_url: fields.required("https_url")?,
                ssh_url: fields.required("ssh_url")?,
                owner: fields.required("owner")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Repository {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("uuid", &self.uuid)?;
            members.required("name", &self.name)?;
            members.required("type", &self.r#type)?;
            members.required("url", &self.url)?;
            members.required("https_url", &self.https_url)?;
            members.required("ssh_url", &self.ssh_url)?;
            members.required("owner", &self.owner)?;
            members.end(&self.extra)
        }
    }

    /// The user who owns the repository.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Owner {
        /// UUID of the owner.
        ///
        /// Its documented form: a UUID.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub uuid: String,
        /// Login name of the owner.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub name: String,
        /// E-mail address of the owner.
        ///
        /// Its documented form: an e-mail address.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub email: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Owner {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                uuid: fields.required("uuid")?,
                name: fields.required("name")?,
                email: fields.required("email")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Owner {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("uuid", &self.uuid)?;
            members.required("name", &self.name)?;
            members.required("email", &self.email)?;
            members.end(&self.extra)
        }
    }

    /// The user who pushed.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Pusher {
        /// UUID of the pusher.
        ///
        /// Its documented form: a UUID.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub uuid: String,
        /// Login name of the pusher.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub name: String,
        /// Full name of the pusher.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub display_name: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Pusher {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                uuid: fields.required("uuid")?,
                name: fields.required("name")?,
                display_name: fields.required("display_name")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Pusher {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("uuid", &self.uuid)?;
            members.required("name", &self.name)?;
            members.required("display_name", &self.display_name)?;
            members.end(&self.extra)
        }
    }

    /// A commit.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Commit {
        /// Whether the commit is new to the repository; presumed from the name.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub distinct: bool,
        /// Paths the commit removed; only shown empty.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub removed: Vec<String>,
        /// Message of the commit.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub message: String,
        /// Paths the commit added; only shown empty.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub added: Vec<String>,
        /// When the commit was made.
        ///
        /// Its documented form: an RFC 3339 date-time such as 2019-01-01T00:08:00+08:00.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub timestamp: types::Time,
        /// Paths the commit changed.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub modified: Vec<String>,
        /// Page of the commit.
        ///
        /// Its documented form: an absolute URI such as `https://host/path`.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub url: String,
        /// Who wrote the commit.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub author: Author,
        /// Revision of the commit.
        ///
        /// Its documented form: 40 lower-case hexadecimal digits.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub id: types::Revision,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Commit {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                distinct: fields.required("distinct")?,
                removed: fields.required("removed")?,
                message: fields.required("message")?,
                added: fields.required("added")?,
                timestamp: fields.required("timestamp")?,
                modified: fields.required("modified")?,
                url: fields.required("url")?,
                author: fields.required("author")?,
                id: fields.required("id")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Commit {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("distinct", &self.distinct)?;
            members.required("removed", &self.removed)?;
            members.required("message", &self.message)?;
            members.required("added", &self.added)?;
            members.required("timestamp", &self.timestamp)?;
            members.required("modified", &self.modified)?;
            members.required("url", &self.url)?;
            members.required("author", &self.author)?;
            members.required("id", &self.id)?;
            members.end(&self.extra)
        }
    }

    /// Who wrote the commit.
    ///
    /// Documented in *Example JSON payload for new commit pushed webhook*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Author {
        /// Full name of the author.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub name: String,
        /// E-mail address of the author.
        ///
        /// Its documented form: an e-mail address.
        ///
        /// Documented in *Example JSON payload for new commit pushed webhook*.
        pub email: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Author {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                name: fields.required("name")?,
                email: fields.required("email")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Author {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("name", &self.name)?;
            members.required("email", &self.email)?;
            members.end(&self.extra)
        }
    }

    types::deserialize!(Project, Repository, Owner, Pusher, Commit, Author);
}
