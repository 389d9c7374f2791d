//! The inputs of a source, read piece by piece in their order.

use std::{fs, sync::Arc};

use hookproof::document::Document;

use super::{Piece, Stopped, blocks::Blocks};
use crate::cli::{
    deliveries::Source,
    inputs::{self, Found, Kind},
    payloads::{Form, Named, Text},
};

/// So many files are judged together: each takes less time than the handing over.
const TOGETHER: usize = 16;

/// A run over no more files and bytes than these needs no threads.
const SMALL: (usize, u64) = (4, 256 * 1024);

type Give<'g> = &'g mut dyn FnMut(Piece) -> Result<(), Stopped>;
type Spare<'s> = &'s mut dyn FnMut() -> Option<Vec<u8>>;

impl Source<'_> {
    /// Whether there are but a few small files.
    pub(super) fn is_small(&self) -> bool {
        let (most, mut bytes) = SMALL;
        self.paths().len() <= most
            && self.paths().iter().all(|path| {
                let metadata = fs::metadata(path).ok().filter(|metadata| metadata.is_file() && metadata.len() <= bytes);
                metadata.is_some_and(|metadata| {
                    bytes -= metadata.len();
                    true
                })
            })
    }

    /// Gives every piece of every input; `spare` is memory to be used again.
    pub(in crate::cli) fn feed(&self, spare: Spare, give: Give) -> Result<(), Stopped> {
        let mut files = Vec::new();
        for found in self.paths().iter().flat_map(|path| inputs::find(path, self.standard())) {
            let piece = match found {
                Found::Note(message) => Piece::Note(message),
                Found::Fault(message) => Piece::Fault(message),
                Found::Input(input) => {
                    let named = Arc::new(self.named(input));
                    if matches!(named.input.kind, Kind::Payload | Kind::Request) {
                        files.push(named);
                        if files.len() == TOGETHER {
                            give(Piece::Files(std::mem::take(&mut files)))?;
                        }
                        continue;
                    }
                    give_files(&mut files, give)?;
                    self.blocks(&named, spare, give)?;
                    continue;
                }
            };
            give_files(&mut files, give)?;
            give(piece)?;
        }
        give_files(&mut files, give)?;
        self.unused_maps().try_for_each(|note| give(Piece::Note(note)))
    }

    /// An input of lines, or one that shows only by its first line whether it is one.
    fn blocks(&self, named: &Arc<Named>, spare: Spare, give: Give) -> Result<(), Stopped> {
        let unreadable = |error| Piece::Fault(named.input.unreadable(&error));
        let mut reader = match named.input.open() {
            Ok(reader) => reader,
            Err(error) => return give(unreadable(error)),
        };
        let text = |bytes, form| Piece::Text(Text::new(Arc::clone(named), bytes, form));
        let mut blocks = Blocks::new(&mut *reader, self.max_bytes());
        if named.input.kind == Kind::Either {
            let is_line = |first: &[u8]| first.ends_with(b"\n") && Document::read(first).is_ok();
            match blocks.peek().map(is_line) {
                Ok(true) => {}
                Ok(false) => {
                    return give(match blocks.whole() {
                        Ok(Some(bytes)) => text(bytes, Form::Payload),
                        Ok(None) => text(Vec::new(), Form::TooLarge),
                        Err(error) => unreadable(error),
                    });
                }
                Err(error) => return give(unreadable(error)),
            }
        }
        loop {
            match blocks.next(spare) {
                Ok(Some((bytes, form))) => give(text(bytes, form))?,
                Ok(None) => return Ok(()),
                Err(error) => return give(unreadable(error)),
            }
        }
    }
}

fn give_files(files: &mut Vec<Arc<Named>>, give: Give) -> Result<(), Stopped> {
    if files.is_empty() { Ok(()) } else { give(Piece::Files(std::mem::take(files))) }
}
