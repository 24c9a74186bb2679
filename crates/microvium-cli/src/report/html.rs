//! The report as a page: a map in which areas are bytes.

use super::{Entry, Report, reversed};
use std::fmt::Write;

/// A rectangle, in percent of the map.
#[derive(Clone, Copy)]
struct Area {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// How the sorts are coloured.
const COLORS: [(&str, &str); 5] = [
    ("function", "#7eb0d5"),
    ("library", "#b2e061"),
    ("string", "#ffb55a"),
    ("data", "#bd7ebe"),
    ("table", "#c8c8c8"),
];

/// A page that needs nothing else.
pub fn page(report: &Report, title: &str) -> String {
    let title = escape(title);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>\n\
         body {{ font: 14px sans-serif; margin: 1em }}\n\
         #map {{ position: relative; height: 80vh }}\n\
         #map div {{ position: absolute; box-sizing: border-box; border: 1px solid #fff; overflow: hidden; padding: 2px; font-size: 12px }}\n"
    );
    // Writing to a string can't fail.
    for (sort, color) in COLORS {
        let _ = writeln!(out, ".{sort} {{ background: {color} }}");
    }
    let _ = writeln!(
        out,
        "</style>\n<h1>{title}: {} bytes</h1>\n<p>",
        report.bytes
    );
    for group in &report.sorts {
        let _ = writeln!(
            out,
            "<span class=\"{0}\">&nbsp;{0}: {1}&nbsp;</span>",
            group.name, group.bytes
        );
    }
    if !report.needs.is_empty() {
        out.push_str("</p>\n<details><summary>what needs parts of the engine</summary>\n<ul>\n");
        for need in &report.needs {
            let text = escape(&need.to_string());
            let _ = writeln!(out, "<li>{}: {text}</li>", need.part);
        }
        out.push_str("</ul></details>\n<p>");
    }
    out.push_str("</p>\n<div id=\"map\">\n");
    // Items of one sort lie together; those of each sort are the largest first.
    let mut items: Vec<&Entry> = Vec::new();
    for group in &report.sorts {
        items.extend(report.items.iter().filter(|item| item.sort == group.name));
    }
    let whole = Area {
        x: 0.0,
        y: 0.0,
        width: 100.0,
        height: 100.0,
    };
    for (item, area) in items.iter().zip(divide(&items, whole)) {
        let mut hint = format!("{} bytes: {}", item.bytes, item.name);
        if let Some(module) = &item.module {
            let _ = write!(hint, " of {module}");
        }
        if !item.chain.is_empty() {
            let _ = write!(hint, " <- {}", reversed(&item.chain));
        }
        let _ = writeln!(
            out,
            "<div class=\"{}\" style=\"left:{:.3}%;top:{:.3}%;width:{:.3}%;height:{:.3}%\" title=\"{}\">{} <b>{}</b></div>",
            item.sort,
            area.x,
            area.y,
            area.width,
            area.height,
            escape(&hint),
            escape(&item.name),
            item.bytes
        );
    }
    out.push_str("</div>\n</html>");
    out
}

/// Divides an area among items, in order: in two halves of about the same bytes, the longer side first,
/// until each has its own.
fn divide(items: &[&Entry], whole: Area) -> Vec<Area> {
    let mut areas = Vec::new();
    let mut pending = vec![(items, whole)];
    while let Some((items, area)) = pending.pop() {
        if items.len() <= 1 {
            areas.extend(items.iter().map(|_| area));
            continue;
        }
        let total: usize = items.iter().map(|item| item.bytes).sum();
        let (mut at, mut bytes) = (1, items[0].bytes);
        while at + 1 < items.len() && (bytes + items[at].bytes) * 2 <= total {
            bytes += items[at].bytes;
            at += 1;
        }
        let part = bytes as f64 / total as f64;
        let (mut first, mut second) = (area, area);
        if area.width >= area.height {
            first.width *= part;
            second.x += first.width;
            second.width -= first.width;
        } else {
            first.height *= part;
            second.y += first.height;
            second.height -= first.height;
        }
        pending.push((&items[at..], second));
        pending.push((&items[..at], first));
    }
    areas
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
