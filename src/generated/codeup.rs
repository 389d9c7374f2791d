// Made by `cargo xtask codegen` from `schemas/`: change those, not this file.
//! The payloads of Alibaba Cloud DevOps Codeup, as [Webhooks
//! settings](https://www.alibabacloud.com/help/en/yunxiao/user-guide/webhooks-settings-1) documents
//! them.

use crate::types;

/// An event of Alibaba Cloud DevOps Codeup.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// Somebody pushes commits to a repository.
    Push(Push),
    /// Somebody creates or deletes a tag.
    TagPush(TagPush),
    /// The events of `note`.
    Note(Note),
    /// Somebody opens a merge request, its status changes, or its source branch gets a new commit.
    MergeRequest(MergeRequest),
    /// Somebody presses the test button of the console.
    Test(Test),
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
            Self::Push(_) => Some(Push::NAME),
            Self::TagPush(_) => Some(TagPush::NAME),
            Self::Note(event) => Some(event.name()),
            Self::MergeRequest(_) => Some(MergeRequest::NAME),
            Self::Test(_) => Some(Test::NAME),
            Self::Unknown(unknown) => unknown.name.as_deref(),
        }
    }
}

impl serde::Serialize for Event {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Push(event) => event.serialize(serializer),
            Self::TagPush(event) => event.serialize(serializer),
            Self::Note(event) => event.serialize(serializer),
            Self::MergeRequest(event) => event.serialize(serializer),
            Self::Test(event) => event.serialize(serializer),
            Self::Unknown(unknown) => unknown.body.serialize(serializer),
        }
    }
}

/// The provider's id.
pub const PROVIDER: &str = "codeup";

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
                    "push" => Self::Push(types::FromValue::from_value(body)?),
                    "tag_push" => Self::TagPush(types::FromValue::from_value(body)?),
                    "note.commit" => {
                        Self::Note(Note::Commit(types::FromValue::from_value(body)?))
                    }
                    "note.merge_request" => {
                        Self::Note(
                            Note::MergeRequest(types::FromValue::from_value(body)?),
                        )
                    }
                    "merge_request" => {
                        Self::MergeRequest(types::FromValue::from_value(body)?)
                    }
                    "test" => Self::Test(types::FromValue::from_value(body)?),
                    _ => return Ok(None),
                },
            ),
        )
    }

    fn unknown(unknown: types::Unknown) -> Self {
        Self::Unknown(unknown)
    }
}

/// Commits were pushed to a repository.
///
/// Documented in *Push event*.
#[derive(Debug, Clone, PartialEq)]
pub struct Push {
    /// The commit that the ref pointed to before the push.
    ///
    /// Its documented form: 40 lower-case hexadecimal digits.
    ///
    /// Documented in *Push event*.
    pub before: types::Revision,
    /// The commit that the ref points to after the push.
    ///
    /// Its documented form: 40 lower-case hexadecimal digits.
    ///
    /// Documented in *Push event*.
    pub after: types::Revision,
    /// The full name of the ref that was pushed.
    ///
    /// Its documented form: a ref that begins with refs/.
    ///
    /// Documented in *Push event*.
    pub r#ref: types::RefName,
    /// The number of the user who pushed.
    ///
    /// Documented in *Push event*.
    pub user_id: i64,
    /// The name of the user who pushed.
    ///
    /// Documented in *Push event*.
    pub user_name: String,
    /// The e-mail address of the user who pushed.
    ///
    /// Its documented form: an e-mail address.
    ///
    /// Documented in *Push event*.
    pub user_email: String,
    /// The number of the project.
    ///
    /// Documented in *Push event*.
    pub project_id: i64,
    /// The repository that was pushed to.
    ///
    /// Documented in *Push event*.
    pub repository: Repository,
    /// The commits that were pushed.
    ///
    /// Documented in *Push event*.
    pub commits: Vec<Commit>,
    /// How many commits were pushed.
    ///
    /// Documented in *Push event*.
    pub total_commits_count: i64,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl Push {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "codeup/push";

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
        fields.fixed("object_kind", "push")?;
        Ok(Self {
            before: fields.required("before")?,
            after: fields.required("after")?,
            r#ref: fields.required("ref")?,
            user_id: fields.required("user_id")?,
            user_name: fields.required("user_name")?,
            user_email: fields.required("user_email")?,
            project_id: fields.required("project_id")?,
            repository: fields.required("repository")?,
            commits: fields.required("commits")?,
            total_commits_count: fields.required("total_commits_count")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Push {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("object_kind", "push")?;
        members.required("before", &self.before)?;
        members.required("after", &self.after)?;
        members.required("ref", &self.r#ref)?;
        members.required("user_id", &self.user_id)?;
        members.required("user_name", &self.user_name)?;
        members.required("user_email", &self.user_email)?;
        members.required("project_id", &self.project_id)?;
        members.required("repository", &self.repository)?;
        members.required("commits", &self.commits)?;
        members.required("total_commits_count", &self.total_commits_count)?;
        members.end(&self.extra)
    }
}

/// The repository that was pushed to.
#[derive(Debug, Clone, PartialEq)]
pub struct Repository {
    /// The repository's name.
    ///
    /// Documented in *Push event* and *Tag push event*.
    pub name: String,
    /// The address to clone from, as SSH or HTTPS writes it; no form is promised.
    ///
    /// Documented in *Push event* and *Tag push event*.
    pub url: String,
    /// What the repository is about; may be empty.
    ///
    /// Documented in *Push event* and *Tag push event*.
    pub description: String,
    /// The page of the repository.
    ///
    /// Its documented form: an absolute URI such as `https://host/path`.
    ///
    /// Documented in *Push event* and *Tag push event*.
    pub homepage: String,
    /// The address to clone from over HTTPS.
    ///
    /// Its documented form: an absolute URI such as `https://host/path`.
    ///
    /// Documented in *Push event* and *Tag push event*.
    pub git_http_url: String,
    /// The address to clone from over SSH, `user@host:path`.
    ///
    /// Documented in *Push event* and *Tag push event*.
    pub git_ssh_url: String,
    /// Who can see the repository, as a number whose meaning is not documented.
    ///
    /// For instance `0`.
    ///
    /// Documented in *Push event* and *Tag push event*.
    pub visibility_level: i64,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for Repository {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            name: fields.required("name")?,
            url: fields.required("url")?,
            description: fields.required("description")?,
            homepage: fields.required("homepage")?,
            git_http_url: fields.required("git_http_url")?,
            git_ssh_url: fields.required("git_ssh_url")?,
            visibility_level: fields.required("visibility_level")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Repository {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("name", &self.name)?;
        members.required("url", &self.url)?;
        members.required("description", &self.description)?;
        members.required("homepage", &self.homepage)?;
        members.required("git_http_url", &self.git_http_url)?;
        members.required("git_ssh_url", &self.git_ssh_url)?;
        members.required("visibility_level", &self.visibility_level)?;
        members.end(&self.extra)
    }
}

/// A commit of a repository.
#[derive(Debug, Clone, PartialEq)]
pub struct Commit {
    /// The hash of the commit.
    ///
    /// Its documented form: 40 lower-case hexadecimal digits.
    ///
    /// Documented in *Push event*, *Commit comment*, *Code review comment* and *Code review event*.
    pub id: types::Revision,
    /// The commit message, line feeds included.
    ///
    /// Documented in *Push event*, *Commit comment*, *Code review comment* and *Code review event*.
    pub message: String,
    /// When the commit was made.
    ///
    /// Its documented form: an RFC 3339 date-time such as 2019-01-01T00:08:00+08:00.
    ///
    /// Documented in *Push event*, *Commit comment*, *Code review comment* and *Code review event*.
    pub timestamp: types::Time,
    /// The page of the commit.
    ///
    /// Its documented form: an absolute URI such as `https://host/path`.
    ///
    /// Documented in *Push event*, *Commit comment*, *Code review comment* and *Code review event*.
    pub url: String,
    /// Who wrote the commit.
    ///
    /// Documented in *Push event*, *Commit comment*, *Code review comment* and *Code review event*.
    pub author: Author,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for Commit {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            id: fields.required("id")?,
            message: fields.required("message")?,
            timestamp: fields.required("timestamp")?,
            url: fields.required("url")?,
            author: fields.required("author")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Commit {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("id", &self.id)?;
        members.required("message", &self.message)?;
        members.required("timestamp", &self.timestamp)?;
        members.required("url", &self.url)?;
        members.required("author", &self.author)?;
        members.end(&self.extra)
    }
}

/// Who wrote a commit.
#[derive(Debug, Clone, PartialEq)]
pub struct Author {
    /// The author's name.
    ///
    /// Documented in *Push event*, *Commit comment*, *Code review comment* and *Code review event*.
    pub name: String,
    /// The author's e-mail address.
    ///
    /// Its documented form: an e-mail address.
    ///
    /// Documented in *Push event*, *Commit comment*, *Code review comment* and *Code review event*.
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
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("name", &self.name)?;
        members.required("email", &self.email)?;
        members.end(&self.extra)
    }
}

/// A tag was created or deleted.
///
/// Documented in *Tag push event*.
#[derive(Debug, Clone, PartialEq)]
pub struct TagPush {
    /// The full name of the tag.
    ///
    /// Its documented form: a ref that begins with refs/tags/.
    ///
    /// Documented in *Tag push event*.
    pub r#ref: types::RefName,
    /// What the tag pointed to before; 40 zeros for a tag that was created.
    ///
    /// Its documented form: 40 lower-case hexadecimal digits.
    ///
    /// Documented in *Tag push event*.
    pub before: types::Revision,
    /// What the tag points to now; 40 zeros for a tag that was deleted.
    ///
    /// Its documented form: 40 lower-case hexadecimal digits.
    ///
    /// Documented in *Tag push event*.
    pub after: types::Revision,
    /// The number of the user who pushed.
    ///
    /// Documented in *Tag push event*.
    pub user_id: i64,
    /// The name of the user who pushed.
    ///
    /// Documented in *Tag push event*.
    pub user_name: String,
    /// The number of the project.
    ///
    /// Documented in *Tag push event*.
    pub project_id: i64,
    /// The repository that holds the tag.
    ///
    /// Documented in *Tag push event*.
    pub repository: Repository,
    /// The commits that came with the tag; empty in the example.
    ///
    /// Documented in *Tag push event* and *Push event*.
    pub commits: Vec<Commit>,
    /// How many commits came with the tag.
    ///
    /// Documented in *Tag push event*.
    pub total_commits_count: i64,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl TagPush {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "codeup/tag_push";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for TagPush {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        fields.fixed("object_kind", "tag_push")?;
        Ok(Self {
            r#ref: fields.required("ref")?,
            before: fields.required("before")?,
            after: fields.required("after")?,
            user_id: fields.required("user_id")?,
            user_name: fields.required("user_name")?,
            project_id: fields.required("project_id")?,
            repository: fields.required("repository")?,
            commits: fields.required("commits")?,
            total_commits_count: fields.required("total_commits_count")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for TagPush {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("object_kind", "tag_push")?;
        members.required("ref", &self.r#ref)?;
        members.required("before", &self.before)?;
        members.required("after", &self.after)?;
        members.required("user_id", &self.user_id)?;
        members.required("user_name", &self.user_name)?;
        members.required("project_id", &self.project_id)?;
        members.required("repository", &self.repository)?;
        members.required("commits", &self.commits)?;
        members.required("total_commits_count", &self.total_commits_count)?;
        members.end(&self.extra)
    }
}

/// The events of `note`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Note {
    /// Somebody comments on a commit.
    Commit(note::Commit),
    /// Somebody comments on a merge request, which the document calls a code review.
    MergeRequest(note::MergeRequest),
}

impl Note {
    /// The name of the event: provider and event.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Commit(_) => note::Commit::NAME,
            Self::MergeRequest(_) => note::MergeRequest::NAME,
        }
    }
}

impl serde::Serialize for Note {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Commit(event) => event.serialize(serializer),
            Self::MergeRequest(event) => event.serialize(serializer),
        }
    }
}

/// The account that caused the event.
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// The name that is displayed.
    ///
    /// Documented in *Commit comment*, *Code review comment* and *Code review event*.
    pub name: String,
    /// The name of the account.
    ///
    /// Documented in *Commit comment*, *Code review comment* and *Code review event*.
    pub username: String,
    /// The address of the user's picture; empty in every example.
    ///
    /// Documented in *Commit comment*, *Code review comment* and *Code review event*.
    pub avatar_url: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for User {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            name: fields.required("name")?,
            username: fields.required("username")?,
            avatar_url: fields.required("avatar_url")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for User {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("name", &self.name)?;
        members.required("username", &self.username)?;
        members.required("avatar_url", &self.avatar_url)?;
        members.end(&self.extra)
    }
}

/// The repository that a comment belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct NoteRepository {
    /// The repository's name.
    ///
    /// Documented in *Commit comment* and *Code review comment*.
    pub name: String,
    /// The address to clone from; no form is promised.
    ///
    /// Documented in *Commit comment* and *Code review comment*.
    pub url: String,
    /// What the repository is about.
    ///
    /// Documented in *Commit comment* and *Code review comment*.
    pub description: String,
    /// The page of the repository.
    ///
    /// Its documented form: an absolute URI such as `https://host/path`.
    ///
    /// Documented in *Commit comment* and *Code review comment*.
    pub homepage: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for NoteRepository {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            name: fields.required("name")?,
            url: fields.required("url")?,
            description: fields.required("description")?,
            homepage: fields.required("homepage")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for NoteRepository {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("name", &self.name)?;
        members.required("url", &self.url)?;
        members.required("description", &self.description)?;
        members.required("homepage", &self.homepage)?;
        members.end(&self.extra)
    }
}

/// The change of the file that a comment was made on; null for a comment on no file.
#[derive(Debug, Clone, PartialEq)]
pub struct StDiff {
    /// The change as a unified diff.
    ///
    /// Documented in *Commit comment*.
    pub diff: String,
    /// The path of the file after the change.
    ///
    /// Documented in *Commit comment*.
    pub new_path: String,
    /// The path of the file before the change.
    ///
    /// Documented in *Commit comment*.
    pub old_path: String,
    /// The file mode before the change.
    ///
    /// Its documented form: octal digits.
    ///
    /// Documented in *Commit comment*.
    pub a_mode: String,
    /// The file mode after the change.
    ///
    /// Its documented form: octal digits.
    ///
    /// Documented in *Commit comment*.
    pub b_mode: String,
    /// Whether the change adds the file.
    ///
    /// Documented in *Commit comment*.
    pub new_file: bool,
    /// Whether the change renames the file.
    ///
    /// Documented in *Commit comment*.
    pub renamed_file: bool,
    /// Whether the change deletes the file.
    ///
    /// Documented in *Commit comment*.
    pub deleted_file: bool,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for StDiff {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            diff: fields.required("diff")?,
            new_path: fields.required("new_path")?,
            old_path: fields.required("old_path")?,
            a_mode: fields.required("a_mode")?,
            b_mode: fields.required("b_mode")?,
            new_file: fields.required("new_file")?,
            renamed_file: fields.required("renamed_file")?,
            deleted_file: fields.required("deleted_file")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for StDiff {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("diff", &self.diff)?;
        members.required("new_path", &self.new_path)?;
        members.required("old_path", &self.old_path)?;
        members.required("a_mode", &self.a_mode)?;
        members.required("b_mode", &self.b_mode)?;
        members.required("new_file", &self.new_file)?;
        members.required("renamed_file", &self.renamed_file)?;
        members.required("deleted_file", &self.deleted_file)?;
        members.end(&self.extra)
    }
}

/// The project on one side of a merge request.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    /// The project's name.
    ///
    /// Documented in *Code review comment* and *Code review event*.
    pub name: String,
    /// The address to clone from over SSH, `user@host:path`.
    ///
    /// Documented in *Code review comment* and *Code review event*.
    pub ssh_url: String,
    /// The address to clone from over HTTPS.
    ///
    /// Its documented form: an absolute URI such as `https://host/path`.
    ///
    /// Documented in *Code review comment* and *Code review event*.
    pub http_url: String,
    /// The page of the project.
    ///
    /// Its documented form: an absolute URI such as `https://host/path`.
    ///
    /// Documented in *Code review comment* and *Code review event*.
    pub web_url: String,
    /// The namespace that the project belongs to.
    ///
    /// Documented in *Code review comment* and *Code review event*.
    pub namespace: String,
    /// Who can see the project, as a number whose meaning is not documented.
    ///
    /// For instance `10`.
    ///
    /// Documented in *Code review comment* and *Code review event*.
    pub visibility_level: i64,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for Project {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            name: fields.required("name")?,
            ssh_url: fields.required("ssh_url")?,
            http_url: fields.required("http_url")?,
            web_url: fields.required("web_url")?,
            namespace: fields.required("namespace")?,
            visibility_level: fields.required("visibility_level")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Project {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("name", &self.name)?;
        members.required("ssh_url", &self.ssh_url)?;
        members.required("http_url", &self.http_url)?;
        members.required("web_url", &self.web_url)?;
        members.required("namespace", &self.namespace)?;
        members.required("visibility_level", &self.visibility_level)?;
        members.end(&self.extra)
    }
}

/// A merge request, which the document calls a code review, was opened or changed, or got a new
/// commit.
///
/// Documented in *Code review event*.
#[derive(Debug, Clone, PartialEq)]
pub struct MergeRequest {
    /// The user who acted on the merge request.
    ///
    /// Documented in *Code review event*.
    pub user: User,
    /// The merge request and what happened to it.
    ///
    /// Documented in *Code review event*.
    pub object_attributes: merge_request::ObjectAttributes,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl MergeRequest {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "codeup/merge_request";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for MergeRequest {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        fields.fixed("object_kind", "merge_request")?;
        Ok(Self {
            user: fields.required("user")?,
            object_attributes: fields.required("object_attributes")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for MergeRequest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("object_kind", "merge_request")?;
        members.required("user", &self.user)?;
        members.required("object_attributes", &self.object_attributes)?;
        members.end(&self.extra)
    }
}

/// Somebody pressed the test button of the console; the body has two members and no kind.
///
/// Documented in *Example of a Webhook endpoint*.
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    /// The commit before the push that the test stands for.
    ///
    /// Its documented form: 40 lower-case hexadecimal digits.
    ///
    /// Documented in *Example of a Webhook endpoint*.
    pub before: types::Revision,
    /// The commit after the push that the test stands for.
    ///
    /// Its documented form: 40 lower-case hexadecimal digits.
    ///
    /// Documented in *Example of a Webhook endpoint*.
    pub after: types::Revision,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl Test {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "codeup/test";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for Test {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            before: fields.required("before")?,
            after: fields.required("after")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Test {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("before", &self.before)?;
        members.required("after", &self.after)?;
        members.end(&self.extra)
    }
}

types::deserialize!(
    Push, Repository, Commit, Author, TagPush, User, NoteRepository, StDiff, Project,
    MergeRequest, Test
);

/// The payloads of [`Note`].
pub mod note {
    use crate::types;

    /// Somebody commented on a commit.
    ///
    /// Documented in *Comment event* and *Commit comment*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Commit {
        /// The user who commented.
        ///
        /// Documented in *Commit comment*.
        pub user: super::User,
        /// The number of the project.
        ///
        /// Documented in *Commit comment*.
        pub project_id: i64,
        /// The repository that the comment belongs to.
        ///
        /// Documented in *Commit comment*.
        pub repository: super::NoteRepository,
        /// The comment.
        ///
        /// Documented in *Commit comment* and *Comment event*.
        pub object_attributes: commit::ObjectAttributes,
        /// The commit that was commented on.
        ///
        /// Documented in *Commit comment*.
        pub commit: super::Commit,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl Commit {
        /// The name of the event: provider and event.
        pub const NAME: &'static str = "codeup/note.commit";

        /// Reads the payload of this event.
        ///
        /// # Errors
        ///
        /// The text is malformed, or the first place that is not what it must be.
        pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
            types::from_slice(text)
        }
    }

    impl types::FromValue for Commit {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            fields.fixed("object_kind", "note")?;
            Ok(Self {
                user: fields.required("user")?,
                project_id: fields.required("project_id")?,
                repository: fields.required("repository")?,
                object_attributes: fields.required("object_attributes")?,
                commit: fields.required("commit")?,
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
            members.required("object_kind", "note")?;
            members.required("user", &self.user)?;
            members.required("project_id", &self.project_id)?;
            members.required("repository", &self.repository)?;
            members.required("object_attributes", &self.object_attributes)?;
            members.required("commit", &self.commit)?;
            members.end(&self.extra)
        }
    }

    /// Somebody commented on a merge request, which the document calls a code review.
    ///
    /// Documented in *Comment event* and *Code review comment*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct MergeRequest {
        /// The user who commented.
        ///
        /// Documented in *Code review comment*.
        pub user: super::User,
        /// The number of the project.
        ///
        /// Documented in *Code review comment*.
        pub project_id: i64,
        /// The repository that the comment belongs to.
        ///
        /// Documented in *Code review comment*.
        pub repository: super::NoteRepository,
        /// The comment.
        ///
        /// Documented in *Code review comment* and *Comment event*.
        pub object_attributes: merge_request::ObjectAttributes,
        /// The merge request that was commented on.
        ///
        /// Documented in *Code review comment*.
        pub merge_request: merge_request::MergeRequest,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl MergeRequest {
        /// The name of the event: provider and event.
        pub const NAME: &'static str = "codeup/note.merge_request";

        /// Reads the payload of this event.
        ///
        /// # Errors
        ///
        /// The text is malformed, or the first place that is not what it must be.
        pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
            types::from_slice(text)
        }
    }

    impl types::FromValue for MergeRequest {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            fields.fixed("object_kind", "note")?;
            Ok(Self {
                user: fields.required("user")?,
                project_id: fields.required("project_id")?,
                repository: fields.required("repository")?,
                object_attributes: fields.required("object_attributes")?,
                merge_request: fields.required("merge_request")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for MergeRequest {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("object_kind", "note")?;
            members.required("user", &self.user)?;
            members.required("project_id", &self.project_id)?;
            members.required("repository", &self.repository)?;
            members.required("object_attributes", &self.object_attributes)?;
            members.required("merge_request", &self.merge_request)?;
            members.end(&self.extra)
        }
    }

    types::deserialize!(Commit, MergeRequest);

    /// What is inside of [`Commit`].
    pub mod commit {
        use crate::types;

        /// The comment.
        ///
        /// Documented in *Commit comment* and *Comment event*.
        #[derive(Debug, Clone, PartialEq)]
        pub struct ObjectAttributes {
            /// The number of the comment.
            ///
            /// Documented in *Commit comment*.
            pub id: i64,
            /// The text of the comment.
            ///
            /// Documented in *Commit comment*.
            pub note: String,
            /// The number of the user who commented.
            ///
            /// Documented in *Commit comment*.
            pub author_id: i64,
            /// When the comment was made.
            ///
            /// Its documented form: a time such as 2019-05-17 18:08:09 UTC or an RFC 3339 date-time.
            ///
            /// Documented in *Commit comment* and *Code review event*.
            pub created_at: types::Time,
            /// When the comment was last changed.
            ///
            /// Its documented form: a time such as 2019-05-17 18:08:09 UTC or an RFC 3339 date-time.
            ///
            /// Documented in *Commit comment* and *Code review event*.
            pub updated_at: types::Time,
            /// The number of the project.
            ///
            /// Documented in *Commit comment*.
            pub project_id: i64,
            /// What is attached to the comment; the examples only show null.
            ///
            /// Documented in *Commit comment*.
            pub attachment: serde_json::Value,
            /// The line that the comment was made on.
            ///
            /// Its documented form: 40 lower-case hexadecimal digits and two decimal numbers, joined by
            /// underscores.
            ///
            /// Documented in *Commit comment* and *Code review comment*.
            pub line_code: types::Nullable<String>,
            /// The hash of the commit that was commented on.
            ///
            /// Its documented form: 40 lower-case hexadecimal digits.
            ///
            /// Documented in *Commit comment*.
            pub commit_id: types::Revision,
            /// Whether Codeup wrote the comment itself.
            ///
            /// Documented in *Commit comment*.
            pub system: bool,
            /// The change that the comment was made on.
            ///
            /// Documented in *Commit comment* and *Code review comment*.
            pub st_diff: types::Nullable<super::super::StDiff>,
            /// The page of the comment.
            ///
            /// Its documented form: an absolute URI such as `https://host/path`.
            ///
            /// Documented in *Commit comment*.
            pub url: String,
            /// The members that are not documented.
            pub extra: types::Extra,
        }

        impl types::FromValue for ObjectAttributes {
            fn from_value(
                value: crate::document::Value<'_>,
            ) -> Result<Self, types::Error> {
                let mut fields = types::Fields::of(value)?;
                fields.fixed("noteable_type", "Commit")?;
                fields.required::<()>("noteable_id")?;
                Ok(Self {
                    id: fields.required("id")?,
                    note: fields.required("note")?,
                    author_id: fields.required("author_id")?,
                    created_at: fields.required("created_at")?,
                    updated_at: fields.required("updated_at")?,
                    project_id: fields.required("project_id")?,
                    attachment: fields.required("attachment")?,
                    line_code: fields.required("line_code")?,
                    commit_id: fields.required("commit_id")?,
                    system: fields.required("system")?,
                    st_diff: fields.required("st_diff")?,
                    url: fields.required("url")?,
                    extra: fields.extra(),
                })
            }
        }

        impl serde::Serialize for ObjectAttributes {
            fn serialize<S: serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let mut members = types::Members::<S>::of(serializer)?;
                members.required("id", &self.id)?;
                members.required("note", &self.note)?;
                members.required("noteable_type", "Commit")?;
                members.required("author_id", &self.author_id)?;
                members.required("created_at", &self.created_at)?;
                members.required("updated_at", &self.updated_at)?;
                members.required("project_id", &self.project_id)?;
                members.required("attachment", &self.attachment)?;
                members.required("line_code", &self.line_code)?;
                members.required("commit_id", &self.commit_id)?;
                members.required("noteable_id", &())?;
                members.required("system", &self.system)?;
                members.required("st_diff", &self.st_diff)?;
                members.required("url", &self.url)?;
                members.end(&self.extra)
            }
        }

        types::deserialize!(ObjectAttributes);
    }

    /// What is inside of [`MergeRequest`].
    pub mod merge_request {
        use crate::types;

        /// The comment.
        ///
        /// Documented in *Code review comment* and *Comment event*.
        #[derive(Debug, Clone, PartialEq)]
        pub struct ObjectAttributes {
            /// The number of the comment.
            ///
            /// Documented in *Code review comment*.
            pub id: i64,
            /// The text of the comment.
            ///
            /// Documented in *Code review comment*.
            pub note: String,
            /// The number of the user who commented.
            ///
            /// Documented in *Code review comment*.
            pub author_id: i64,
            /// When the comment was made.
            ///
            /// Its documented form: a time such as 2019-05-17 18:08:09 UTC or an RFC 3339 date-time.
            ///
            /// Documented in *Code review comment* and *Code review event*.
            pub created_at: types::Time,
            /// When the comment was last changed.
            ///
            /// Its documented form: a time such as 2019-05-17 18:08:09 UTC or an RFC 3339 date-time.
            ///
            /// Documented in *Code review comment* and *Code review event*.
            pub updated_at: types::Time,
            /// The number of the project.
            ///
            /// Documented in *Code review comment*.
            pub project_id: i64,
            /// What is attached to the comment; the examples only show null.
            ///
            /// Documented in *Code review comment*.
            pub attachment: serde_json::Value,
            /// The line that the comment was made on.
            ///
            /// Its documented form: 40 lower-case hexadecimal digits and two decimal numbers, joined by
            /// underscores.
            ///
            /// Documented in *Code review comment* and *Commit comment*.
            pub line_code: types::Nullable<String>,
            /// Always empty: the comment was made on no single commit.
            ///
            /// Documented to be `""`.
            ///
            /// Documented in *Code review comment*.
            pub commit_id: CommitId,
            /// The number of the merge request that was commented on.
            ///
            /// Documented in *Code review comment*.
            pub noteable_id: i64,
            /// Whether Codeup wrote the comment itself.
            ///
            /// Documented in *Code review comment*.
            pub system: bool,
            /// The change that the comment was made on.
            ///
            /// Documented in *Code review comment* and *Commit comment*.
            pub st_diff: types::Nullable<super::super::StDiff>,
            /// The page of the comment.
            ///
            /// Its documented form: an absolute URI such as `https://host/path`.
            ///
            /// Documented in *Code review comment*.
            pub url: String,
            /// The members that are not documented.
            pub extra: types::Extra,
        }

        impl types::FromValue for ObjectAttributes {
            fn from_value(
                value: crate::document::Value<'_>,
            ) -> Result<Self, types::Error> {
                let mut fields = types::Fields::of(value)?;
                fields.fixed("noteable_type", "MergeRequest")?;
                Ok(Self {
                    id: fields.required("id")?,
                    note: fields.required("note")?,
                    author_id: fields.required("author_id")?,
                    created_at: fields.required("created_at")?,
                    updated_at: fields.required("updated_at")?,
                    project_id: fields.required("project_id")?,
                    attachment: fields.required("attachment")?,
                    line_code: fields.required("line_code")?,
                    commit_id: fields.required("commit_id")?,
                    noteable_id: fields.required("noteable_id")?,
                    system: fields.required("system")?,
                    st_diff: fields.required("st_diff")?,
                    url: fields.required("url")?,
                    extra: fields.extra(),
                })
            }
        }

        impl serde::Serialize for ObjectAttributes {
            fn serialize<S: serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let mut members = types::Members::<S>::of(serializer)?;
                members.required("id", &self.id)?;
                members.required("note", &self.note)?;
                members.required("noteable_type", "MergeRequest")?;
                members.required("author_id", &self.author_id)?;
                members.required("created_at", &self.created_at)?;
                members.required("updated_at", &self.updated_at)?;
                members.required("project_id", &self.project_id)?;
                members.required("attachment", &self.attachment)?;
                members.required("line_code", &self.line_code)?;
                members.required("commit_id", &self.commit_id)?;
                members.required("noteable_id", &self.noteable_id)?;
                members.required("system", &self.system)?;
                members.required("st_diff", &self.st_diff)?;
                members.required("url", &self.url)?;
                members.end(&self.extra)
            }
        }

        /// Always empty: the comment was made on no single commit.
        ///
        /// Documented to be `""`.
        ///
        /// Documented in *Code review comment*.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum CommitId {
            /// Empty.
            Empty,
            /// A value that is not documented.
            Other(String),
        }

        types::open_values!(CommitId, Empty = "");

        /// The merge request that was commented on.
        ///
        /// Documented in *Code review comment*.
        #[derive(Debug, Clone, PartialEq)]
        pub struct MergeRequest {
            /// The number of the merge request.
            ///
            /// Documented in *Code review comment*.
            pub id: i64,
            /// The branch to merge into.
            ///
            /// Documented in *Code review comment*.
            pub target_branch: String,
            /// The branch to merge.
            ///
            /// Documented in *Code review comment*.
            pub source_branch: String,
            /// The number of the project that holds the source branch.
            ///
            /// Documented in *Code review comment*.
            pub source_project_id: i64,
            /// The number of the user who opened the merge request.
            ///
            /// Documented in *Code review comment*.
            pub author_id: i64,
            /// The number of the user whom the merge request is assigned to.
            ///
            /// Documented in *Code review comment*.
            pub assignee_id: i64,
            /// The title.
            ///
            /// Documented in *Code review comment*.
            pub title: String,
            /// When the merge request was opened.
            ///
            /// Its documented form: a time such as 2019-05-17 18:08:09 UTC or an RFC 3339 date-time.
            ///
            /// Documented in *Code review comment* and *Code review event*.
            pub created_at: types::Time,
            /// When the merge request was last changed.
            ///
            /// Its documented form: a time such as 2019-05-17 18:08:09 UTC or an RFC 3339 date-time.
            ///
            /// Documented in *Code review comment* and *Code review event*.
            pub updated_at: types::Time,
            /// The milestone that the merge request belongs to.
            ///
            /// Documented in *Code review comment* and *Code review event*.
            pub milestone_id: types::Nullable<i64>,
            /// The state of the merge request; no list of states is documented.
            ///
            /// For instance `"opened"`.
            ///
            /// Documented in *Code review comment*.
            pub state: String,
            /// Whether the branches can be merged; no list of values is documented.
            ///
            /// For instance `"cannot_be_merged"` or `"unchecked"`.
            ///
            /// Documented in *Code review comment* and *Code review event*.
            pub merge_status: String,
            /// The number of the project that holds the target branch.
            ///
            /// Documented in *Code review comment*.
            pub target_project_id: i64,
            /// The number of the merge request in the address of its page.
            ///
            /// Documented in *Code review comment*.
            pub iid: i64,
            /// The description; may be empty.
            ///
            /// Documented in *Code review comment*.
            pub description: String,
            /// The position of the merge request; what it counts is not documented.
            ///
            /// Documented in *Code review comment*.
            pub position: i64,
            /// When the merge request was locked; the example only shows null.
            ///
            /// Documented in *Code review comment*.
            pub locked_at: serde_json::Value,
            /// The project that holds the source branch.
            ///
            /// Documented in *Code review comment*.
            pub source: super::super::Project,
            /// The project that holds the target branch.
            ///
            /// Documented in *Code review comment*.
            pub target: super::super::Project,
            /// The newest commit of the source branch.
            ///
            /// Documented in *Code review comment*.
            pub last_commit: super::super::Commit,
            /// Whether the merge request is not ready to be merged yet.
            ///
            /// Documented in *Code review comment*.
            pub work_in_progress: bool,
            /// The members that are not documented.
            pub extra: types::Extra,
        }

        impl types::FromValue for MergeRequest {
            fn from_value(
                value: crate::document::Value<'_>,
            ) -> Result<Self, types::Error> {
                let mut fields = types::Fields::of(value)?;
                Ok(Self {
                    id: fields.required("id")?,
                    target_branch: fields.required("target_branch")?,
                    source_branch: fields.required("source_branch")?,
                    source_project_id: fields.required("source_project_id")?,
                    author_id: fields.required("author_id")?,
                    assignee_id: fields.required("assignee_id")?,
                    title: fields.required("title")?,
                    created_at: fields.required("created_at")?,
                    updated_at: fields.required("updated_at")?,
                    milestone_id: fields.required("milestone_id")?,
                    state: fields.required("state")?,
                    merge_status: fields.required("merge_status")?,
                    target_project_id: fields.required("target_project_id")?,
                    iid: fields.required("iid")?,
                    description: fields.required("description")?,
                    position: fields.required("position")?,
                    locked_at: fields.required("locked_at")?,
                    source: fields.required("source")?,
                    target: fields.required("target")?,
                    last_commit: fields.required("last_commit")?,
                    work_in_progress: fields.required("work_in_progress")?,
                    extra: fields.extra(),
                })
            }
        }

        impl serde::Serialize for MergeRequest {
            fn serialize<S: serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let mut members = types::Members::<S>::of(serializer)?;
                members.required("id", &self.id)?;
                members.required("target_branch", &self.target_branch)?;
                members.required("source_branch", &self.source_branch)?;
                members.required("source_project_id", &self.source_project_id)?;
                members.required("author_id", &self.author_id)?;
                members.required("assignee_id", &self.assignee_id)?;
                members.required("title", &self.title)?;
                members.required("created_at", &self.created_at)?;
                members.required("updated_at", &self.updated_at)?;
                members.required("milestone_id", &self.milestone_id)?;
                members.required("state", &self.state)?;
                members.required("merge_status", &self.merge_status)?;
                members.required("target_project_id", &self.target_project_id)?;
                members.required("iid", &self.iid)?;
                members.required("description", &self.description)?;
                members.required("position", &self.position)?;
                members.required("locked_at", &self.locked_at)?;
                members.required("source", &self.source)?;
                members.required("target", &self.target)?;
                members.required("last_commit", &self.last_commit)?;
                members.required("work_in_progress", &self.work_in_progress)?;
                members.end(&self.extra)
            }
        }

        types::deserialize!(ObjectAttributes, MergeRequest);
    }
}

/// What is inside of [`MergeRequest`].
pub mod merge_request {
    use crate::types;

    /// The merge request and what happened to it.
    ///
    /// Documented in *Code review event*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ObjectAttributes {
        /// The number of the merge request.
        ///
        /// Documented in *Code review event*.
        pub id: i64,
        /// The branch to merge into.
        ///
        /// Documented in *Code review event*.
        pub target_branch: String,
        /// The branch to merge.
        ///
        /// Documented in *Code review event*.
        pub source_branch: String,
        /// The number of the project that holds the source branch.
        ///
        /// Documented in *Code review event*.
        pub source_project_id: i64,
        /// The number of the user who opened the merge request.
        ///
        /// Documented in *Code review event*.
        pub author_id: i64,
        /// The number of the user whom the merge request is assigned to.
        ///
        /// Documented in *Code review event*.
        pub assignee_id: i64,
        /// The title.
        ///
        /// Documented in *Code review event*.
        pub title: String,
        /// When the merge request was opened.
        ///
        /// Its documented form: an RFC 3339 date-time such as 2019-01-01T00:08:00+08:00.
        ///
        /// Documented in *Code review event*.
        pub created_at: types::Time,
        /// When the merge request was last changed.
        ///
        /// Its documented form: an RFC 3339 date-time such as 2019-01-01T00:08:00+08:00.
        ///
        /// Documented in *Code review event*.
        pub updated_at: types::Time,
        /// Its form is not documented; the example only shows null.
        ///
        /// Documented in *Code review event*.
        pub st_commits: serde_json::Value,
        /// Its form is not documented; the example only shows null.
        ///
        /// Documented in *Code review event*.
        pub st_diffs: serde_json::Value,
        /// The milestone that the merge request belongs to.
        ///
        /// Documented in *Code review event* and *Code review comment*.
        pub milestone_id: types::Nullable<i64>,
        /// The state of the merge request; no list of states is documented.
        ///
        /// For instance `"opened"`.
        ///
        /// Documented in *Code review event*.
        pub state: String,
        /// Whether the branches can be merged; no list of values is documented.
        ///
        /// For instance `"cannot_be_merged"` or `"unchecked"`.
        ///
        /// Documented in *Code review event* and *Code review comment*.
        pub merge_status: String,
        /// The number of the project that holds the target branch.
        ///
        /// Documented in *Code review event*.
        pub target_project_id: i64,
        /// The number of the merge request in the address of its page.
        ///
        /// Documented in *Code review event*.
        pub iid: i64,
        /// The description; may be empty.
        ///
        /// Documented in *Code review event*.
        pub description: String,
        /// The project that holds the source branch.
        ///
        /// Documented in *Code review event*.
        pub source: super::Project,
        /// The project that holds the target branch.
        ///
        /// Documented in *Code review event*.
        pub target: super::Project,
        /// The newest commit of the source branch.
        ///
        /// Documented in *Code review event*.
        pub last_commit: super::Commit,
        /// Whether the merge request is not ready to be merged yet.
        ///
        /// Documented in *Code review event*.
        pub work_in_progress: bool,
        /// The page of the merge request.
        ///
        /// Its documented form: an absolute URI such as `https://host/path`.
        ///
        /// Documented in *Code review event*.
        pub url: String,
        /// What happened to the merge request; no list of actions is documented.
        ///
        /// For instance `"open"`.
        ///
        /// Documented in *Code review event*.
        pub action: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for ObjectAttributes {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                id: fields.required("id")?,
                target_branch: fields.required("target_branch")?,
                source_branch: fields.required("source_branch")?,
                source_project_id: fields.required("source_project_id")?,
                author_id: fields.required("author_id")?,
                assignee_id: fields.required("assignee_id")?,
                title: fields.required("title")?,
                created_at: fields.required("created_at")?,
                updated_at: fields.required("updated_at")?,
                st_commits: fields.required("st_commits")?,
                st_diffs: fields.required("st_diffs")?,
                milestone_id: fields.required("milestone_id")?,
                state: fields.required("state")?,
                merge_status: fields.required("merge_status")?,
                target_project_id: fields.required("target_project_id")?,
                iid: fields.required("iid")?,
                description: fields.required("description")?,
                source: fields.required("source")?,
                target: fields.required("target")?,
                last_commit: fields.required("last_commit")?,
                work_in_progress: fields.required("work_in_progress")?,
                url: fields.required("url")?,
                action: fields.required("action")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for ObjectAttributes {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("id", &self.id)?;
            members.required("target_branch", &self.target_branch)?;
            members.required("source_branch", &self.source_branch)?;
            members.required("source_project_id", &self.source_project_id)?;
            members.required("author_id", &self.author_id)?;
            members.required("assignee_id", &self.assignee_id)?;
            members.required("title", &self.title)?;
            members.required("created_at", &self.created_at)?;
            members.required("updated_at", &self.updated_at)?;
            members.required("st_commits", &self.st_commits)?;
            members.required("st_diffs", &self.st_diffs)?;
            members.required("milestone_id", &self.milestone_id)?;
            members.required("state", &self.state)?;
            members.required("merge_status", &self.merge_status)?;
            members.required("target_project_id", &self.target_project_id)?;
            members.required("iid", &self.iid)?;
            members.required("description", &self.description)?;
            members.required("source", &self.source)?;
            members.required("target", &self.target)?;
            members.required("last_commit", &self.last_commit)?;
            members.required("work_in_progress", &self.work_in_progress)?;
            members.required("url", &self.url)?;
            members.required("action", &self.action)?;
            members.end(&self.extra)
        }
    }

    types::deserialize!(ObjectAttributes);
}
