//! Runs programs in node, many in one process.

use crate::engines::{LINES, TICKS};
use crate::program::Call;
use crate::trace::show;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// What node says of a program: what it printed, or why it can't run.
pub type Answer = Result<Vec<String>, String>;

/// A process of node's.
pub struct Node {
    child: Child,
    requests: Option<Sender<String>>,
    answers: BufReader<ChildStdout>,
}

impl Node {
    /// Starts it.
    pub fn start() -> Result<Node> {
        let mut node = Command::new("node");
        node.args(["--experimental-vm-modules", "--no-warnings"]);
        node.args(["--input-type=module", "--eval", include_str!("node.mjs")]);
        node.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = node.spawn().context("can't run node")?;
        let mut stdin = child.stdin.take().context("its input is piped")?;
        let answers = BufReader::new(child.stdout.take().context("its output is piped")?);
        let (requests, waiting) = channel::<String>();
        // Requests wait here, so that neither process waits for the other to read.
        thread::spawn(move || {
            for request in waiting {
                if stdin.write_all(request.as_bytes()).is_err() {
                    return;
                }
            }
        });
        Ok(Node {
            child,
            requests: Some(requests),
            answers,
        })
    }

    /// Asks about a program.
    pub fn ask(&self, sources: &BTreeMap<String, String>, calls: &[Call]) {
        let calls: Vec<Value> = calls
            .iter()
            .map(|call| {
                let arguments: Vec<String> = call.arguments.iter().map(show).collect();
                json!({ "id": call.id, "arguments": arguments })
            })
            .collect();
        let request = json!({ "sources": sources, "calls": calls, "ticks": TICKS, "lines": LINES });
        if let Some(requests) = &self.requests {
            // If the process is gone, there will be no answer.
            let _ = requests.send(format!("{request}\n"));
        }
    }

    /// The answer to the first question that has none yet.
    pub fn answer(&mut self) -> Result<Answer> {
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        let answer: Value = serde_json::from_str(&line).context("node ended")?;
        let Some(lines) = answer["lines"].as_array() else {
            return Ok(Err(answer["failure"]
                .as_str()
                .unwrap_or_default()
                .to_owned()));
        };
        let lines = lines.iter().filter_map(|line| line.as_str());
        Ok(Ok(lines.map(str::to_owned).collect()))
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.requests = None;
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
