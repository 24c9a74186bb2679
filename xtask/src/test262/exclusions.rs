//! The tests that aren't run, by what the suite says of them.

use super::front::Test;

/// What isn't supported and not to be, by the names that the suite has for features. One that ends with `*` stands for
/// all that begin so.
const REFUSED: &[&str] = &[
    "Atomics*",
    "BigInt",
    "FinalizationRegistry",
    "Proxy",
    "SharedArrayBuffer",
    "Temporal",
    "Intl*",
    "caller",
    "cross-realm",
    // Of a module whose name isn't a text in the source, as in most of these tests.
    "dynamic-import",
    "IsHTMLDDA",
    "regexp-*",
    "RegExp.escape",
    "legacy-regexp",
    "ShadowRealm",
    "tail-call-optimization",
    "proxy-missing-checks",
    "Symbol.match*",
    "Symbol.replace",
    "Symbol.search",
    "Symbol.split",
    "String.prototype.matchAll",
    "cleanupSome",
    "FinalizationRegistry.prototype.cleanupSome",
];

/// What ECMAScript 2024 hasn't, nor the library.
const LATER: &[&str] = &[
    "Array.fromAsync",
    "await-dictionary",
    "canonical-tz",
    "decorators",
    "Error.isError",
    "error-stack-accessor",
    "explicit-resource-management",
    "Float16Array",
    "immutable-arraybuffer",
    "import-bytes",
    "import-defer",
    "import-text",
    "iterator-helpers",
    "iterator-sequencing",
    "joint-iteration",
    "json-parse-with-source",
    "Math.sumPrecise",
    "nonextensible-applies-to-private",
    "source-phase-imports*",
    "uint8array-base64",
    "upsert",
];

/// The flags of tests that aren't for strict mode, or for hosts of another kind. A `raw` test is one of sloppy mode
/// too, unless it is a module.
const FLAGS: &[&str] = &["noStrict", "CanBlockIsFalse", "CanBlockIsTrue"];

/// Whether a test isn't run.
pub fn is_left_out(test: &Test) -> bool {
    let named = |list: &[&str], feature: &str| {
        list.iter().any(|name| match name.strip_suffix('*') {
            Some(start) => feature.starts_with(start),
            None => *name == feature,
        })
    };
    FLAGS.iter().any(|flag| test.has(flag))
        || test.has("raw") && !test.has("module") && !test.fails_early()
        || (test.features.iter()).any(|it| named(REFUSED, it) || named(LATER, it))
}

/// What stands in the text of a test that uses what isn't supported and not to be.
const NAMES: &[&str] = &[
    "Atomics",
    "BigInt",
    "Date",
    "FinalizationRegistry",
    "Intl",
    "Proxy",
    "RegExp",
    "SharedArrayBuffer",
    "createRealm",
    "eval",
    "evalScript",
];

/// Whether a test that failed had to: the compiler refused it, or it names what isn't there.
pub fn is_refused(test: &Test, reason: &str) -> bool {
    let code = test.text.split_once("---*/").map_or("", |(_, code)| code);
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    reason.contains("error[unsupported]")
        || code.split(|c| !is_part(c)).any(|it| NAMES.contains(&it))
}
