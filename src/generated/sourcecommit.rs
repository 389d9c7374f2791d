// Made by `cargo xtask codegen` from `schemas/`: change those, not this file.
//! The payloads of NAVER Cloud SourceCommit, as [Webhook event
//! list](https://guide.ncloud-docs.com/docs/en/sourcecommit-use-webhook-event) documents them.

use crate::types;

/// An event of NAVER Cloud SourceCommit.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// Commits are pushed; the push that makes a new branch sends `create` instead.
    Push(Push),
    /// A pull request is opened, closed, merged or edited, or its source branch moves.
    PullRequest(PullRequest),
    /// A branch or a tag is created.
    Create(Create),
    /// A branch or a tag is deleted.
    Delete(Delete),
    /// The webhook itself is deleted.
    Meta(Meta),
    /// The repository's description or its use of File Safer is changed.
    Repository(RepositoryEvent),
    /// File Safer finishes a malware scan.
    FileSafer(FileSafer),
    /// A file is locked or unlocked with Git LFS.
    FileLock(FileLock),
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
            Self::PullRequest(_) => Some(PullRequest::NAME),
            Self::Create(_) => Some(Create::NAME),
            Self::Delete(_) => Some(Delete::NAME),
            Self::Meta(_) => Some(Meta::NAME),
            Self::Repository(_) => Some(RepositoryEvent::NAME),
            Self::FileSafer(_) => Some(FileSafer::NAME),
            Self::FileLock(_) => Some(FileLock::NAME),
            Self::Unknown(unknown) => unknown.name.as_deref(),
        }
    }
}

impl serde::Serialize for Event {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Push(event) => event.serialize(serializer),
            Self::PullRequest(event) => event.serialize(serializer),
            Self::Create(event) => event.serialize(serializer),
            Self::Delete(event) => event.serialize(serializer),
            Self::Meta(event) => event.serialize(serializer),
            Self::Repository(event) => event.serialize(serializer),
            Self::FileSafer(event) => event.serialize(serializer),
            Self::FileLock(event) => event.serialize(serializer),
            Self::Unknown(unknown) => unknown.body.serialize(serializer),
        }
    }
}

/// The provider's id.
pub const PROVIDER: &str = "sourcecommit";

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
                    "pull_request" => {
                        Self::PullRequest(types::FromValue::from_value(body)?)
                    }
                    "create" => Self::Create(types::FromValue::from_value(body)?),
                    "delete" => Self::Delete(types::FromValue::from_value(body)?),
                    "meta" => Self::Meta(types::FromValue::from_value(body)?),
                    "repository" => Self::Repository(types::FromValue::from_value(body)?),
                    "file_safer" => Self::FileSafer(types::FromValue::from_value(body)?),
                    "file_lock" => Self::FileLock(types::FromValue::from_value(body)?),
                    _ => return Ok(None),
                },
            ),
        )
    }

    fn unknown(unknown: types::Unknown) -> Self {
        Self::Unknown(unknown)
    }
}

/// Commits were pushed. A new branch sends `create` instead.
///
/// Documented in *Webhook event list*, *Webhook payload format* and *Push event details and examples*.
#[derive(Debug, Clone, PartialEq)]
pub struct Push {
    /// Version of the webhook format.
    ///
    /// Documented to be `"v1"`.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub version: Version,
    /// The repository that the event is about.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub repository: Repository,
    /// The account behind the event.
    ///
    /// Documented in *Webhook payload format*, *Sender information format* and *Full example of payload*.
    pub sender: Sender,
    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub event: push::Event,
    /// When the webhook was called.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub timestamp: i64,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl Push {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "sourcecommit/push";

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
            version: fields.required("version")?,
            repository: fields.required("repository")?,
            sender: fields.required("sender")?,
            event: fields.required("event")?,
            timestamp: fields.required("timestamp")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Push {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("version", &self.version)?;
        members.required("repository", &self.repository)?;
        members.required("sender", &self.sender)?;
        members.required("event", &self.event)?;
        members.required("timestamp", &self.timestamp)?;
        members.end(&self.extra)
    }
}

/// Version of the webhook format; the document knows one.
///
/// Documented to be `"v1"`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Version {
    /// `v1`
    V1,
    /// A value that is not documented.
    Other(String),
}

types::open_values!(Version, V1 = "v1");

/// The repository that the event is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Repository {
    /// Number that identifies the repository.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub id: i64,
    /// Name of the repository.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub name: String,
    /// Text that describes the repository.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub description: String,
    /// Address for Git over SSH.
    ///
    /// Its documented form: an absolute URI such as `https://host/path`.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub ssh_url: String,
    /// Address for Git over HTTPS.
    ///
    /// Its documented form: an absolute URI such as `https://host/path`.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub https_url: String,
    /// Address of the repository's page in the portal.
    ///
    /// Its documented form: an absolute URI such as `https://host/path`.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub portaladdr: String,
    /// When the repository was created.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub created_at: i64,
    /// User who created the repository; the example shows an e-mail address, none is required.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub owner: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for Repository {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            id: fields.required("id")?,
            name: fields.required("name")?,
            description: fields.required("description")?,
            ssh_url: fields.required("ssh_url")?,
            https_url: fields.required("https_url")?,
            portaladdr: fields.required("portaladdr")?,
            created_at: fields.required("created_at")?,
            owner: fields.required("owner")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Repository {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("id", &self.id)?;
        members.required("name", &self.name)?;
        members.required("description", &self.description)?;
        members.required("ssh_url", &self.ssh_url)?;
        members.required("https_url", &self.https_url)?;
        members.required("portaladdr", &self.portaladdr)?;
        members.required("created_at", &self.created_at)?;
        members.required("owner", &self.owner)?;
        members.end(&self.extra)
    }
}

/// The account behind the event. Its form follows from `type`, or from the lack of it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Sender {
    /// A user who worked over the HTTPS address.
    Https(HttpsSender),
    /// The main account, over the SSH address.
    SshTenant(SshTenantSender),
    /// A sub-account, over the SSH address.
    SshSubAccount(SshSubAccountSender),
    /// The service itself, reporting a finished File Safer scan.
    System(SystemSender),
}

impl types::FromValue for Sender {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        match types::select(&value, "type", &["Tenant", "SubAccount", "system"])? {
            Some("Tenant") => SshTenantSender::from_value(value).map(Self::SshTenant),
            Some("SubAccount") => {
                SshSubAccountSender::from_value(value).map(Self::SshSubAccount)
            }
            Some("system") => SystemSender::from_value(value).map(Self::System),
            _ => HttpsSender::from_value(value).map(Self::Https),
        }
    }
}

impl serde::Serialize for Sender {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Https(form) => form.serialize(serializer),
            Self::SshTenant(form) => form.serialize(serializer),
            Self::SshSubAccount(form) => form.serialize(serializer),
            Self::System(form) => form.serialize(serializer),
        }
    }
}

/// A user who worked over the HTTPS address.
#[derive(Debug, Clone, PartialEq)]
pub struct HttpsSender {
    /// Customer number of the account.
    ///
    /// Documented in *Sender information format* and *Full example of payload*.
    ///
    /// In the payload: `mbrNo`.
    pub mbr_no: String,
    /// Name of the user.
    ///
    /// Documented in *Sender information format* and *Full example of payload*.
    pub user_id: String,
    /// Identification of the customer; not a UUID, though it looks like one.
    ///
    /// Documented in *Sender information format* and *Full example of payload*.
    pub id_no: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for HttpsSender {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            mbr_no: fields.required("mbrNo")?,
            user_id: fields.required("user_id")?,
            id_no: fields.required("id_no")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for HttpsSender {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("mbrNo", &self.mbr_no)?;
        members.required("user_id", &self.user_id)?;
        members.required("id_no", &self.id_no)?;
        members.end(&self.extra)
    }
}

/// The main account, over the SSH address.
#[derive(Debug, Clone, PartialEq)]
pub struct SshTenantSender {
    /// Customer number of the account.
    ///
    /// Documented in *Sender information format*.
    ///
    /// In the payload: `mbrNo`.
    pub mbr_no: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for SshTenantSender {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        fields.fixed("type", "Tenant")?;
        Ok(Self {
            mbr_no: fields.required("mbrNo")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for SshTenantSender {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("type", "Tenant")?;
        members.required("mbrNo", &self.mbr_no)?;
        members.end(&self.extra)
    }
}

/// A sub-account, over the SSH address.
#[derive(Debug, Clone, PartialEq)]
pub struct SshSubAccountSender {
    /// Customer number of the account.
    ///
    /// Documented in *Sender information format*.
    ///
    /// In the payload: `mbrNo`.
    pub mbr_no: String,
    /// Name of the sub-account's user.
    ///
    /// Documented in *Sender information format*.
    pub user_id: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for SshSubAccountSender {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        fields.fixed("type", "SubAccount")?;
        Ok(Self {
            mbr_no: fields.required("mbrNo")?,
            user_id: fields.required("user_id")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for SshSubAccountSender {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("type", "SubAccount")?;
        members.required("mbrNo", &self.mbr_no)?;
        members.required("user_id", &self.user_id)?;
        members.end(&self.extra)
    }
}

/// The service itself, reporting a finished File Safer scan.
#[derive(Debug, Clone, PartialEq)]
pub struct SystemSender {
    /// Customer number of the account.
    ///
    /// Documented in *Sender information format*.
    ///
    /// In the payload: `mbrNo`.
    pub mbr_no: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for SystemSender {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        fields.fixed("type", "system")?;
        Ok(Self {
            mbr_no: fields.required("mbrNo")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for SystemSender {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("type", "system")?;
        members.required("mbrNo", &self.mbr_no)?;
        members.end(&self.extra)
    }
}

/// Who changed the ref with Git. Its form follows from `protocol`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Pusher {
    /// A user of Git over HTTPS.
    Https(HttpsPusher),
    /// A user of Git over SSH.
    Ssh(SshPusher),
}

impl types::FromValue for Pusher {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        match types::select(&value, "protocol", &["https", "ssh"])? {
            Some("https") => HttpsPusher::from_value(value).map(Self::Https),
            Some("ssh") => SshPusher::from_value(value).map(Self::Ssh),
            _ => Err(types::Error::missing("protocol", value.start)),
        }
    }
}

impl serde::Serialize for Pusher {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Https(form) => form.serialize(serializer),
            Self::Ssh(form) => form.serialize(serializer),
        }
    }
}

/// A user of Git over HTTPS.
#[derive(Debug, Clone, PartialEq)]
pub struct HttpsPusher {
    /// Name of the user.
    ///
    /// Documented in *Sender information format*, *Full example of payload*, *Push event details and
    /// examples*, *Create event details and examples* and *Delete event details and examples*.
    pub user_id: String,
    /// Identification of the customer.
    ///
    /// Documented in *Sender information format*, *Full example of payload*, *Push event details and
    /// examples*, *Create event details and examples* and *Delete event details and examples*.
    pub id_no: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for HttpsPusher {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        fields.fixed("protocol", "https")?;
        Ok(Self {
            user_id: fields.required("user_id")?,
            id_no: fields.required("id_no")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for HttpsPusher {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("protocol", "https")?;
        members.required("user_id", &self.user_id)?;
        members.required("id_no", &self.id_no)?;
        members.end(&self.extra)
    }
}

/// A user of Git over SSH.
#[derive(Debug, Clone, PartialEq)]
pub struct SshPusher {
    /// Name of the user, or a fixed text for the main account.
    ///
    /// For instance `"[Tenant Account]"`.
    ///
    /// Documented in *Sender information format*, *Push event details and examples*, *Create event details
    /// and examples* and *Delete event details and examples*.
    pub user_id: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for SshPusher {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        fields.fixed("protocol", "ssh")?;
        Ok(Self {
            user_id: fields.required("user_id")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for SshPusher {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("protocol", "ssh")?;
        members.required("user_id", &self.user_id)?;
        members.end(&self.extra)
    }
}

/// One commit.
#[derive(Debug, Clone, PartialEq)]
pub struct Commit {
    /// Hash of the commit.
    ///
    /// Its documented form: 40 lower-case hexadecimal digits.
    ///
    /// Documented in *Full example of payload*, *Push event details and examples*, *Create event details
    /// and examples* and *Delete event details and examples*.
    pub hash_id: types::Revision,
    /// Hash of the commit's tree.
    ///
    /// Its documented form: 40 lower-case hexadecimal digits.
    ///
    /// Documented in *Full example of payload*, *Push event details and examples*, *Create event details
    /// and examples* and *Delete event details and examples*.
    pub tree_id: types::Revision,
    /// Hash of the parent; what a first or a merge commit has here is not documented.
    ///
    /// Documented in *Full example of payload*, *Push event details and examples*, *Create event details
    /// and examples* and *Delete event details and examples*.
    pub parent_hash_id: String,
    /// Time of the commit in Unix seconds, written as text.
    ///
    /// Its documented form: decimal digits.
    ///
    /// Documented in *Full example of payload*, *Push event details and examples*, *Create event details
    /// and examples* and *Delete event details and examples*.
    pub timestamp: String,
    /// Who wrote the change.
    ///
    /// Documented in *Full example of payload*, *Push event details and examples*, *Create event details
    /// and examples* and *Delete event details and examples*.
    pub author: commit::Author,
    /// Who made the commit.
    ///
    /// Documented in *Full example of payload*, *Push event details and examples*, *Create event details
    /// and examples* and *Delete event details and examples*.
    pub committer: commit::Committer,
    /// Message of the commit.
    ///
    /// Documented in *Full example of payload*, *Push event details and examples*, *Create event details
    /// and examples* and *Delete event details and examples*.
    pub commit_message: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for Commit {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            hash_id: fields.required("hash_id")?,
            tree_id: fields.required("tree_id")?,
            parent_hash_id: fields.required("parent_hash_id")?,
            timestamp: fields.required("timestamp")?,
            author: fields.required("author")?,
            committer: fields.required("committer")?,
            commit_message: fields.required("commit_message")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Commit {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("hash_id", &self.hash_id)?;
        members.required("tree_id", &self.tree_id)?;
        members.required("parent_hash_id", &self.parent_hash_id)?;
        members.required("timestamp", &self.timestamp)?;
        members.required("author", &self.author)?;
        members.required("committer", &self.committer)?;
        members.required("commit_message", &self.commit_message)?;
        members.end(&self.extra)
    }
}

/// A pull request was opened, changed or ended.
///
/// Documented in *Webhook event list*, *Webhook payload format* and *pull_request event details and
/// examples*.
#[derive(Debug, Clone, PartialEq)]
pub struct PullRequest {
    /// Version of the webhook format.
    ///
    /// Documented to be `"v1"`.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub version: Version,
    /// The repository that the event is about.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub repository: Repository,
    /// The account behind the event.
    ///
    /// Documented in *Webhook payload format*, *Sender information format* and *Full example of payload*.
    pub sender: Sender,
    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub event: pull_request::Event,
    /// When the webhook was called.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub timestamp: i64,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl PullRequest {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "sourcecommit/pull_request";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for PullRequest {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            version: fields.required("version")?,
            repository: fields.required("repository")?,
            sender: fields.required("sender")?,
            event: fields.required("event")?,
            timestamp: fields.required("timestamp")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for PullRequest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("version", &self.version)?;
        members.required("repository", &self.repository)?;
        members.required("sender", &self.sender)?;
        members.required("event", &self.event)?;
        members.required("timestamp", &self.timestamp)?;
        members.end(&self.extra)
    }
}

/// One side of a pull request.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// Name of the branch.
    ///
    /// Documented in *pull_request event details and examples*.
    pub branch: String,
    /// Hash that the branch points to.
    ///
    /// Its documented form: 40 lower-case hexadecimal digits.
    ///
    /// Documented in *pull_request event details and examples*.
    pub sha: types::Revision,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for Branch {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            branch: fields.required("branch")?,
            sha: fields.required("sha")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Branch {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("branch", &self.branch)?;
        members.required("sha", &self.sha)?;
        members.end(&self.extra)
    }
}

/// Who acted in the console.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsoleUser {
    /// Name of the user.
    ///
    /// Documented in *pull_request event details and examples*, *Repository event details and examples*
    /// and *file_lock event details and examples*.
    pub user_id: String,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for ConsoleUser {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            user_id: fields.required("user_id")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for ConsoleUser {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("user_id", &self.user_id)?;
        members.end(&self.extra)
    }
}

/// A branch or a tag was created.
///
/// Documented in *Webhook event list*, *Webhook payload format*, *Full example of payload* and *Create
/// event details and examples*.
#[derive(Debug, Clone, PartialEq)]
pub struct Create {
    /// Version of the webhook format.
    ///
    /// Documented to be `"v1"`.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub version: Version,
    /// The repository that the event is about.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub repository: Repository,
    /// The account behind the event.
    ///
    /// Documented in *Webhook payload format*, *Sender information format* and *Full example of payload*.
    pub sender: Sender,
    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub event: create::Event,
    /// When the webhook was called.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub timestamp: i64,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl Create {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "sourcecommit/create";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for Create {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            version: fields.required("version")?,
            repository: fields.required("repository")?,
            sender: fields.required("sender")?,
            event: fields.required("event")?,
            timestamp: fields.required("timestamp")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Create {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("version", &self.version)?;
        members.required("repository", &self.repository)?;
        members.required("sender", &self.sender)?;
        members.required("event", &self.event)?;
        members.required("timestamp", &self.timestamp)?;
        members.end(&self.extra)
    }
}

/// A branch or a tag was deleted.
///
/// Documented in *Webhook event list*, *Webhook payload format* and *Delete event details and
/// examples*.
#[derive(Debug, Clone, PartialEq)]
pub struct Delete {
    /// Version of the webhook format.
    ///
    /// Documented to be `"v1"`.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub version: Version,
    /// The repository that the event is about.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub repository: Repository,
    /// The account behind the event.
    ///
    /// Documented in *Webhook payload format*, *Sender information format* and *Full example of payload*.
    pub sender: Sender,
    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub event: delete::Event,
    /// When the webhook was called.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub timestamp: i64,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl Delete {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "sourcecommit/delete";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for Delete {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            version: fields.required("version")?,
            repository: fields.required("repository")?,
            sender: fields.required("sender")?,
            event: fields.required("event")?,
            timestamp: fields.required("timestamp")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Delete {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("version", &self.version)?;
        members.required("repository", &self.repository)?;
        members.required("sender", &self.sender)?;
        members.required("event", &self.event)?;
        members.required("timestamp", &self.timestamp)?;
        members.end(&self.extra)
    }
}

/// The webhook itself was deleted.
///
/// Documented in *Webhook event list*, *Webhook payload format* and *Meta event details and examples*.
#[derive(Debug, Clone, PartialEq)]
pub struct Meta {
    /// Version of the webhook format.
    ///
    /// Documented to be `"v1"`.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub version: Version,
    /// The repository that the event is about.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub repository: Repository,
    /// The account behind the event.
    ///
    /// Documented in *Webhook payload format*, *Sender information format* and *Full example of payload*.
    pub sender: Sender,
    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub event: meta::Event,
    /// When the webhook was called.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub timestamp: i64,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl Meta {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "sourcecommit/meta";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for Meta {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            version: fields.required("version")?,
            repository: fields.required("repository")?,
            sender: fields.required("sender")?,
            event: fields.required("event")?,
            timestamp: fields.required("timestamp")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Meta {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("version", &self.version)?;
        members.required("repository", &self.repository)?;
        members.required("sender", &self.sender)?;
        members.required("event", &self.event)?;
        members.required("timestamp", &self.timestamp)?;
        members.end(&self.extra)
    }
}

/// The repository's description or its use of File Safer was changed.
///
/// Documented in *Webhook event list*, *Webhook payload format* and *Repository event details and
/// examples*.
#[derive(Debug, Clone, PartialEq)]
pub struct RepositoryEvent {
    /// Version of the webhook format.
    ///
    /// Documented to be `"v1"`.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub version: Version,
    /// The repository that the event is about.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub repository: Repository,
    /// The account behind the event.
    ///
    /// Documented in *Webhook payload format*, *Sender information format* and *Full example of payload*.
    pub sender: Sender,
    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub event: repository_event::Event,
    /// When the webhook was called.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub timestamp: i64,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl RepositoryEvent {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "sourcecommit/repository";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for RepositoryEvent {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            version: fields.required("version")?,
            repository: fields.required("repository")?,
            sender: fields.required("sender")?,
            event: fields.required("event")?,
            timestamp: fields.required("timestamp")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for RepositoryEvent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("version", &self.version)?;
        members.required("repository", &self.repository)?;
        members.required("sender", &self.sender)?;
        members.required("event", &self.event)?;
        members.required("timestamp", &self.timestamp)?;
        members.end(&self.extra)
    }
}

/// The settings of a repository that can be edited.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Text that describes the repository.
    ///
    /// Documented in *Repository event details and examples*.
    pub description: String,
    /// Whether File Safer scans the repository.
    ///
    /// Documented in *Repository event details and examples*.
    pub file_safer: bool,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl types::FromValue for Settings {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            description: fields.required("description")?,
            file_safer: fields.required("file_safer")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for Settings {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("description", &self.description)?;
        members.required("file_safer", &self.file_safer)?;
        members.end(&self.extra)
    }
}

/// File Safer has finished a malware scan.
///
/// Documented in *Webhook event list*, *Webhook payload format* and *file_safer event details and
/// examples*.
#[derive(Debug, Clone, PartialEq)]
pub struct FileSafer {
    /// Version of the webhook format.
    ///
    /// Documented to be `"v1"`.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub version: Version,
    /// The repository that the event is about.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub repository: Repository,
    /// The account behind the event.
    ///
    /// Documented in *Webhook payload format*, *Sender information format* and *Full example of payload*.
    pub sender: Sender,
    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub event: file_safer::Event,
    /// When the webhook was called.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub timestamp: i64,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl FileSafer {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "sourcecommit/file_safer";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for FileSafer {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            version: fields.required("version")?,
            repository: fields.required("repository")?,
            sender: fields.required("sender")?,
            event: fields.required("event")?,
            timestamp: fields.required("timestamp")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for FileSafer {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("version", &self.version)?;
        members.required("repository", &self.repository)?;
        members.required("sender", &self.sender)?;
        members.required("event", &self.event)?;
        members.required("timestamp", &self.timestamp)?;
        members.end(&self.extra)
    }
}

/// A file was locked or unlocked with Git LFS.
///
/// Documented in *Webhook event list*, *Webhook payload format* and *file_lock event details and
/// examples*.
#[derive(Debug, Clone, PartialEq)]
pub struct FileLock {
    /// Version of the webhook format.
    ///
    /// Documented to be `"v1"`.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub version: Version,
    /// The repository that the event is about.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub repository: Repository,
    /// The account behind the event.
    ///
    /// Documented in *Webhook payload format*, *Sender information format* and *Full example of payload*.
    pub sender: Sender,
    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub event: file_lock::Event,
    /// When the webhook was called.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    pub timestamp: i64,
    /// The members that are not documented.
    pub extra: types::Extra,
}

impl FileLock {
    /// The name of the event: provider and event.
    pub const NAME: &'static str = "sourcecommit/file_lock";

    /// Reads the payload of this event.
    ///
    /// # Errors
    ///
    /// The text is malformed, or the first place that is not what it must be.
    pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
        types::from_slice(text)
    }
}

impl types::FromValue for FileLock {
    fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
        let mut fields = types::Fields::of(value)?;
        Ok(Self {
            version: fields.required("version")?,
            repository: fields.required("repository")?,
            sender: fields.required("sender")?,
            event: fields.required("event")?,
            timestamp: fields.required("timestamp")?,
            extra: fields.extra(),
        })
    }
}

impl serde::Serialize for FileLock {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = types::Members::<S>::of(serializer)?;
        members.required("version", &self.version)?;
        members.required("repository", &self.repository)?;
        members.required("sender", &self.sender)?;
        members.required("event", &self.event)?;
        members.required("timestamp", &self.timestamp)?;
        members.end(&self.extra)
    }
}

types::deserialize!(
    Push, Repository, Sender, HttpsSender, SshTenantSender, SshSubAccountSender,
    SystemSender, Pusher, HttpsPusher, SshPusher, Commit, PullRequest, Branch,
    ConsoleUser, Create, Delete, Meta, RepositoryEvent, Settings, FileSafer, FileLock
);

/// What is inside of [`Push`].
pub mod push {
    use crate::types;

    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Event {
        /// What was pushed, and by whom.
        ///
        /// Documented in *Webhook payload format* and *Push event details and examples*.
        pub payload: Payload,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Event {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            fields.fixed("type", "push")?;
            Ok(Self {
                payload: fields.required("payload")?,
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
            members.required("type", "push")?;
            members.required("payload", &self.payload)?;
            members.end(&self.extra)
        }
    }

    /// What was pushed, and by whom.
    ///
    /// Documented in *Webhook payload format* and *Push event details and examples*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Payload {
        /// Full name of the ref that was pushed to.
        ///
        /// Its documented form: a ref that starts with refs/heads/ or refs/tags/.
        ///
        /// Documented in *Push event details and examples*.
        pub r#ref: types::RefName,
        /// What was done.
        ///
        /// Documented to be `"commit"`.
        ///
        /// Documented in *Webhook event list* and *Push event details and examples*.
        pub action: Action,
        /// Hash that the ref pointed to before the push.
        ///
        /// Its documented form: 40 lower-case hexadecimal digits.
        ///
        /// Documented in *Push event details and examples*.
        pub before: types::Revision,
        /// Hash that the ref points to now.
        ///
        /// Its documented form: 40 lower-case hexadecimal digits.
        ///
        /// Documented in *Push event details and examples*.
        pub after: types::Revision,
        /// Who pushed.
        ///
        /// Documented in *Push event details and examples*.
        pub sender: super::Pusher,
        /// The head commit of the push, as a list.
        ///
        /// Documented in *Push event details and examples*.
        pub head_commit: Vec<super::Commit>,
        /// The commits that were pushed, newest first.
        ///
        /// Documented in *Push event details and examples*.
        pub commits: Vec<super::Commit>,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Payload {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                r#ref: fields.required("ref")?,
                action: fields.required("action")?,
                before: fields.required("before")?,
                after: fields.required("after")?,
                sender: fields.required("sender")?,
                head_commit: fields.required("head_commit")?,
                commits: fields.required("commits")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Payload {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("ref", &self.r#ref)?;
            members.required("action", &self.action)?;
            members.required("before", &self.before)?;
            members.required("after", &self.after)?;
            members.required("sender", &self.sender)?;
            members.required("head_commit", &self.head_commit)?;
            members.required("commits", &self.commits)?;
            members.end(&self.extra)
        }
    }

    /// What was done.
    ///
    /// Documented to be `"commit"`.
    ///
    /// Documented in *Webhook event list* and *Push event details and examples*.
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Action {
        /// `commit`
        Commit,
        /// A value that is not documented.
        Other(String),
    }

    types::open_values!(Action, Commit = "commit");

    types::deserialize!(Event, Payload);
}

/// What is inside of [`Commit`].
pub mod commit {
    use crate::types;

    /// Who wrote the change.
    ///
    /// Documented in *Full example of payload*, *Push event details and examples*, *Create event details
    /// and examples* and *Delete event details and examples*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Author {
        /// Name of the author.
        ///
        /// Documented in *Full example of payload*, *Push event details and examples*, *Create event details
        /// and examples* and *Delete event details and examples*.
        pub author_name: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Author {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                author_name: fields.required("author_name")?,
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
            members.required("author_name", &self.author_name)?;
            members.end(&self.extra)
        }
    }

    /// Who made the commit.
    ///
    /// Documented in *Full example of payload*, *Push event details and examples*, *Create event details
    /// and examples* and *Delete event details and examples*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Committer {
        /// Name of the committer.
        ///
        /// Documented in *Full example of payload*, *Push event details and examples*, *Create event details
        /// and examples* and *Delete event details and examples*.
        pub committer_name: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Committer {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                committer_name: fields.required("committer_name")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Committer {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("committer_name", &self.committer_name)?;
            members.end(&self.extra)
        }
    }

    types::deserialize!(Author, Committer);
}

/// What is inside of [`PullRequest`].
pub mod pull_request {
    use crate::types;

    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Event {
        /// The pull request, and what was done to it.
        ///
        /// Documented in *Webhook payload format* and *pull_request event details and examples*.
        pub payload: Payload,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Event {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            fields.fixed("type", "pull_request")?;
            Ok(Self {
                payload: fields.required("payload")?,
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
            members.required("type", "pull_request")?;
            members.required("payload", &self.payload)?;
            members.end(&self.extra)
        }
    }

    /// The pull request, and what was done to it.
    ///
    /// Documented in *Webhook payload format* and *pull_request event details and examples*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Payload {
        /// What was done: `edited` changes title or description, `updated_head` is a push to the source
        /// branch.
        ///
        /// Documented to be `"opened"`, `"closed"`, `"merged"`, `"edited"` or `"updated_head"`.
        ///
        /// Documented in *Webhook event list* and *pull_request event details and examples*.
        pub action: Action,
        /// Number of the pull request.
        ///
        /// Documented in *pull_request event details and examples*.
        pub pull_request_number: i64,
        /// Title of the pull request.
        ///
        /// Documented in *pull_request event details and examples*.
        pub pull_request_title: String,
        /// Description of the pull request.
        ///
        /// Documented in *pull_request event details and examples*.
        pub pull_request_description: String,
        /// The source branch.
        ///
        /// Documented in *pull_request event details and examples*.
        pub from: super::Branch,
        /// The target branch.
        ///
        /// Documented in *pull_request event details and examples*.
        pub to: super::Branch,
        /// Who acted.
        ///
        /// Documented in *pull_request event details and examples*.
        pub sender: super::ConsoleUser,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Payload {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                action: Action::take(&mut fields)?,
                pull_request_number: fields.required("pull_request_number")?,
                pull_request_title: fields.required("pull_request_title")?,
                pull_request_description: fields.required("pull_request_description")?,
                from: fields.required("from")?,
                to: fields.required("to")?,
                sender: fields.required("sender")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Payload {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            self.action.write(&mut members)?;
            members.required("pull_request_number", &self.pull_request_number)?;
            members.required("pull_request_title", &self.pull_request_title)?;
            members
                .required("pull_request_description", &self.pull_request_description)?;
            members.required("from", &self.from)?;
            members.required("to", &self.to)?;
            members.required("sender", &self.sender)?;
            members.end(&self.extra)
        }
    }

    /// What was done: `edited` changes title or description, `updated_head` is a push to the source
    /// branch.
    ///
    /// Documented to be `"opened"`, `"closed"`, `"merged"`, `"edited"` or `"updated_head"`.
    ///
    /// Documented in *Webhook event list* and *pull_request event details and examples*.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Action {
        /// `opened`
        Opened {
            /// Whether the branches merge without a conflict; sent for `opened` and `updated_head` only.
            ///
            /// Documented in *pull_request event details and examples*.
            auto_merge_enable: bool,
        },
        /// `closed`
        Closed,
        /// `merged`
        Merged,
        /// `edited`
        Edited,
        /// `updated_head`
        UpdatedHead {
            /// Whether the branches merge without a conflict; sent for `opened` and `updated_head` only.
            ///
            /// Documented in *pull_request event details and examples*.
            auto_merge_enable: bool,
        },
        /// A value that is not documented.
        Other(String),
    }

    impl Action {
        /// The values that are documented.
        pub const DOCUMENTED: &'static [&'static str] = ActionKind::DOCUMENTED;

        /// The text of the value.
        #[must_use]
        pub fn as_str(&self) -> &str {
            match self {
                Self::Opened { .. } => "opened",
                Self::Closed => "closed",
                Self::Merged => "merged",
                Self::Edited => "edited",
                Self::UpdatedHead { .. } => "updated_head",
                Self::Other(text) => text,
            }
        }

        /// The value alone.
        #[must_use]
        pub fn kind(&self) -> ActionKind {
            match self {
                Self::Opened { .. } => ActionKind::Opened,
                Self::Closed => ActionKind::Closed,
                Self::Merged => ActionKind::Merged,
                Self::Edited => ActionKind::Edited,
                Self::UpdatedHead { .. } => ActionKind::UpdatedHead,
                Self::Other(text) => ActionKind::Other(text.clone()),
            }
        }
    }

    impl std::fmt::Display for Action {
        fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            formatter.write_str(self.as_str())
        }
    }

    impl Action {
        pub(super) fn take(
            fields: &mut types::Fields<'_>,
        ) -> Result<Self, types::Error> {
            Ok(
                match fields.required("action")? {
                    ActionKind::Opened => {
                        Self::Opened {
                            auto_merge_enable: fields.required("auto_merge_enable")?,
                        }
                    }
                    ActionKind::Closed => Self::Closed,
                    ActionKind::Merged => Self::Merged,
                    ActionKind::Edited => Self::Edited,
                    ActionKind::UpdatedHead => {
                        Self::UpdatedHead {
                            auto_merge_enable: fields.required("auto_merge_enable")?,
                        }
                    }
                    ActionKind::Other(text) => Self::Other(text),
                },
            )
        }

        pub(super) fn write<S: serde::Serializer>(
            &self,
            members: &mut types::Members<S>,
        ) -> Result<(), S::Error> {
            members.required("action", self.as_str())?;
            match self {
                Self::Opened { auto_merge_enable } => {
                    members.required("auto_merge_enable", auto_merge_enable)?;
                }
                Self::Closed => {}
                Self::Merged => {}
                Self::Edited => {}
                Self::UpdatedHead { auto_merge_enable } => {
                    members.required("auto_merge_enable", auto_merge_enable)?;
                }
                Self::Other(_) => {}
            }
            Ok(())
        }
    }

    /// The values of [`Action`], without what comes with them.
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum ActionKind {
        /// `opened`
        Opened,
        /// `closed`
        Closed,
        /// `merged`
        Merged,
        /// `edited`
        Edited,
        /// `updated_head`
        UpdatedHead,
        /// A value that is not documented.
        Other(String),
    }

    types::open_values!(
        ActionKind, Opened = "opened", Closed = "closed", Merged = "merged", Edited =
        "edited", UpdatedHead = "updated_head"
    );

    types::deserialize!(Event, Payload);
}

/// What is inside of [`Create`].
pub mod create {
    use crate::types;

    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Event {
        /// What was created, and by whom.
        ///
        /// Documented in *Webhook payload format*, *Full example of payload* and *Create event details and
        /// examples*.
        pub payload: Payload,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Event {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            fields.fixed("type", "create")?;
            Ok(Self {
                payload: fields.required("payload")?,
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
            members.required("type", "create")?;
            members.required("payload", &self.payload)?;
            members.end(&self.extra)
        }
    }

    /// What was created, and by whom.
    ///
    /// Documented in *Webhook payload format*, *Full example of payload* and *Create event details and
    /// examples*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Payload {
        /// Full name of the created ref.
        ///
        /// Documented in *Full example of payload* and *Create event details and examples*.
        pub r#ref: types::RefName,
        /// Whether a branch or a tag was created.
        ///
        /// Documented to be `"branch"` or `"tag"`.
        ///
        /// Documented in *Full example of payload* and *Create event details and examples*.
        pub r#type: Type,
        /// Short name of the created branch or tag.
        ///
        /// Documented in *Full example of payload* and *Create event details and examples*.
        pub name: String,
        /// What was done.
        ///
        /// Documented to be `"created"`.
        ///
        /// Documented in *Webhook event list*, *Full example of payload* and *Create event details and
        /// examples*.
        pub action: Action,
        /// 40 zeros: there was nothing before.
        ///
        /// Documented to be `"0000000000000000000000000000000000000000"`.
        ///
        /// Documented in *Full example of payload* and *Create event details and examples*.
        pub before: types::Revision,
        /// Hash that the ref points to now.
        ///
        /// Its documented form: 40 lower-case hexadecimal digits.
        ///
        /// Documented in *Full example of payload* and *Create event details and examples*.
        pub after: types::Revision,
        /// Who created it.
        ///
        /// Documented in *Full example of payload* and *Create event details and examples*.
        pub sender: super::Pusher,
        /// The ref's head commit, as a list.
        ///
        /// Documented in *Full example of payload* and *Create event details and examples*.
        pub head_commit: Vec<super::Commit>,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Payload {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                r#ref: fields.required("ref")?,
                r#type: fields.required("type")?,
                name: fields.required("name")?,
                action: fields.required("action")?,
                before: fields.required("before")?,
                after: fields.required("after")?,
                sender: fields.required("sender")?,
                head_commit: fields.required("head_commit")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Payload {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("ref", &self.r#ref)?;
            members.required("type", &self.r#type)?;
            members.required("name", &self.name)?;
            members.required("action", &self.action)?;
            members.required("before", &self.before)?;
            members.required("after", &self.after)?;
            members.required("sender", &self.sender)?;
            members.required("head_commit", &self.head_commit)?;
            members.end(&self.extra)
        }
    }

    /// Whether a branch or a tag was created.
    ///
    /// Documented to be `"branch"` or `"tag"`.
    ///
    /// Documented in *Full example of payload* and *Create event details and examples*.
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Type {
        /// `branch`
        Branch,
        /// `tag`
        Tag,
        /// A value that is not documented.
        Other(String),
    }

    types::open_values!(Type, Branch = "branch", Tag = "tag");

    /// What was done.
    ///
    /// Documented to be `"created"`.
    ///
    /// Documented in *Webhook event list*, *Full example of payload* and *Create event details and
    /// examples*.
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Action {
        /// `created`
        Created,
        /// A value that is not documented.
        Other(String),
    }

    types::open_values!(Action, Created = "created");

    types::deserialize!(Event, Payload);
}

/// What is inside of [`Delete`].
pub mod delete {
    use crate::types;

    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Event {
        /// What was deleted, and by whom.
        ///
        /// Documented in *Webhook payload format* and *Delete event details and examples*.
        pub payload: Payload,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Event {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            fields.fixed("type", "delete")?;
            Ok(Self {
                payload: fields.required("payload")?,
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
            members.required("type", "delete")?;
            members.required("payload", &self.payload)?;
            members.end(&self.extra)
        }
    }

    /// What was deleted, and by whom.
    ///
    /// Documented in *Webhook payload format* and *Delete event details and examples*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Payload {
        /// Full name of the deleted ref.
        ///
        /// Documented in *Delete event details and examples*.
        pub r#ref: types::RefName,
        /// Whether a branch or a tag was deleted.
        ///
        /// Documented to be `"branch"` or `"tag"`.
        ///
        /// Documented in *Delete event details and examples*.
        pub r#type: Type,
        /// Short name of the deleted branch or tag.
        ///
        /// Documented in *Delete event details and examples*.
        pub name: String,
        /// What was done.
        ///
        /// Documented to be `"deleted"`.
        ///
        /// Documented in *Webhook event list* and *Delete event details and examples*.
        pub action: Action,
        /// Hash that the ref pointed to before.
        ///
        /// Its documented form: 40 lower-case hexadecimal digits.
        ///
        /// Documented in *Delete event details and examples*.
        pub before: types::Revision,
        /// 40 zeros: there is nothing any more.
        ///
        /// Documented to be `"0000000000000000000000000000000000000000"`.
        ///
        /// Documented in *Delete event details and examples*.
        pub after: types::Revision,
        /// Who deleted it.
        ///
        /// Documented in *Delete event details and examples*.
        pub sender: super::Pusher,
        /// The ref's head commit, as a list.
        ///
        /// Documented in *Delete event details and examples*.
        pub head_commit: Vec<super::Commit>,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Payload {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                r#ref: fields.required("ref")?,
                r#type: fields.required("type")?,
                name: fields.required("name")?,
                action: fields.required("action")?,
                before: fields.required("before")?,
                after: fields.required("after")?,
                sender: fields.required("sender")?,
                head_commit: fields.required("head_commit")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Payload {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("ref", &self.r#ref)?;
            members.required("type", &self.r#type)?;
            members.required("name", &self.name)?;
            members.required("action", &self.action)?;
            members.required("before", &self.before)?;
            members.required("after", &self.after)?;
            members.required("sender", &self.sender)?;
            members.required("head_commit", &self.head_commit)?;
            members.end(&self.extra)
        }
    }

    /// Whether a branch or a tag was deleted.
    ///
    /// Documented to be `"branch"` or `"tag"`.
    ///
    /// Documented in *Delete event details and examples*.
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Type {
        /// `branch`
        Branch,
        /// `tag`
        Tag,
        /// A value that is not documented.
        Other(String),
    }

    types::open_values!(Type, Branch = "branch", Tag = "tag");

    /// What was done.
    ///
    /// Documented to be `"deleted"`.
    ///
    /// Documented in *Webhook event list* and *Delete event details and examples*.
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Action {
        /// `deleted`
        Deleted,
        /// A value that is not documented.
        Other(String),
    }

    types::open_values!(Action, Deleted = "deleted");

    types::deserialize!(Event, Payload);
}

/// What is inside of [`Meta`].
pub mod meta {
    use crate::types;

    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Event {
        /// What happened to the webhook.
        ///
        /// Documented in *Webhook payload format* and *Meta event details and examples*.
        pub payload: Payload,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Event {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            fields.fixed("type", "meta")?;
            Ok(Self {
                payload: fields.required("payload")?,
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
            members.required("type", "meta")?;
            members.required("payload", &self.payload)?;
            members.end(&self.extra)
        }
    }

    /// What happened to the webhook.
    ///
    /// Documented in *Webhook payload format* and *Meta event details and examples*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Payload {
        /// The webhook that was deleted.
        ///
        /// Documented in *Meta event details and examples*.
        pub webhook: Webhook,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Payload {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                webhook: fields.required("webhook")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Payload {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("webhook", &self.webhook)?;
            members.end(&self.extra)
        }
    }

    /// The webhook that was deleted.
    ///
    /// Documented in *Meta event details and examples*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Webhook {
        /// Number that identifies the webhook.
        ///
        /// Documented in *Meta event details and examples*.
        pub id: i64,
        /// Name of the webhook.
        ///
        /// Documented in *Meta event details and examples*.
        pub name: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Webhook {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                id: fields.required("id")?,
                name: fields.required("name")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Webhook {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("id", &self.id)?;
            members.required("name", &self.name)?;
            members.end(&self.extra)
        }
    }

    types::deserialize!(Event, Payload, Webhook);
}

/// What is inside of [`RepositoryEvent`].
pub mod repository_event {
    use crate::types;

    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Event {
        /// What was changed, and by whom.
        ///
        /// Documented in *Webhook payload format* and *Repository event details and examples*.
        pub payload: Payload,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Event {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            fields.fixed("type", "repository")?;
            Ok(Self {
                payload: fields.required("payload")?,
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
            members.required("type", "repository")?;
            members.required("payload", &self.payload)?;
            members.end(&self.extra)
        }
    }

    /// What was changed, and by whom.
    ///
    /// Documented in *Webhook payload format* and *Repository event details and examples*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Payload {
        /// What was done.
        ///
        /// Documented to be `"edited"`.
        ///
        /// Documented in *Webhook event list* and *Repository event details and examples*.
        pub action: Action,
        /// Who acted.
        ///
        /// Documented in *Repository event details and examples*.
        pub sender: super::ConsoleUser,
        /// The settings before the change.
        ///
        /// Documented in *Repository event details and examples*.
        pub before: super::Settings,
        /// The settings after the change.
        ///
        /// Documented in *Repository event details and examples*.
        pub after: super::Settings,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Payload {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                action: fields.required("action")?,
                sender: fields.required("sender")?,
                before: fields.required("before")?,
                after: fields.required("after")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Payload {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("action", &self.action)?;
            members.required("sender", &self.sender)?;
            members.required("before", &self.before)?;
            members.required("after", &self.after)?;
            members.end(&self.extra)
        }
    }

    /// What was done.
    ///
    /// Documented to be `"edited"`.
    ///
    /// Documented in *Webhook event list* and *Repository event details and examples*.
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Action {
        /// `edited`
        Edited,
        /// A value that is not documented.
        Other(String),
    }

    types::open_values!(Action, Edited = "edited");

    types::deserialize!(Event, Payload);
}

/// What is inside of [`FileSafer`].
pub mod file_safer {
    use crate::types;

    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Event {
        /// The scan and its result.
        ///
        /// Documented in *Webhook payload format* and *file_safer event details and examples*.
        pub payload: Payload,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Event {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            fields.fixed("type", "file_safer")?;
            Ok(Self {
                payload: fields.required("payload")?,
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
            members.required("type", "file_safer")?;
            members.required("payload", &self.payload)?;
            members.end(&self.extra)
        }
    }

    /// The scan and its result.
    ///
    /// Documented in *Webhook payload format* and *file_safer event details and examples*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Payload {
        /// Hash of what was scanned.
        ///
        /// Its documented form: 40 lower-case hexadecimal digits.
        ///
        /// Documented in *file_safer event details and examples*.
        pub target_hash: types::Revision,
        /// What was done.
        ///
        /// Documented to be `"done"`.
        ///
        /// Documented in *Webhook event list* and *file_safer event details and examples*.
        pub action: Action,
        /// How many files were scanned.
        ///
        /// Documented in *file_safer event details and examples*.
        pub total_file_count: i64,
        /// How many of them are malicious.
        ///
        /// Documented in *file_safer event details and examples*.
        pub infected_file_count: i64,
        /// When the scan was asked for.
        ///
        /// Its documented form: an RFC 3339 date-time such as 2019-01-01T00:08:00+08:00.
        ///
        /// Documented in *file_safer event details and examples*.
        pub request_date: types::Time,
        /// When the scan was finished.
        ///
        /// Its documented form: an RFC 3339 date-time such as 2019-01-01T00:08:00+08:00.
        ///
        /// Documented in *file_safer event details and examples*.
        pub complete_date: types::Time,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Payload {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                target_hash: fields.required("target_hash")?,
                action: fields.required("action")?,
                total_file_count: fields.required("total_file_count")?,
                infected_file_count: fields.required("infected_file_count")?,
                request_date: fields.required("request_date")?,
                complete_date: fields.required("complete_date")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Payload {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            members.required("target_hash", &self.target_hash)?;
            members.required("action", &self.action)?;
            members.required("total_file_count", &self.total_file_count)?;
            members.required("infected_file_count", &self.infected_file_count)?;
            members.required("request_date", &self.request_date)?;
            members.required("complete_date", &self.complete_date)?;
            members.end(&self.extra)
        }
    }

    /// What was done.
    ///
    /// Documented to be `"done"`.
    ///
    /// Documented in *Webhook event list* and *file_safer event details and examples*.
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Action {
        /// `done`
        Done,
        /// A value that is not documented.
        Other(String),
    }

    types::open_values!(Action, Done = "done");

    types::deserialize!(Event, Payload);
}

/// What is inside of [`FileLock`].
pub mod file_lock {
    use crate::types;

    /// What happened.
    ///
    /// Documented in *Webhook payload format* and *Full example of payload*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Event {
        /// The file, and what was done to it.
        ///
        /// Documented in *Webhook payload format* and *file_lock event details and examples*.
        pub payload: Payload,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Event {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            fields.fixed("type", "file_lock")?;
            Ok(Self {
                payload: fields.required("payload")?,
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
            members.required("type", "file_lock")?;
            members.required("payload", &self.payload)?;
            members.end(&self.extra)
        }
    }

    /// The file, and what was done to it.
    ///
    /// Documented in *Webhook payload format* and *file_lock event details and examples*.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Payload {
        /// What was done: `create` locks, `delete` unlocks.
        ///
        /// Documented to be `"create"` or `"delete"`.
        ///
        /// Documented in *Webhook event list* and *file_lock event details and examples*.
        pub action: Action,
        /// Who acted.
        ///
        /// Documented in *file_lock event details and examples*.
        pub sender: super::ConsoleUser,
        /// Path of the file.
        ///
        /// Documented in *file_lock event details and examples*.
        pub path: String,
        /// The members that are not documented.
        pub extra: types::Extra,
    }

    impl types::FromValue for Payload {
        fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
            let mut fields = types::Fields::of(value)?;
            Ok(Self {
                action: Action::take(&mut fields)?,
                sender: fields.required("sender")?,
                path: fields.required("path")?,
                extra: fields.extra(),
            })
        }
    }

    impl serde::Serialize for Payload {
        fn serialize<S: serde::Serializer>(
            &self,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            let mut members = types::Members::<S>::of(serializer)?;
            self.action.write(&mut members)?;
            members.required("sender", &self.sender)?;
            members.required("path", &self.path)?;
            members.end(&self.extra)
        }
    }

    /// What was done: `create` locks, `delete` unlocks.
    ///
    /// Documented to be `"create"` or `"delete"`.
    ///
    /// Documented in *Webhook event list* and *file_lock event details and examples*.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub enum Action {
        /// `create`
        Create {
            /// When the file was locked; sent for `create` only.
            ///
            /// Its documented form: a local date and time such as 2022-01-01 00:00:00.00.
            ///
            /// Documented in *file_lock event details and examples*.
            locked_time: types::Time,
        },
        /// `delete`
        Delete {
            /// When the file was unlocked; sent for `delete` only.
            ///
            /// Its documented form: a local date and time such as 2022-01-01 00:00:00.00.
            ///
            /// Documented in *file_lock event details and examples*.
            unlocked_time: types::Time,
        },
        /// A value that is not documented.
        Other(String),
    }

    impl Action {
        /// The values that are documented.
        pub const DOCUMENTED: &'static [&'static str] = ActionKind::DOCUMENTED;

        /// The text of the value.
        #[must_use]
        pub fn as_str(&self) -> &str {
            match self {
                Self::Create { .. } => "create",
                Self::Delete { .. } => "delete",
                Self::Other(text) => text,
            }
        }

        /// The value alone.
        #[must_use]
        pub fn kind(&self) -> ActionKind {
            match self {
                Self::Create { .. } => ActionKind::Create,
                Self::Delete { .. } => ActionKind::Delete,
                Self::Other(text) => ActionKind::Other(text.clone()),
            }
        }
    }

    impl std::fmt::Display for Action {
        fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            formatter.write_str(self.as_str())
        }
    }

    impl Action {
        pub(super) fn take(
            fields: &mut types::Fields<'_>,
        ) -> Result<Self, types::Error> {
            Ok(
                match fields.required("action")? {
                    ActionKind::Create => {
                        Self::Create {
                            locked_time: fields.required("locked_time")?,
                        }
                    }
                    ActionKind::Delete => {
                        Self::Delete {
                            unlocked_time: fields.required("unlocked_time")?,
                        }
                    }
                    ActionKind::Other(text) => Self::Other(text),
                },
            )
        }

        pub(super) fn write<S: serde::Serializer>(
            &self,
            members: &mut types::Members<S>,
        ) -> Result<(), S::Error> {
            members.required("action", self.as_str())?;
            match self {
                Self::Create { locked_time } => {
                    members.required("locked_time", locked_time)?;
                }
                Self::Delete { unlocked_time } => {
                    members.required("unlocked_time", unlocked_time)?;
                }
                Self::Other(_) => {}
            }
            Ok(())
        }
    }

    /// The values of [`Action`], without what comes with them.
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum ActionKind {
        /// `create`
        Create,
        /// `delete`
        Delete,
        /// A value that is not documented.
        Other(String),
    }

    types::open_values!(ActionKind, Create = "create", Delete = "delete");

    types::deserialize!(Event, Payload);
}
