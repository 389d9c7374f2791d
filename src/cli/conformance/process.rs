//! One run of the command: a payload in, an answer out.

use std::{
    io::{self, PipeReader, Read as _, Seek as _, Write as _},
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use hookproof::fixtures::Case;

/// As much of what a command says is kept, in bytes.
const KEPT: u64 = 64 * 1024;

/// How often a command is asked whether it has ended.
const PAUSE: Duration = Duration::from_millis(2);

/// What a command says of a payload.
#[derive(Debug)]
pub(super) enum Answer {
    Accepts,
    Rejects,
    /// Neither, and why.
    Error(String),
}

/// Runs the command with a payload: its answer, and what it printed.
pub(super) fn ask(command: &str, case: &Case, payload: &[u8], timeout: Duration) -> (Answer, String) {
    let asked = run(command, case, payload, timeout);
    asked.unwrap_or_else(|error| (Answer::Error(format!("the command cannot be run: {error}")), String::new()))
}

fn run(command: &str, case: &Case, payload: &[u8], timeout: Duration) -> io::Result<(Answer, String)> {
    let (reader, writer) = io::pipe()?;
    let mut command = shell(command);
    command.env("HOOKPROOF_PROVIDER", &case.provider).env("HOOKPROOF_EVENT", &case.event);
    command.stdin(input(payload)?).stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn()?;
    // It holds an end of the pipe, and there is nothing to read up to the end while it does.
    drop(command);
    let (sender, said) = mpsc::channel();
    thread::spawn(move || sender.send(read(reader)));
    let status = wait(&mut child, timeout)?;
    let answer = match status {
        None => Answer::Error(format!("no end within {} s", timeout.as_secs())),
        Some(status) => match status.code() {
            Some(0) => Answer::Accepts,
            Some(1) => Answer::Rejects,
            _ => Answer::Error(status.to_string()),
        },
    };
    if status.is_none() {
        end(&mut child);
    }
    // Whatever the command leaves running may hold the pipe for ever.
    Ok((answer, said.recv_timeout(Duration::from_secs(1)).unwrap_or_default()))
}

/// The payload as standard input: a file, so that a command that stops reading is no fault of anybody.
fn input(payload: &[u8]) -> io::Result<Stdio> {
    let mut file = tempfile::tempfile()?;
    file.write_all(payload)?;
    file.rewind()?;
    Ok(file.into())
}

/// The beginning of what a command prints, once it has printed everything.
fn read(mut reader: PipeReader) -> String {
    let mut said = Vec::new();
    // What cannot be read is not shown.
    let _ = reader.by_ref().take(KEPT).read_to_end(&mut said);
    let _ = io::copy(&mut reader, &mut io::sink());
    String::from_utf8_lossy(&said).into_owned()
}

/// How the command ended, if it did in time.
fn wait(child: &mut Child, timeout: Duration) -> io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    loop {
        let status = child.try_wait()?;
        if status.is_some() || start.elapsed() >= timeout {
            return Ok(status);
        }
        thread::sleep(PAUSE);
    }
}

#[cfg(unix)]
fn shell(command: &str) -> Command {
    use std::os::unix::process::CommandExt as _;
    let mut shell = Command::new("sh");
    // A group of its own, so that it can be ended with whatever it started.
    shell.arg("-c").arg(command).process_group(0);
    shell
}

#[cfg(windows)]
fn shell(command: &str) -> Command {
    use std::os::windows::process::CommandExt as _;
    let mut shell = Command::new("cmd");
    // As it was given: `cmd` has its own rules for quotation marks.
    shell.args(["/D", "/S", "/C"]).raw_arg(format!("\"{command}\""));
    shell
}

/// Ends a command and whatever it started.
fn end(child: &mut Child) {
    let id = child.id().to_string();
    let mut killer = if cfg!(windows) { Command::new("taskkill") } else { Command::new("sh") };
    let arguments = if cfg!(windows) {
        vec!["/T".to_owned(), "/F".to_owned(), "/PID".to_owned(), id]
    } else {
        vec!["-c".to_owned(), format!("kill -s KILL -- -{id}")]
    };
    killer.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // Where the whole cannot be ended, at least its head is.
    let _ = killer.status();
    let _ = child.kill();
    let _ = child.wait();
}
