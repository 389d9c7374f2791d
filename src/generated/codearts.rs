// Made by `cargo xtask codegen` from `schemas/`: change those, not this file.
//! The payloads of Huawei Cloud CodeArts, as [Setting Generic Webhook
//! Subscriptions](https://support.huaweicloud.com/intl/en-us/usermanual-devcloud/codearts_01_0036.html)
//! documents them.
//!
//! These schemas describe the event data that the template of a subscription can draw from. The body
//! on the wire is that template, written by the user: only where it reproduces the event data does a
//! verdict say something about CodeArts.

use crate::types;

/// An event of Huawei Cloud CodeArts.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The events of `repo`.
    Repo(RepoEvent),
    /// A run of a code check task ends; a subscription may ask for one result of the gate check only.
    Check(Check),
    /// An application is deployed, or its deployment fails or is stopped.
    Deploy(Deploy),
    /// A pipeline completes, fails, or is paused, suspended or ignored.
    Pipeline(Pipeline),
    /// A work item or a review is created, changed, moved, commented on or deleted.
    Req(Req),
    /// A build task succeeds or fails, or is disabled, deleted or reconfigured.
    Build(Build),
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
            Self::Repo(event) => Some(event.name()),
            Self::Check(_) => Some(Check::NAME),
            Self::Deploy(_) => Some(Deploy::NAME),
            Self::Pipeline(_) => Some(Pipeline::NAME),
            Self::Req(_) => Some(Req::NAME),
            Self::Build(_) => Some(Build::NAME),
            Self::Unknown(unknown) => unknown.name.as_deref(),
        }
    }
}

impl serde::Serialize for Event {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Repo(event) => event.serialize(serializer),
            Self::Check(event) => event.serialize(serializer),
            Self::Deploy(event) => event.serialize(serializer),
            Self::Pipeline(event) => event.serialize(serializer),
            Self::Req(event) => event.serialize(serializer),
            Self::Build(event) => event.serialize(serializer),
            Self::Unknown(unknown) => unknown.body.serialize(serializer),
        }
    }
}

/// The provider's id.
pub const PROVIDER: &str = "codearts";

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
                    "repo.repository" => {
                        Self::Repo(
                            RepoEvent::Repository(types::FromValue::from_value(body)?),
                        )
                    }
                    "repo.merge_request" => {
                        Self::Repo(
                            RepoEvent::MergeRequest(types::FromValue::from_value(body)?),
                        )
                    }
                    "check" => Self::Check(types::FromValue::from_value(body)?),
                    "deploy" => Self::Deploy(types::FromValue::from_value(body)?),
                    "pipeline" => Self::Pipeline(types::FromValue::from_value(body)?),
                    "req" => Self::Req(types::FromValue::from_value(body)?),
                    "build" => Self::Build(types::FromValue::from_value(body)?),
                    _ => return Ok(None),
                },
            ),
        )
    }

    fn unknown(unknown: types::Unknown) -> Self {
        Self::Unknown(unknown)
    }
}

/// The events of `repo`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum RepoEvent {
    /// A repository is deleted, or has reached its capacity.
    Repository(repo_event::Repository),
    /// A merge request is opened, updated or merged, its review or approval changes, or a review comment
    /// is created or resolved.
    MergeRequest(repo_event::MergeRequest),
}

impl RepoEvent {
    /// The name of the event: provider and event.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Repository(_) => repo_event::Repository::NAME,
            Self::MergeRequest(_) => repo_event::MergeRequest::NAME,
        }
    }
}

impl serde::Serialize for RepoEvent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Repository(event) => event.serialize(serializer),
            Self::MergeRequest(event) => event.serialize(serializer),
        }
    }
}

/// The project in which the event happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    /// Id of the project.
    ///
    /// Documented in *CodeArts Req*, *Repository* and *MR*.
    pub id: String,
    /// Address of the project.
    ///
    /// Documented in *CodeArts Req*, *Repository* and *MR*.
    pub url: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for Project {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            id: fields.required("id")?,
            url: fields.required("url")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Project {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("id", &self.id)?;
        members.required("url", &self.url)?;
        members.end(&self.extra)
    }
}

/// A code repository.
#[derive(Debug, Clone, PartialEq)]
pub struct Repo {
    /// Id of the repository.
    ///
    /// Documented in *Repository* and *MR*.
    pub id: i64,
    /// Address of the repository for a browser.
    ///
    /// Documented in *Repository* and *MR*.
    ///
    /// In the payload: `webUrl`.
    pub web_url: String,
    /// Address for cloning over HTTP.
    ///
    /// Documented in *Repository* and *MR*.
    ///
    /// In the payload: `httpUrl`.
    pub http_url: String,
    /// Address for cloning over SSH.
    ///
    /// Documented in *Repository* and *MR*.
    ///
    /// In the payload: `sshUrl`.
    pub ssh_url: String,
    /// Name of the repository.
    ///
    /// Documented in *Repository* and *MR*.
    pub name: String,
    /// Name of the organization that the repository is in.
    ///
    /// Documented in *Repository* and *MR*.
    ///
    /// In the payload: `groupName`.
    pub group_name: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for Repo {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            id: fields.required("id")?,
            web_url: fields.required("webUrl")?,
            http_url: fields.required("httpUrl")?,
            ssh_url: fields.required("sshUrl")?,
            name: fields.required("name")?,
            group_name: fields.required("groupName")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Repo {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("id", &self.id)?;
        members.required("webUrl", &self.web_url)?;
        members.required("httpUrl", &self.http_url)?;
        members.required("sshUrl", &self.ssh_url)?;
        members.required("name", &self.name)?;
        members.required("groupName", &self.group_name)?;
        members.end(&self.extra)
    }
}

/// A user: who acted, or who wrote a merge request or a comment.
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// Id of the user.
    ///
    /// Documented in *Repository* and *MR*.
    pub id: i64,
    /// Alias of the user.
    ///
    /// Documented in *Repository* and *MR*.
    ///
    /// In the payload: `nickName`.
    pub nick_name: String,
    /// Name of the user.
    ///
    /// Documented in *Repository* and *MR*.
    pub name: String,
    /// IAM id of the user, in spite of the key.
    ///
    /// Documented in *Repository* and *MR*.
    pub username: String,
    /// Name of the tenant that the user belongs to.
    ///
    /// Documented in *Repository* and *MR*.
    ///
    /// In the payload: `tenantName`.
    pub tenant_name: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for User {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            id: fields.required("id")?,
            nick_name: fields.required("nickName")?,
            name: fields.required("name")?,
            username: fields.required("username")?,
            tenant_name: fields.required("tenantName")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for User {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("id", &self.id)?;
        members.required("nickName", &self.nick_name)?;
        members.required("name", &self.name)?;
        members.required("username", &self.username)?;
        members.required("tenantName", &self.tenant_name)?;
        members.end(&self.extra)
    }
}

/// Event data of CodeArts Check about one run of a code check task.
///
/// Documented in *CodeArts Check*.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Name of the event.
    ///
    /// Documented to be `"Check completed"`.
    ///
    /// Documented in *CodeArts Check*.
    ///
    /// In the payload: `eventName`.
    pub event_name: check::EventName,
    /// The project that the check task belongs to.
    ///
    /// Documented in *CodeArts Check*.
    pub project: check::Project,
    /// The check task.
    ///
    /// Documented in *CodeArts Check*.
    pub task: check::Task,
    /// The run of the task that has ended.
    ///
    /// Documented in *CodeArts Check*.
    pub job: check::Job,
    /// How many issues the run found, by severity.
    ///
    /// Documented in *CodeArts Check*.
    pub issues: check::Issues,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl Check {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "codearts/check";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for Check {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        fields.fixed("eventCode", "taskExecuteCompleted")?;
        Ok(Self {
            event_name: fields.required("eventName")?,
            project: fields.required("project")?,
            task: fields.required("task")?,
            job: fields.required("job")?,
            issues: fields.required("issues")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Check {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("eventName", &self.event_name)?;
        members.required("eventCode", "taskExecuteCompleted")?;
        members.required("project", &self.project)?;
        members.required("task", &self.task)?;
        members.required("job", &self.job)?;
        members.required("issues", &self.issues)?;
        members.end(&self.extra)
    }
}

/// Event data of CodeArts Deploy about one deployment of an application.
///
/// Documented in *CodeArts Deploy*.
#[derive(Debug, Clone, PartialEq)]
pub struct Deploy {
    /// Name of the event, fixed by its code.
    ///
    /// Documented in *CodeArts Deploy*.
    ///
    /// In the payload: `eventName`.
    pub event_name: String,
    /// Code of the event.
    ///
    /// Documented to be `"success"`, `"failure"` or `"stop"`.
    ///
    /// Documented in *CodeArts Deploy*.
    ///
    /// In the payload: `eventCode`.
    pub event_code: deploy::EventCode,
    /// Name of the application, in spite of the key.
    ///
    /// Documented in *CodeArts Deploy*.
    ///
    /// In the payload: `taskName`.
    pub task_name: String,
    /// Name of the project.
    ///
    /// Documented in *CodeArts Deploy*.
    ///
    /// In the payload: `projectName`.
    pub project_name: String,
    /// Result of the deployment.
    ///
    /// Documented in *CodeArts Deploy*.
    pub result: String,
    /// Id of the deployment, in spite of the key.
    ///
    /// Documented in *CodeArts Deploy*.
    pub sort: String,
    /// Who started the deployment.
    ///
    /// Documented in *CodeArts Deploy*.
    ///
    /// In the payload: `startUser`.
    pub start_user: String,
    /// When the deployment was executed.
    ///
    /// Documented in *CodeArts Deploy*.
    ///
    /// In the payload: `startTime`.
    pub start_time: String,
    /// Address of the details of the deployment.
    ///
    /// Documented in *CodeArts Deploy*.
    pub link: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl Deploy {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "codearts/deploy";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for Deploy {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            event_name: fields.required("eventName")?,
            event_code: fields.required("eventCode")?,
            task_name: fields.required("taskName")?,
            project_name: fields.required("projectName")?,
            result: fields.required("result")?,
            sort: fields.required("sort")?,
            start_user: fields.required("startUser")?,
            start_time: fields.required("startTime")?,
            link: fields.required("link")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Deploy {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("eventName", &self.event_name)?;
        members.required("eventCode", &self.event_code)?;
        members.required("taskName", &self.task_name)?;
        members.required("projectName", &self.project_name)?;
        members.required("result", &self.result)?;
        members.required("sort", &self.sort)?;
        members.required("startUser", &self.start_user)?;
        members.required("startTime", &self.start_time)?;
        members.required("link", &self.link)?;
        members.end(&self.extra)
    }
}

/// Event data of CodeArts Pipeline; nothing in it tells the five event types apart.
///
/// Documented in *CodeArts Pipeline*.
#[derive(Debug, Clone, PartialEq)]
pub struct Pipeline {
    /// The pipeline and its run.
    ///
    /// Documented in *CodeArts Pipeline*.
    pub pipeline: pipeline::Pipeline,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl Pipeline {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "codearts/pipeline";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for Pipeline {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            pipeline: fields.required("pipeline")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Pipeline {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("pipeline", &self.pipeline)?;
        members.end(&self.extra)
    }
}

/// Event data of CodeArts Req, as the parameters of its templates name it.
///
/// Documented in *CodeArts Req*.
#[derive(Debug, Clone, PartialEq)]
pub struct Req {
    /// The project that the work item or review belongs to.
    ///
    /// Documented in *CodeArts Req*.
    pub project: Project,
    /// Which members there are follows from whether `review` is there.
    pub issue_or_review: req::IssueOrReview,
    /// The user whose action caused the event.
    ///
    /// Documented in *CodeArts Req*.
    pub operator: req::Operator,
    /// Name of the event; its values are not listed.
    ///
    /// Documented in *CodeArts Req*.
    pub operation: String,
    /// The event itself.
    ///
    /// Documented in *CodeArts Req*.
    pub event: req::Event,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl Req {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "codearts/req";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for Req {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            project: fields.required("project")?,
            issue_or_review: req::IssueOrReview::take(&mut fields)?,
            operator: fields.required("operator")?,
            operation: fields.required("operation")?,
            event: fields.required("event")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Req {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("project", &self.project)?;
        self.issue_or_review.write(&mut members)?;
        members.required("operator", &self.operator)?;
        members.required("operation", &self.operation)?;
        members.required("event", &self.event)?;
        members.end(&self.extra)
    }
}

/// What a CodeArts Req event is about: a work item or a review.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// Id of the work item or review.
    ///
    /// Documented in *CodeArts Req*.
    pub id: String,
    /// Title of the work item or review.
    ///
    /// Documented in *CodeArts Req*.
    pub title: String,
    /// Address of the work item or review.
    ///
    /// Documented in *CodeArts Req*.
    pub url: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for Subject {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            id: fields.required("id")?,
            title: fields.required("title")?,
            url: fields.required("url")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Subject {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("id", &self.id)?;
        members.required("title", &self.title)?;
        members.required("url", &self.url)?;
        members.end(&self.extra)
    }
}

/// Event data of CodeArts Build, as the parameters of its templates name it.
///
/// Documented in *CodeArts Build*.
#[derive(Debug, Clone, PartialEq)]
pub struct Build {
    /// The build task and what happened to it.
    ///
    /// Documented in *CodeArts Build*.
    ///
    /// In the payload: `BUILD`.
    pub build: build::Build,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl Build {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "codearts/build";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for Build {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            build: fields.required("BUILD")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Build {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("BUILD", &self.build)?;
        members.end(&self.extra)
    }
}

types::deserialize!(Project, Repo, User, Check, Deploy, Pipeline, Req, Subject, Build);

/// The payloads of [`RepoEvent`].
pub mod repo_event {
    use crate::types;

    /// Event data of CodeArts Repo about a whole repository.
    ///
    /// Documented in *Repository*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Repository {
        /// Code of the event.
        ///
        /// Documented to be `"CodeArtsRepo-Repository-Delete"` or `"CodeArtsRepo-Repository-CapacityWarning"`.
        ///
        /// Documented in *Repository*.
        ///
        /// In the payload: `eventCode`.
        pub event_code: repository::EventCode,
        /// Name of the event, fixed by its code.
        ///
        /// Documented in *Repository*.
        ///
        /// In the payload: `eventName`.
        pub event_name: String,
        /// The project that the repository belongs to.
        ///
        /// Documented in *Repository*.
        pub project: super::Project,
        /// The repository that the event is about.
        ///
        /// Documented in *Repository*.
        pub repo: super::Repo,
        /// The user whose action caused the event.
        ///
        /// Documented in *Repository*.
        pub operator: super::User,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl Repository {
        /// The name of the event: provider and event.
        pub const NAME: &'static str = "codearts/repo.repository";

        /// Reads the payload of this event.
        ///
        /// # Errors
        ///
        /// The text is malformed, or the first place that is not what it must be.
        pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
            types::from_slice(text)
        }
    }

    impl types::FromValue for Repository {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                event_code: fields.required("eventCode")?,
                event_name: fields.required("eventName")?,
                project: fields.required("project")?,
                repo: fields.required("repo")?,
                operator: fields.required("operator")?,
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
            members.required("eventCode", &self.event_code)?;
            members.required("eventName", &self.event_name)?;
            members.required("project", &self.project)?;
            members.required("repo", &self.repo)?;
            members.required("operator", &self.operator)?;
            members.end(&self.extra)
        }
    }

    /// Event data of CodeArts Repo about a merge request or a review comment on it.
    ///
    /// Documented in *MR*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct MergeRequest {
        /// Code of the event.
        ///
        /// Documented to be `"CodeArtsRepo-MergeRequest-Create"`, `"CodeArtsRepo-MergeRequest-Update"`,
        /// `"CodeArtsRepo-MergeRequest-Merge"`, `"CodeArtsRepo-MergeRequest-ReviewPass"`,
        /// `"CodeArtsRepo-MergeRequest-ReviewRevoke"`, `"CodeArtsRepo-MergeRequest-ApprovalReject"`,
        /// `"CodeArtsRepo-MergeRequest-ApprovalPass"`, `"CodeArtsRepo-MergeRequest-ApprovalRevoke"`,
        /// `"CodeArtsRepo-MergeRequest-CreateComment"` or `"CodeArtsRepo-MergeRequest-Resolve"`.
        ///
        /// Documented in *MR*.
        ///
        /// In the payload: `eventCode`.
        pub event_code: merge_request::EventCode,
        /// Name of the event, fixed by its code.
        ///
        /// Documented in *MR*.
        ///
        /// In the payload: `eventName`.
        pub event_name: String,
        /// The project that the repository belongs to.
        ///
        /// Documented in *MR*.
        pub project: super::Project,
        /// The repository that the merge request belongs to.
        ///
        /// Documented in *MR*.
        pub repo: super::Repo,
        /// The user whose action caused the event.
        ///
        /// Documented in *MR*.
        pub operator: super::User,
        /// The merge request that the event is about.
        ///
        /// Documented in *MR*.
        ///
        /// In the payload: `mergeRequest`.
        pub merge_request: merge_request::MergeRequest,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl MergeRequest {
        /// The name of the event: provider and event.
        pub const NAME: &'static str = "codearts/repo.merge_request";

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
            Ok(Self {
                event_code: merge_request::EventCode::take(&mut fields)?,
                event_name: fields.required("eventName")?,
                project: fields.required("project")?,
                repo: fields.required("repo")?,
                operator: fields.required("operator")?,
                merge_request: fields.required("mergeRequest")?,
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
            self.event_code.write(&mut members)?;
            members.required("eventName", &self.event_name)?;
            members.required("project", &self.project)?;
            members.required("repo", &self.repo)?;
            members.required("operator", &self.operator)?;
            members.required("mergeRequest", &self.merge_request)?;
            members.end(&self.extra)
        }
    }

    types::deserialize!(Repository, MergeRequest);

    /// What is inside of [`Repository`].
    pub mod repository {
        use crate::types;

        /// Code of the event.
        ///
        /// Documented to be `"CodeArtsRepo-Repository-Delete"` or `"CodeArtsRepo-Repository-CapacityWarning"`.
        ///
        /// Documented in *Repository*.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum EventCode {
            /// `CodeArtsRepo-Repository-Delete`
            Delete,
            /// `CodeArtsRepo-Repository-CapacityWarning`
            CapacityWarning,
        }

        types::closed_values!(
            EventCode, Delete = "CodeArtsRepo-Repository-Delete", CapacityWarning =
            "CodeArtsRepo-Repository-CapacityWarning"
        );
    }

    /// What is inside of [`MergeRequest`].
    pub mod merge_request {
        use crate::types;

        /// Code of the event.
        ///
        /// Documented to be `"CodeArtsRepo-MergeRequest-Create"`, `"CodeArtsRepo-MergeRequest-Update"`,
        /// `"CodeArtsRepo-MergeRequest-Merge"`, `"CodeArtsRepo-MergeRequest-ReviewPass"`,
        /// `"CodeArtsRepo-MergeRequest-ReviewRevoke"`, `"CodeArtsRepo-MergeRequest-ApprovalReject"`,
        /// `"CodeArtsRepo-MergeRequest-ApprovalPass"`, `"CodeArtsRepo-MergeRequest-ApprovalRevoke"`,
        /// `"CodeArtsRepo-MergeRequest-CreateComment"` or `"CodeArtsRepo-MergeRequest-Resolve"`.
        ///
        /// Documented in *MR*.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum EventCode {
            /// `CodeArtsRepo-MergeRequest-Create`
            Create {
                /// The review comment that was created or resolved.
                ///
                /// Documented in *MR*.
                ///
                /// In the payload: `mergeRequestReview`.
                merge_request_review: Option<MergeRequestReview>,
            },
            /// `CodeArtsRepo-MergeRequest-Update`
            Update {
                /// The review comment that was created or resolved.
                ///
                /// Documented in *MR*.
                ///
                /// In the payload: `mergeRequestReview`.
                merge_request_review: Option<MergeRequestReview>,
            },
            /// `CodeArtsRepo-MergeRequest-Merge`
            Merge {
                /// The review comment that was created or resolved.
                ///
                /// Documented in *MR*.
                ///
                /// In the payload: `mergeRequestReview`.
                merge_request_review: Option<MergeRequestReview>,
            },
            /// `CodeArtsRepo-MergeRequest-ReviewPass`
            ReviewPass {
                /// The review comment that was created or resolved.
                ///
                /// Documented in *MR*.
                ///
                /// In the payload: `mergeRequestReview`.
                merge_request_review: Option<MergeRequestReview>,
            },
            /// `CodeArtsRepo-MergeRequest-ReviewRevoke`
            ReviewRevoke {
                /// The review comment that was created or resolved.
                ///
                /// Documented in *MR*.
                ///
                /// In the payload: `mergeRequestReview`.
                merge_request_review: Option<MergeRequestReview>,
            },
            /// `CodeArtsRepo-MergeRequest-ApprovalReject`
            ApprovalReject {
                /// The review comment that was created or resolved.
                ///
                /// Documented in *MR*.
                ///
                /// In the payload: `mergeRequestReview`.
                merge_request_review: Option<MergeRequestReview>,
            },
            /// `CodeArtsRepo-MergeRequest-ApprovalPass`
            ApprovalPass {
                /// The review comment that was created or resolved.
                ///
                /// Documented in *MR*.
                ///
                /// In the payload: `mergeRequestReview`.
                merge_request_review: Option<MergeRequestReview>,
            },
            /// `CodeArtsRepo-MergeRequest-ApprovalRevoke`
            ApprovalRevoke {
                /// The review comment that was created or resolved.
                ///
                /// Documented in *MR*.
                ///
                /// In the payload: `mergeRequestReview`.
                merge_request_review: Option<MergeRequestReview>,
            },
            /// `CodeArtsRepo-MergeRequest-CreateComment`
            CreateComment {
                /// The review comment that was created or resolved.
                ///
                /// Documented in *MR*.
                ///
                /// In the payload: `mergeRequestReview`.
                merge_request_review: MergeRequestReview,
            },
            /// `CodeArtsRepo-MergeRequest-Resolve`
            Resolve {
                /// The review comment that was created or resolved.
                ///
                /// Documented in *MR*.
                ///
                /// In the payload: `mergeRequestReview`.
                merge_request_review: MergeRequestReview,
            },
        }

        impl EventCode {
            /// The values that are documented.
            pub const DOCUMENTED: &'static [&'static str] = EventCodeKind::DOCUMENTED;

            /// The text of the value.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    Self::Create { .. } => "CodeArtsRepo-MergeRequest-Create",
                    Self::Update { .. } => "CodeArtsRepo-MergeRequest-Update",
                    Self::Merge { .. } => "CodeArtsRepo-MergeRequest-Merge",
                    Self::ReviewPass { .. } => "CodeArtsRepo-MergeRequest-ReviewPass",
                    Self::ReviewRevoke { .. } => "CodeArtsRepo-MergeRequest-ReviewRevoke",
                    Self::ApprovalReject { .. } => {
                        "CodeArtsRepo-MergeRequest-ApprovalReject"
                    }
                    Self::ApprovalPass { .. } => "CodeArtsRepo-MergeRequest-ApprovalPass",
                    Self::ApprovalRevoke { .. } => {
                        "CodeArtsRepo-MergeRequest-ApprovalRevoke"
                    }
                    Self::CreateComment { .. } => {
                        "CodeArtsRepo-MergeRequest-CreateComment"
                    }
                    Self::Resolve { .. } => "CodeArtsRepo-MergeRequest-Resolve",
                }
            }

            /// The value alone.
            #[must_use]
            pub fn kind(&self) -> EventCodeKind {
                match self {
                    Self::Create { .. } => EventCodeKind::Create,
                    Self::Update { .. } => EventCodeKind::Update,
                    Self::Merge { .. } => EventCodeKind::Merge,
                    Self::ReviewPass { .. } => EventCodeKind::ReviewPass,
                    Self::ReviewRevoke { .. } => EventCodeKind::ReviewRevoke,
                    Self::ApprovalReject { .. } => EventCodeKind::ApprovalReject,
                    Self::ApprovalPass { .. } => EventCodeKind::ApprovalPass,
                    Self::ApprovalRevoke { .. } => EventCodeKind::ApprovalRevoke,
                    Self::CreateComment { .. } => EventCodeKind::CreateComment,
                    Self::Resolve { .. } => EventCodeKind::Resolve,
                }
            }
        }

        impl std::fmt::Display for EventCode {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl EventCode {
            pub(super) fn take(
                fields: &mut types::Fields<'_>,
            ) -> Result<Self, types::Error> {
                Ok(
                    match fields.required("eventCode")? {
                        EventCodeKind::Create => {
                            Self::Create {
                                merge_request_review: fields.optional("mergeRequestReview")?,
                            }
                        }
                        EventCodeKind::Update => {
                            Self::Update {
                                merge_request_review: fields.optional("mergeRequestReview")?,
                            }
                        }
                        EventCodeKind::Merge => {
                            Self::Merge {
                                merge_request_review: fields.optional("mergeRequestReview")?,
                            }
                        }
                        EventCodeKind::ReviewPass => {
                            Self::ReviewPass {
                                merge_request_review: fields.optional("mergeRequestReview")?,
                            }
                        }
                        EventCodeKind::ReviewRevoke => {
                            Self::ReviewRevoke {
                                merge_request_review: fields.optional("mergeRequestReview")?,
                            }
                        }
                        EventCodeKind::ApprovalReject => {
                            Self::ApprovalReject {
                                merge_request_review: fields.optional("mergeRequestReview")?,
                            }
                        }
                        EventCodeKind::ApprovalPass => {
                            Self::ApprovalPass {
                                merge_request_review: fields.optional("mergeRequestReview")?,
                            }
                        }
                        EventCodeKind::ApprovalRevoke => {
                            Self::ApprovalRevoke {
                                merge_request_review: fields.optional("mergeRequestReview")?,
                            }
                        }
                        EventCodeKind::CreateComment => {
                            Self::CreateComment {
                                merge_request_review: fields.required("mergeRequestReview")?,
                            }
                        }
                        EventCodeKind::Resolve => {
                            Self::Resolve {
                                merge_request_review: fields.required("mergeRequestReview")?,
                            }
                        }
                    },
                )
            }

            pub(super) fn write<S: serde::Serializer>(
                &self,
                members: &mut types::Members<S>,
            ) -> Result<(), S::Error> {
                members.required("eventCode", self.as_str())?;
                match self {
                    Self::Create { merge_request_review } => {
                        members
                            .optional(
                                "mergeRequestReview",
                                merge_request_review.as_ref(),
                            )?;
                    }
                    Self::Update { merge_request_review } => {
                        members
                            .optional(
                                "mergeRequestReview",
                                merge_request_review.as_ref(),
                            )?;
                    }
                    Self::Merge { merge_request_review } => {
                        members
                            .optional(
                                "mergeRequestReview",
                                merge_request_review.as_ref(),
                            )?;
                    }
                    Self::ReviewPass { merge_request_review } => {
                        members
                            .optional(
                                "mergeRequestReview",
                                merge_request_review.as_ref(),
                            )?;
                    }
                    Self::ReviewRevoke { merge_request_review } => {
                        members
                            .optional(
                                "mergeRequestReview",
                                merge_request_review.as_ref(),
                            )?;
                    }
                    Self::ApprovalReject { merge_request_review } => {
                        members
                            .optional(
                                "mergeRequestReview",
                                merge_request_review.as_ref(),
                            )?;
                    }
                    Self::ApprovalPass { merge_request_review } => {
                        members
                            .optional(
                                "mergeRequestReview",
                                merge_request_review.as_ref(),
                            )?;
                    }
                    Self::ApprovalRevoke { merge_request_review } => {
                        members
                            .optional(
                                "mergeRequestReview",
                                merge_request_review.as_ref(),
                            )?;
                    }
                    Self::CreateComment { merge_request_review } => {
                        members.required("mergeRequestReview", merge_request_review)?;
                    }
                    Self::Resolve { merge_request_review } => {
                        members.required("mergeRequestReview", merge_request_review)?;
                    }
                }
                Ok(())
            }
        }

        /// The review comment that was created or resolved.
        ///
        /// Documented in *MR*.
        #[derive(Debug, Clone, PartialEq)]
        pub struct MergeRequestReview {
            /// Id of the review comment.
            ///
            /// Documented in *MR*.
            pub id: i64,
            /// Text of the review comment.
            ///
            /// Documented in *MR*.
            pub body: String,
            /// Address of the review comment.
            ///
            /// Documented in *MR*.
            pub url: String,
            /// The user who wrote the review comment.
            ///
            /// Documented in *MR*.
            pub author: super::super::User,
            /// When the review comment was created.
            ///
            /// Documented in *MR*.
            ///
            /// In the payload: `createdAt`.
            pub created_at: String,
            /// When the review comment was last updated.
            ///
            /// Documented in *MR*.
            ///
            /// In the payload: `updatedAt`.
            pub updated_at: String,
            /// The members that are not documented.
            pub extra: types::Extra,
        }

        impl types::FromValue for MergeRequestReview {
            fn from_value(
                value: crate::document::Value<'_>,
            ) -> Result<Self, types::Error> {
                let mut fields = types::Fields::of(value)?;
                Ok(Self {
                    id: fields.required("id")?,
                    body: fields.required("body")?,
                    url: fields.required("url")?,
                    author: fields.required("author")?,
                    created_at: fields.required("createdAt")?,
                    updated_at: fields.required("updatedAt")?,
                    extra: fields.extra(),
                })
            }
        }

        impl serde::Serialize for MergeRequestReview {
            fn serialize<S: serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let mut members = types::Members::<S>::of(serializer)?;
                members.required("id", &self.id)?;
                members.required("body", &self.body)?;
                members.required("url", &self.url)?;
                members.required("author", &self.author)?;
                members.required("createdAt", &self.created_at)?;
                members.required("updatedAt", &self.updated_at)?;
                members.end(&self.extra)
            }
        }

        /// The values of [`EventCode`], without what comes with them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum EventCodeKind {
            /// `CodeArtsRepo-MergeRequest-Create`
            Create,
            /// `CodeArtsRepo-MergeRequest-Update`
            Update,
            /// `CodeArtsRepo-MergeRequest-Merge`
            Merge,
            /// `CodeArtsRepo-MergeRequest-ReviewPass`
            ReviewPass,
            /// `CodeArtsRepo-MergeRequest-ReviewRevoke`
            ReviewRevoke,
            /// `CodeArtsRepo-MergeRequest-ApprovalReject`
            ApprovalReject,
            /// `CodeArtsRepo-MergeRequest-ApprovalPass`
            ApprovalPass,
            /// `CodeArtsRepo-MergeRequest-ApprovalRevoke`
            ApprovalRevoke,
            /// `CodeArtsRepo-MergeRequest-CreateComment`
            CreateComment,
            /// `CodeArtsRepo-MergeRequest-Resolve`
            Resolve,
        }

        types::closed_values!(
            EventCodeKind, Create = "CodeArtsRepo-MergeRequest-Create", Update =
            "CodeArtsRepo-MergeRequest-Update", Merge =
            "CodeArtsRepo-MergeRequest-Merge", ReviewPass =
            "CodeArtsRepo-MergeRequest-ReviewPass", ReviewRevoke =
            "CodeArtsRepo-MergeRequest-ReviewRevoke", ApprovalReject =
            "CodeArtsRepo-MergeRequest-ApprovalReject", ApprovalPass =
            "CodeArtsRepo-MergeRequest-ApprovalPass", ApprovalRevoke =
            "CodeArtsRepo-MergeRequest-ApprovalRevoke", CreateComment =
            "CodeArtsRepo-MergeRequest-CreateComment", Resolve =
            "CodeArtsRepo-MergeRequest-Resolve"
        );

        /// The merge request that the event is about.
        ///
        /// Documented in *MR*.
        #[derive(Debug, Clone, PartialEq)]
        pub struct MergeRequest {
            /// Id of the merge request.
            ///
            /// Documented in *MR*.
            pub id: i64,
            /// Second id of the merge request, its IID.
            ///
            /// Documented in *MR*.
            pub iid: i64,
            /// Address of the merge request.
            ///
            /// Documented in *MR*.
            pub url: String,
            /// When the merge request was created.
            ///
            /// Documented in *MR*.
            ///
            /// In the payload: `createdAt`.
            pub created_at: String,
            /// When the merge request was last updated.
            ///
            /// Documented in *MR*.
            ///
            /// In the payload: `updatedAt`.
            pub updated_at: String,
            /// Title of the merge request.
            ///
            /// Documented in *MR*.
            pub title: String,
            /// Description of the merge request.
            ///
            /// Documented in *MR*.
            pub description: String,
            /// Branch that is to be merged.
            ///
            /// Documented in *MR*.
            ///
            /// In the payload: `sourceBranch`.
            pub source_branch: String,
            /// Branch that is merged into.
            ///
            /// Documented in *MR*.
            ///
            /// In the payload: `targetBranch`.
            pub target_branch: String,
            /// State of the merge request; only a comment lists the values.
            ///
            /// Documented to be `"opened"`, `"closed"`, `"merged"` or `"locked"`.
            ///
            /// Documented in *MR*.
            pub state: State,
            /// The user who created the merge request.
            ///
            /// Documented in *MR*.
            pub author: super::super::User,
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
                    iid: fields.required("iid")?,
                    url: fields.required("url")?,
                    created_at: fields.required("createdAt")?,
                    updated_at: fields.required("updatedAt")?,
                    title: fields.required("title")?,
                    description: fields.required("description")?,
                    source_branch: fields.required("sourceBranch")?,
                    target_branch: fields.required("targetBranch")?,
                    state: fields.required("state")?,
                    author: fields.required("author")?,
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
                members.required("iid", &self.iid)?;
                members.required("url", &self.url)?;
                members.required("createdAt", &self.created_at)?;
                members.required("updatedAt", &self.updated_at)?;
                members.required("title", &self.title)?;
                members.required("description", &self.description)?;
                members.required("sourceBranch", &self.source_branch)?;
                members.required("targetBranch", &self.target_branch)?;
                members.required("state", &self.state)?;
                members.required("author", &self.author)?;
                members.end(&self.extra)
            }
        }

        /// State of the merge request; only a comment lists the values.
        ///
        /// Documented to be `"opened"`, `"closed"`, `"merged"` or `"locked"`.
        ///
        /// Documented in *MR*.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum State {
            /// `opened`
            Opened,
            /// `closed`
            Closed,
            /// `merged`
            Merged,
            /// `locked`
            Locked,
            /// A value that is not documented.
            Other(String),
        }

        types::open_values!(
            State, Opened = "opened", Closed = "closed", Merged = "merged", Locked =
            "locked"
        );

        types::deserialize!(MergeRequestReview, MergeRequest);
    }
}

/// What is inside of [`Check`].
pub mod check {
    use crate::types;

    /// Name of the event.
    ///
    /// Documented to be `"Check completed"`.
    ///
    /// Documented in *CodeArts Check*.
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum EventName {
        /// `Check completed`
        CheckCompleted,
        /// A value that is not documented.
        Other(String),
    }

    types::open_values!(EventName, CheckCompleted = "Check completed");

    /// The project that the check task belongs to.
    ///
    /// Documented in *CodeArts Check*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Project {
        /// Id of the project.
        ///
        /// Documented in *CodeArts Check*.
        pub id: String,
        /// Address of the project in CodeArts Check.
        ///
        /// Documented in *CodeArts Check*.
        pub url: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Project {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                id: fields.required("id")?,
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
            members.required("id", &self.id)?;
            members.required("url", &self.url)?;
            members.end(&self.extra)
        }
    }

    /// The check task.
    ///
    /// Documented in *CodeArts Check*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Task {
        /// Id of the task.
        ///
        /// Documented in *CodeArts Check*.
        pub id: String,
        /// Name of the task.
        ///
        /// Documented in *CodeArts Check*.
        pub name: String,
        /// Address of the repository that is checked.
        ///
        /// Documented in *CodeArts Check*.
        ///
        /// In the payload: `gitUrl`.
        pub git_url: String,
        /// Who created the task.
        ///
        /// Documented in *CodeArts Check*.
        pub creator: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Task {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                id: fields.required("id")?,
                name: fields.required("name")?,
                git_url: fields.required("gitUrl")?,
                creator: fields.required("creator")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Task {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("id", &self.id)?;
            members.required("name", &self.name)?;
            members.required("gitUrl", &self.git_url)?;
            members.required("creator", &self.creator)?;
            members.end(&self.extra)
        }
    }

    /// The run of the task that has ended.
    ///
    /// Documented in *CodeArts Check*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Job {
        /// Id of the run.
        ///
        /// Documented in *CodeArts Check*.
        pub id: String,
        /// When the run began.
        ///
        /// Documented in *CodeArts Check*.
        ///
        /// In the payload: `startTime`.
        pub start_time: String,
        /// When the run ended.
        ///
        /// Documented in *CodeArts Check*.
        ///
        /// In the payload: `finishTime`.
        pub finish_time: String,
        /// How the run ended; only a comment lists the values.
        ///
        /// Documented to be `"successful"`, `"failed"` or `"stopped"`.
        ///
        /// Documented in *CodeArts Check*.
        pub status: Status,
        /// Result of the gate check; only a comment lists the values.
        ///
        /// Documented to be `"passed"` or `"failed"`.
        ///
        /// Documented in *CodeArts Check*.
        ///
        /// In the payload: `gateResult`.
        pub gate_result: GateResult,
        /// Who started the run.
        ///
        /// Documented in *CodeArts Check*.
        pub executor: String,
        /// Address of the record of the run.
        ///
        /// Documented in *CodeArts Check*.
        pub url: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Job {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                id: fields.required("id")?,
                start_time: fields.required("startTime")?,
                finish_time: fields.required("finishTime")?,
                status: fields.required("status")?,
                gate_result: fields.required("gateResult")?,
                executor: fields.required("executor")?,
                url: fields.required("url")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Job {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("id", &self.id)?;
            members.required("startTime", &self.start_time)?;
            members.required("finishTime", &self.finish_time)?;
            members.required("status", &self.status)?;
            members.required("gateResult", &self.gate_result)?;
            members.required("executor", &self.executor)?;
            members.required("url", &self.url)?;
            members.end(&self.extra)
        }
    }

    /// How the run ended; only a comment lists the values.
    ///
    /// Documented to be `"successful"`, `"failed"` or `"stopped"`.
    ///
    /// Documented in *CodeArts Check*.
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Status {
        /// `successful`
        Successful,
        /// `failed`
        Failed,
        /// `stopped`
        Stopped,
        /// A value that is not documented.
        Other(String),
    }

    types::open_values!(
        Status, Successful = "successful", Failed = "failed", Stopped = "stopped"
    );

    /// Result of the gate check; only a comment lists the values.
    ///
    /// Documented to be `"passed"` or `"failed"`.
    ///
    /// Documented in *CodeArts Check*.
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum GateResult {
        /// `passed`
        Passed,
        /// `failed`
        Failed,
        /// A value that is not documented.
        Other(String),
    }

    types::open_values!(GateResult, Passed = "passed", Failed = "failed");

    /// How many issues the run found, by severity.
    ///
    /// Documented in *CodeArts Check*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Issues {
        /// Number of critical issues, as text.
        ///
        /// Documented in *CodeArts Check*.
        pub critical: String,
        /// Number of major issues, as text.
        ///
        /// Documented in *CodeArts Check*.
        pub major: String,
        /// Number of minor issues, as text.
        ///
        /// Documented in *CodeArts Check*.
        pub minor: String,
        /// Number of suggestions, as text.
        ///
        /// Documented in *CodeArts Check*.
        pub suggestion: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Issues {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                critical: fields.required("critical")?,
                major: fields.required("major")?,
                minor: fields.required("minor")?,
                suggestion: fields.required("suggestion")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Issues {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("critical", &self.critical)?;
            members.required("major", &self.major)?;
            members.required("minor", &self.minor)?;
            members.required("suggestion", &self.suggestion)?;
            members.end(&self.extra)
        }
    }

    types::deserialize!(Project, Task, Job, Issues);
}

/// What is inside of [`Deploy`].
pub mod deploy {
    use crate::types;

    /// Code of the event.
    ///
    /// Documented to be `"success"`, `"failure"` or `"stop"`.
    ///
    /// Documented in *CodeArts Deploy*.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum EventCode {
        /// `success`
        Success,
        /// `failure`
        Failure,
        /// `stop`
        Stop,
    }

    types::closed_values!(
        EventCode, Success = "success", Failure = "failure", Stop = "stop"
    );
}

/// What is inside of [`Pipeline`].
pub mod pipeline {
    use crate::types;

    /// The pipeline and its run.
    ///
    /// Documented in *CodeArts Pipeline*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Pipeline {
        /// Id of the pipeline.
        ///
        /// Documented in *CodeArts Pipeline*.
        pub pipeline_id: String,
        /// Number of the run, going by the key; documented in the same words as `run_id`.
        ///
        /// Documented in *CodeArts Pipeline*.
        pub run_number: String,
        /// Id of the pipeline's project.
        ///
        /// Documented in *CodeArts Pipeline*.
        pub project_id: String,
        /// Id of the run.
        ///
        /// Documented in *CodeArts Pipeline*.
        pub run_id: String,
        /// When the pipeline was executed.
        ///
        /// Documented in *CodeArts Pipeline*.
        pub timestamp: String,
        /// What kind of trigger started the run.
        ///
        /// Documented in *CodeArts Pipeline*.
        pub trigger_type: String,
        /// Name of the pipeline.
        ///
        /// Documented in *CodeArts Pipeline*.
        pub name: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Pipeline {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                pipeline_id: fields.required("pipeline_id")?,
                run_number: fields.required("run_number")?,
                project_id: fields.required("project_id")?,
                run_id: fields.required("run_id")?,
                timestamp: fields.required("timestamp")?,
                trigger_type: fields.required("trigger_type")?,
                name: fields.required("name")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Pipeline {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("pipeline_id", &self.pipeline_id)?;
            members.required("run_number", &self.run_number)?;
            members.required("project_id", &self.project_id)?;
            members.required("run_id", &self.run_id)?;
            members.required("timestamp", &self.timestamp)?;
            members.required("trigger_type", &self.trigger_type)?;
            members.required("name", &self.name)?;
            members.end(&self.extra)
        }
    }

    types::deserialize!(Pipeline);
}

/// What is inside of [`Req`].
pub mod req {
    use crate::types;

    /// Which members there are follows from whether `review` is there.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub enum IssueOrReview {
        /// `review` is there.
        Review {
            /// The work item that the event is about.
            ///
            /// Documented in *CodeArts Req*.
            issue: Option<super::Subject>,
            /// The review that the event is about.
            ///
            /// Documented in *CodeArts Req*.
            review: super::Subject,
        },
        /// `review` is missing.
        Issue {
            /// The work item that the event is about.
            ///
            /// Documented in *CodeArts Req*.
            issue: super::Subject,
        },
    }

    impl IssueOrReview {
        pub(super) fn take(
            fields: &mut types::Fields<'_>,
        ) -> Result<Self, types::Error> {
            if fields.has("review") {
                Ok(Self::Review {
                    issue: fields.optional("issue")?,
                    review: fields.required("review")?,
                })
            } else {
                Ok(Self::Issue {
                    issue: fields.required("issue")?,
                })
            }
        }

        pub(super) fn write<S: serde::Serializer>(
            &self,
            members: &mut types::Members<S>,
        ) -> Result<(), S::Error> {
            match self {
                Self::Review { issue, review } => {
                    members.optional("issue", issue.as_ref())?;
                    members.required("review", review)?;
                }
                Self::Issue { issue } => {
                    members.required("issue", issue)?;
                }
            }
            Ok(())
        }
    }

    /// The user whose action caused the event.
    ///
    /// Documented in *CodeArts Req*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Operator {
        /// Name of the user.
        ///
        /// Documented in *CodeArts Req*.
        pub username: String,
        /// Id of the user.
        ///
        /// Documented in *CodeArts Req*.
        pub id: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Operator {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                username: fields.required("username")?,
                id: fields.required("id")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Operator {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("username", &self.username)?;
            members.required("id", &self.id)?;
            members.end(&self.extra)
        }
    }

    /// The event itself.
    ///
    /// Documented in *CodeArts Req*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Event {
        /// Id of the event.
        ///
        /// Documented in *CodeArts Req*.
        pub id: String,
        /// When the event happened.
        ///
        /// Documented in *CodeArts Req*.
        pub time: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Event {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                id: fields.required("id")?,
                time: fields.required("time")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Event {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("id", &self.id)?;
            members.required("time", &self.time)?;
            members.end(&self.extra)
        }
    }

    types::deserialize!(Operator, Event);
}

/// What is inside of [`Build`].
pub mod build {
    use crate::types;

    /// The build task and what happened to it.
    ///
    /// Documented in *CodeArts Build*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Build {
        /// Title of the notification.
        ///
        /// For instance `"Build Notification"`.
        ///
        /// Documented in *CodeArts Build*.
        ///
        /// In the payload: `TITLE`.
        pub title: String,
        /// Address of the build task.
        ///
        /// Documented in *CodeArts Build*.
        ///
        /// In the payload: `URL`.
        pub url: String,
        /// Name of the event; its values are not listed.
        ///
        /// For instance `"Build task edited"`.
        ///
        /// Documented in *CodeArts Build*.
        ///
        /// In the payload: `EVENT`.
        pub event: String,
        /// Name of the user whose action caused the event.
        ///
        /// For instance `"User A"`.
        ///
        /// Documented in *CodeArts Build*.
        ///
        /// In the payload: `EXECUTOR_NAME`.
        pub executor_name: String,
        /// Id of the user whose action caused the event.
        ///
        /// Documented in *CodeArts Build*.
        ///
        /// In the payload: `EXECUTOR_ID`.
        pub executor_id: String,
        /// When the event was executed.
        ///
        /// For instance `"2025-02-06 11:11:11"`.
        ///
        /// Documented in *CodeArts Build*.
        ///
        /// In the payload: `EXECUTE_TIME`.
        pub execute_time: String,
        /// Name of the build task.
        ///
        /// For instance `"Test-Build-Task-1"`.
        ///
        /// Documented in *CodeArts Build*.
        ///
        /// In the payload: `TASK_NAME`.
        pub task_name: String,
        /// Name of the build task's project.
        ///
        /// For instance `"Test Project 1"`.
        ///
        /// Documented in *CodeArts Build*.
        ///
        /// In the payload: `PROJECT_NAME`.
        pub project_name: String,
        /// Id of the build task's project.
        ///
        /// Documented in *CodeArts Build*.
        ///
        /// In the payload: `PROJECT_ID`.
        pub project_id: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Build {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                title: fields.required("TITLE")?,
                url: fields.required("URL")?,
                event: fields.required("EVENT")?,
                executor_name: fields.required("EXECUTOR_NAME")?,
                executor_id: fields.required("EXECUTOR_ID")?,
                execute_time: fields.required("EXECUTE_TIME")?,
                task_name: fields.required("TASK_NAME")?,
                project_name: fields.required("PROJECT_NAME")?,
                project_id: fields.required("PROJECT_ID")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Build {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("TITLE", &self.title)?;
            members.required("URL", &self.url)?;
            members.required("EVENT", &self.event)?;
            members.required("EXECUTOR_NAME", &self.executor_name)?;
            members.required("EXECUTOR_ID", &self.executor_id)?;
            members.required("EXECUTE_TIME", &self.execute_time)?;
            members.required("TASK_NAME", &self.task_name)?;
            members.required("PROJECT_NAME", &self.project_name)?;
            members.required("PROJECT_ID", &self.project_id)?;
            members.end(&self.extra)
        }
    }

    types::deserialize!(Build);
}
