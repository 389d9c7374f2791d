//! Where a report is written: standard output, or a file that appears when it is whole.

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use anyhow::Context as _;

/// Standard output, or a file that appears when it is whole.
pub(in crate::cli) enum Output {
    Standard(BufWriter<anstream::AutoStream<io::Stdout>>),
    File(BufWriter<tempfile::NamedTempFile>, PathBuf),
    /// A device or a pipe, which nothing may take the place of.
    Device(BufWriter<fs::File>),
    Finished,
}

impl Output {
    pub(in crate::cli) fn open(file: Option<&Path>, color: anstream::ColorChoice) -> anyhow::Result<Self> {
        let Some(path) = file else {
            return Ok(Self::Standard(BufWriter::new(anstream::AutoStream::new(io::stdout(), color))));
        };
        let cannot = || format!("the report {} cannot be written", path.display());
        let metadata = fs::metadata(path).ok();
        if metadata.as_ref().is_some_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
            let device = fs::OpenOptions::new().write(true).open(path).with_context(cannot)?;
            return Ok(Self::Device(BufWriter::new(device)));
        }
        // Of a link, the file that it leads to is replaced.
        let link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink()) && metadata.is_some();
        let path = &if link { fs::canonicalize(path).with_context(cannot)? } else { path.to_owned() };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let temporary = tempfile::Builder::new().permissions_of_a_new_file().tempfile_in(folder);
        let temporary = temporary.with_context(cannot)?;
        Ok(Self::File(BufWriter::new(temporary), path.to_owned()))
    }

    /// Writes text with colours, which are for terminals: files have none.
    pub(super) fn write_styled(&mut self, text: &str) -> io::Result<()> {
        match self {
            Self::Standard(output) => output.write_all(text.as_bytes()),
            other => write!(other, "{}", anstream::adapter::strip_str(text)),
        }
    }

    pub(in crate::cli) fn finish(&mut self) -> io::Result<()> {
        match std::mem::replace(self, Self::Finished) {
            Self::Standard(mut output) => output.flush(),
            Self::File(output, path) => {
                let fault = |error: io::Error| {
                    io::Error::other(format!("the report {} cannot be written: {error}", path.display()))
                };
                let temporary = output.into_inner().map_err(|error| fault(error.into_error()))?;
                temporary.persist(&path).map_err(|error| fault(error.error))?;
                Ok(())
            }
            Self::Device(mut output) => output.flush(),
            Self::Finished => Ok(()),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(output) => output.write(bytes),
            Self::File(output, _) => output.write(bytes),
            Self::Device(output) => output.write(bytes),
            Self::Finished => Ok(bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(output) => output.flush(),
            Self::File(output, _) => output.flush(),
            Self::Device(output) => output.flush(),
            Self::Finished => Ok(()),
        }
    }
}

/// Reports are for everybody who may read the folder, unlike other temporary files.
trait Permissions {
    fn permissions_of_a_new_file(&mut self) -> &mut Self;
}

impl Permissions for tempfile::Builder<'_, '_> {
    #[cfg(unix)]
    fn permissions_of_a_new_file(&mut self) -> &mut Self {
        use std::os::unix::fs::PermissionsExt as _;
        // The process's mask still applies.
        self.permissions(fs::Permissions::from_mode(0o666))
    }

    #[cfg(not(unix))]
    fn permissions_of_a_new_file(&mut self) -> &mut Self {
        self
    }
}
