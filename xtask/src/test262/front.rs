//! What a test says of itself: the front matter, of which we need a small part of YAML.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// A test.
#[derive(Default)]
pub struct Test {
    pub text: String,
    flags: Vec<String>,
    pub features: Vec<String>,
    pub includes: Vec<String>,
    /// The phase and the type of the error that it is to end with.
    pub negative: Option<(String, String)>,
}

impl Test {
    pub fn read(path: &Path) -> Result<Test> {
        let text = fs::read(path)?;
        let mut test = Test {
            text: String::from_utf8_lossy(&text).into_owned(),
            ..Test::default()
        };
        let front = test
            .text
            .split_once("/*---")
            .and_then(|(_, rest)| rest.split_once("---*/"));
        let front = front.context("it says nothing of itself")?.0;
        let (mut phase, mut kind) = (String::new(), String::new());
        // The key that a list continues, and whether it is one in brackets that goes on.
        let (mut open, mut bracket) = (String::new(), false);
        let front = front.replace('\r', "\n");
        for line in front.lines() {
            let indented = line.starts_with([' ', '\t']);
            let line = line.split(" #").next().unwrap_or_default().trim();
            if bracket {
                bracket = test.items(&open, line);
                continue;
            }
            if let (Some(item), true) = (line.strip_prefix("- "), !open.is_empty()) {
                test.list(&open, item);
                continue;
            }
            let Some((key, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim();
            match (key, indented) {
                ("phase", true) if open == "negative" => value.clone_into(&mut phase),
                ("type", true) if open == "negative" => value.clone_into(&mut kind),
                (_, true) => {}
                (key, false) => {
                    key.clone_into(&mut open);
                    if let Some(items) = value.strip_prefix('[') {
                        bracket = test.items(key, items);
                    }
                }
            }
        }
        if !kind.is_empty() {
            test.negative = Some((phase, kind));
        }
        Ok(test)
    }

    /// Adds items of a list in brackets; says whether it goes on.
    fn items(&mut self, key: &str, text: &str) -> bool {
        let (items, goes_on) = match text.split_once(']') {
            Some((items, _)) => (items, false),
            None => (text, true),
        };
        for item in items.split(',') {
            self.list(key, item);
        }
        goes_on
    }

    fn list(&mut self, key: &str, item: &str) {
        let list = match key {
            "flags" => &mut self.flags,
            "features" => &mut self.features,
            "includes" => &mut self.includes,
            _ => return,
        };
        let item = item.trim().trim_matches(['\'', '"']);
        if !item.is_empty() {
            list.push(item.to_owned());
        }
    }

    pub fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|it| it == flag)
    }

    /// Whether it can't be built at all.
    pub fn fails_early(&self) -> bool {
        matches!(&self.negative, Some((phase, _)) if phase != "runtime")
    }
}
