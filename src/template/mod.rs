//! Templates of bodies: read with positions, checked by the parameters of a service, and made into what they yield.
//!
//! Where users write the body of their deliveries themselves, it is a text with parameters in `${}`. [`Template::read`]
//! takes any bytes, [`check`] says what is wrong with them, [`Expectation`] judges real deliveries by what the template
//! yields, and `Renderer` makes bodies out of it.
//!
//! ```
//! use hookproof::{Catalog, Verdict, template::{Template, Vocabulary, check}};
//!
//! let catalog = Catalog::embedded().expect("the schemas are sound");
//! let mut entries = catalog.entries.iter();
//! let entry = entries.find(|entry| entry.templates().is_some()).expect("somebody has templates");
//! let vocabulary = Vocabulary::new(entry, "build", &[]).expect("it has this service");
//!
//! let template = Template::read(br#"{"text": "${BUILD.TITEL}"}"#);
//! let report = check(&template, &vocabulary);
//! assert_eq!(report.verdict, Verdict::Invalid);
//! assert!(report.findings[0].message.to_string().ends_with("do you mean `${BUILD.TITLE}`?"));
//! ```

mod body;
mod checking;
mod expectation;
mod kind;
mod merge;
mod reading;
mod regex;
#[cfg(feature = "generate")]
mod render;
mod schema;
mod subscription;
mod vocabulary;

pub use checking::{check, services};
pub use expectation::Expectation;
pub use reading::{Inside, Placeholder, Template};
#[cfg(feature = "generate")]
pub use render::Renderer;
pub use schema::{Refusal, derived};
pub use subscription::Subscription;
pub use vocabulary::{Vocabulary, Word};
