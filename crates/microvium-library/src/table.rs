//! What the library consists of.

use microvium_format::Builtin;

/// Where scripts find something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holder {
    /// A property of the global object: the module's export of this name.
    Global,
    /// A property of the global object that no script can name or see, for the compiler: the module's export of
    /// this name.
    Helper,
    /// A property of a prototype: the module exports an object `prototype` that has it too.
    Prototype(Builtin),
    /// The same, but assigning to it doesn't replace it: an accessor, or read-only.
    Protected(Builtin),
    /// One that can't be deleted either: the module's export of this name, without `@@`.
    Fixed(Builtin),
    /// Like the first, but its module is loaded before a script assigns to it or deletes it.
    Watched(Builtin),
    /// A builtin slot, where the engine finds it: the module's export of this name.
    Slot(Builtin),
}

use Holder::{Fixed, Global, Helper, Protected, Prototype, Slot, Watched};

/// A module that provides something.
#[derive(Clone, Copy, Debug)]
pub struct Module {
    /// How it is named in messages.
    pub name: &'static str,
    /// Its source, or the part of it that isn't generated.
    pub source: &'static str,
    /// What it provides: names, separated by white space; one after `@@` is that of a symbol. All are
    /// writable, configurable and not enumerable.
    pub provides: &'static [(Holder, &'static str)],
}

/// The well-known symbols: `iterator` is `Symbol.iterator`.
pub const SYMBOLS: &[&str] = &[
    "asyncIterator",
    "hasInstance",
    "isConcatSpreadable",
    "iterator",
    "match",
    "matchAll",
    "replace",
    "search",
    "species",
    "split",
    "toPrimitive",
    "toStringTag",
    "unscopables",
];

macro_rules! modules {
    ($( $file:literal: { $( $holder:expr => $keys:literal ),* $(,)? } )*) => {
        /// The modules that provide something, by number.
        pub const MODULES: &[Module] = &[$( Module {
            name: concat!("library/", $file),
            source: include_str!($file),
            provides: &[$( ($holder, $keys) ),*],
        } ),*];
    };
}

modules! {
    "arguments.js": { Helper => "argumentsObject" }
    "array.js": {
        Global => "Array",
        Prototype(Builtin::ArrayPrototype) => "constructor",
        Protected(Builtin::ArrayPrototype) => "@@unscopables",
    }
    "array_buffer.js": { Global => "ArrayBuffer" }
    "array_object.js": {
        Helper => "makeRoom",
        Slot(Builtin::AssignArray) => "assignArray",
        Slot(Builtin::PushOther) => "pushOther",
    }
    "array_prototype.js": {
        Prototype(Builtin::ArrayPrototype) => "
            at concat copyWithin every fill filter find findIndex findLast findLastIndex flat flatMap forEach
            includes indexOf join lastIndexOf map pop reduce reduceRight reverse shift slice some sort splice
            toLocaleString toReversed toSorted toSpliced toString unshift with",
    }
    "async_function.js": { Helper => "asyncFunction" }
    "async_generator.js": { Helper => "asyncGenerator asyncGeneratorCall asyncGeneratorPrototype" }
    "async_iterate.js": {
        Helper => "
            asyncDelegate asyncDelegated asyncIterate asyncNext asyncReturn asyncReturned asyncReturnQuietly asyncStep",
    }
    "boolean.js": {
        Global => "Boolean",
        Prototype(Builtin::BooleanPrototype) => "constructor toString valueOf",
    }
    "convert.js": { Helper => "keyOf lengthOf toKey" }
    "data_view.js": { Global => "DataView" }
    "enumerate.js": { Helper => "isThere keysIn" }
    "error.js": {
        Global => "
            AggregateError Error EvalError RangeError ReferenceError SyntaxError TypeError URIError",
        Helper => "deleteSuper",
        Slot(Builtin::MakeError) => "makeError",
    }
    "function.js": {
        Global => "Function",
        Prototype(Builtin::FunctionPrototype) => "constructor",
        Helper => "inheritBound makePrototype nameBound nameByKey nameFunction nameGetter nameSetter",
    }
    "function_prototype.js": {
        Prototype(Builtin::FunctionPrototype) => "apply bind call toString",
        Protected(Builtin::FunctionPrototype) => "length name",
        Fixed(Builtin::FunctionPrototype) => "@@hasInstance",
    }
    "generator.js": { Helper => "delegate generator generatorPrototype iterator" }
    "html.js": {
        Prototype(Builtin::StringPrototype) =>
            "anchor big blink bold fixed fontcolor fontsize italics link small strike sub sup",
    }
    "json.js": { Global => "JSON" }
    "iterate.js": { Helper => "append close closeQuietly collect iterate rest skip step" }
    "iterators.js": {
        Prototype(Builtin::ArrayPrototype) => "entries keys values",
        Watched(Builtin::ArrayPrototype) => "@@iterator",
    }
    "language.js": { Helper => "Base copy defineAccessor extend inherit instanceOf setSuper without" }
    "map.js": { Global => "Map" }
    "math.js": { Global => "Math" }
    "microvium.js": { Global => "Microvium" }
    "modules.js": { Helper => "evaluateModules finishModules importModule importWith moduleCall moduleRecord" }
    "namespace.js": { Helper => "namespaces" }
    "normalization.js": { Prototype(Builtin::StringPrototype) => "localeCompare normalize" }
    "number.js": {
        Global => "Number",
        Prototype(Builtin::NumberPrototype) => "constructor",
    }
    "number_prototype.js": {
        Prototype(Builtin::NumberPrototype) =>
            "toExponential toFixed toLocaleString toPrecision toString valueOf",
    }
    "object.js": {
        Global => "Object",
        Prototype(Builtin::ObjectPrototype) => "constructor",
    }
    "object_prototype.js": {
        Prototype(Builtin::ObjectPrototype) => "
            __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ hasOwnProperty isPrototypeOf
            propertyIsEnumerable toLocaleString toString valueOf",
        Protected(Builtin::ObjectPrototype) => "__proto__",
    }
    "parse.js": { Global => "isFinite isNaN parseFloat parseInt" }
    "primitive.js": {
        Slot(Builtin::Access) => "access",
        Slot(Builtin::Operate) => "operate",
    }
    "private.js": { Helper => "privateName" }
    "promise.js": {
        Global => "Promise",
        Helper => "asyncCall",
        Slot(Builtin::AsyncStart) => "asyncStart",
    }
    "reflect.js": { Global => "Reflect" }
    "set.js": { Global => "Set" }
    "symbol.js": {
        Global => "Symbol",
        Prototype(Builtin::SymbolPrototype) => "constructor toString valueOf",
        Protected(Builtin::SymbolPrototype) => "@@toPrimitive @@toStringTag",
    }
    "string.js": {
        Global => "String",
        Prototype(Builtin::StringPrototype) => "constructor",
    }
    "string_iterator.js": { Watched(Builtin::StringPrototype) => "@@iterator" }
    "string_prototype.js": {
        Prototype(Builtin::StringPrototype) => "
            at charAt charCodeAt codePointAt concat endsWith includes indexOf isWellFormed lastIndexOf match matchAll padEnd
            padStart
            repeat replace replaceAll search slice split startsWith substr substring toString toWellFormed trim trimEnd
            trimLeft trimRight trimStart valueOf",
    }
    "string_case.js": {
        Prototype(Builtin::StringPrototype) =>
            "toLocaleLowerCase toLocaleUpperCase toLowerCase toUpperCase",
    }
    "template.js": { Helper => "templateObject" }
    "thrower.js": { Protected(Builtin::FunctionPrototype) => "arguments caller" }
    "typed_array.js": { Prototype(Builtin::TypedPrototype) => "constructor" }
    "typed_array_prototype.js": {
        Prototype(Builtin::TypedPrototype) => "
            at copyWithin entries every fill filter find findIndex findLast findLastIndex forEach includes indexOf join
            keys lastIndexOf map reduce reduceRight reverse set slice some sort subarray toLocaleString toReversed
            toSorted toString values with @@iterator",
        Protected(Builtin::TypedPrototype) => "buffer byteLength byteOffset length @@toStringTag",
    }
    "typed_arrays.js": {
        Global => "
            Float32Array Float64Array Int16Array Int32Array Int8Array Uint16Array Uint32Array Uint8ClampedArray",
    }
    "uint8_array.js": {
        Global => "Uint8Array",
        Prototype(Builtin::BytesPrototype) => "BYTES_PER_ELEMENT constructor",
    }
    "uri.js": {
        Global => "decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape",
    }
    "weak.js": { Slot(Builtin::WeakLists) => "weakLists" }
    "weak_map.js": { Global => "WeakMap" }
    "weak_ref.js": { Global => "WeakRef" }
    "weak_set.js": { Global => "WeakSet" }
}

/// The `length` of functions for which the specification has another one than their parameters say: module,
/// length, names.
pub(crate) const LENGTHS: &[(&str, u32, &str)] = &[
    ("async_function.js", 1, "AsyncFunction"),
    ("async_generator.js", 1, "AsyncGeneratorFunction"),
    ("array.js", 1, "Array from"),
    ("array_buffer.js", 0, "transfer transferToFixedLength"),
    ("array_buffer.js", 1, "ArrayBuffer"),
    ("array_prototype.js", 0, "flat"),
    (
        "array_prototype.js",
        1,
        "concat every fill filter find findIndex findLast findLastIndex flatMap forEach includes indexOf map some unshift",
    ),
    ("array_prototype.js", 2, "copyWithin splice toSpliced"),
    (
        "data_view.js",
        1,
        "DataView getFloat32 getFloat64 getInt16 getInt32 getUint16 getUint32",
    ),
    (
        "data_view.js",
        2,
        "setFloat32 setFloat64 setInt16 setInt32 setUint16 setUint32",
    ),
    (
        "error.js",
        1,
        "Error EvalError RangeError ReferenceError SyntaxError TypeError URIError",
    ),
    ("error.js", 2, "AggregateError"),
    ("function.js", 1, "Function"),
    ("generator.js", 1, "GeneratorFunction"),
    ("map.js", 0, "Map"),
    ("map.js", 1, "forEach"),
    ("math.js", 2, "hypot max min"),
    ("normalization.js", 0, "normalize"),
    ("number.js", 1, "Number"),
    ("object.js", 2, "assign"),
    ("set.js", 0, "Set"),
    ("set.js", 1, "forEach"),
    ("string.js", 1, "String fromCharCode fromCodePoint"),
    (
        "string_prototype.js",
        1,
        "concat endsWith includes indexOf lastIndexOf padEnd padStart startsWith",
    ),
    ("symbol.js", 0, "Symbol"),
    ("typed_array.js", 1, "from"),
    (
        "typed_array_prototype.js",
        1,
        "every fill filter find findIndex findLast findLastIndex forEach includes indexOf map set some",
    ),
    ("typed_array_prototype.js", 2, "copyWithin"),
    ("weak_map.js", 0, "WeakMap"),
    ("weak_set.js", 0, "WeakSet"),
];

macro_rules! shared {
    ($( $file:literal )*) => {
        /// The modules that only others import, besides `native.js`.
        pub(crate) const SHARED: &[(&str, &str)] =
            &[$( (concat!("library/", $file), include_str!($file)) ),*];
    };
}

shared! {
    "array_species.js"
    "decimal.js"
    "exotic.js"
    "exponential.js"
    "integrity.js"
    "iterator_prototype.js"
    "keys.js"
    "owner.js"
    "pattern.js"
    "property.js"
    "prototypes.js"
    "provide.js"
    "root.js"
    "sort.js"
    "species.js"
    "table.js"
    "table_iterator.js"
    "text.js"
    "trigonometry.js"
    "typed.js"
    "wrapper.js"
}
