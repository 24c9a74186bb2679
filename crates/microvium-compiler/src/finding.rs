//! All that the compiler finds wrong with a source, as a table. The corpus has a script for each member.

use crate::code;

macro_rules! findings {
    ($( $name:ident = $code:ident, $text:literal, $help:literal; )*) => {
        /// Something that may be wrong with a source.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum Finding {
            $( #[doc = $text] $name, )*
        }

        impl Finding {
            /// Every member.
            pub const ALL: &'static [Finding] = &[$( Finding::$name, )*];

            /// Its code, which is that of other findings of its sort, too.
            pub const fn code(self) -> &'static str {
                match self { $( Finding::$name => code::$code, )* }
            }

            /// The message; what only the source can say goes where `{}` is.
            pub(crate) const fn text(self) -> &'static str {
                match self { $( Finding::$name => $text, )* }
            }

            /// The way round it that is always the same; may be empty.
            pub(crate) const fn help(self) -> &'static str {
                match self { $( Finding::$name => $help, )* }
            }
        }
    };
}

findings! {
    // The parser's errors are in its words.
    Syntax = SYNTAX, "{}", "";
    JumpToNoLabel = SYNTAX, "`{}` to `{}`, which is no label around it", "a function can't jump into the one around it; return a value and test it";
    Parentheses = SYNTAX, "parentheses around a pattern, a parameter or a default", "leave them out";
    LoopTarget = SYNTAX, "`{}` is no variable that a loop can assign to", "";
    JumpOutsideOfLoop = SYNTAX, "`{}` outside of a loop", "a function can't jump into the one around it; return a value and test it";
    Json = SYNTAX, "this is no JSON", "";
    Nesting = NESTING, "the source is nested more than {} levels deep", "split the expression or the blocks into functions or variables";

    Unloadable = MISSING_MODULE, "can't load `{}`: {}", "";
    MissingModule = MISSING_MODULE, "can't find module `{}`", "";
    NotJson = MISSING_MODULE, "module `{}` isn't JSON", "";
    MissingExport = MISSING_EXPORT, "`{}` has no export `{}`", "";
    AmbiguousExport = AMBIGUOUS_EXPORT, "`{}` exports different things as `{}`", "import it from the module that declares it";

    Using = UNSUPPORTED, "`using` declarations are not supported yet", "use `try` and `finally`";
    BigInt = UNSUPPORTED, "BigInt literals are not supported yet", "use a number";
    RegularExpression = UNSUPPORTED, "regular expressions are not supported yet", "search by `includes`, `indexOf` and `split`, or look at the characters one by one";
    DynamicImport = UNSUPPORTED, "`import()` of a computed name is not supported: modules are found when the program is built", "name the module in quotes";
    ImportPhase = UNSUPPORTED, "import phases are not supported yet", "";
    ImportAttributes = UNSUPPORTED, "import attributes other than `with { type: 'json' }` are not supported yet", "";
    Decorator = UNSUPPORTED, "decorators are not supported yet", "";
    AccessorField = UNSUPPORTED, "`accessor` fields are not supported yet", "";
    Eval = UNSUPPORTED, "`eval` is not supported yet", "";
    FunctionOfText = UNSUPPORTED, "`Function` of a text is not supported yet", "write the function as code";
    Jsx = UNSUPPORTED, "JSX is not supported yet", "call functions";
    TypeScript = UNSUPPORTED, "TypeScript is not supported yet", "name the file `.ts`, and types are stripped";
    ExportAssignment = UNSUPPORTED, "`export =` is not supported", "export a default";
    ImportRequire = UNSUPPORTED, "`import … = require` is not supported", "import a namespace";

    LargeFrame = LIMIT, "{}", "split it into functions that each have fewer variables";
    LargeCode = LIMIT, "{}", "split it into several functions or modules; compute tables in loops, or import them from a `.json` file";
    TooManyHandlers = LIMIT, "{}", "split it into functions that each have fewer `try` statements";
    Defect = LIMIT, "{}", "this is a defect of the compiler, not of the script: please report it";

    Ephemeral = EPHEMERAL, "`{}` exists only before the snapshot, but {}; that call will throw", "";
    ArrayKey = ARRAY_KEY, "the host may pass the key of an array here; after the snapshot, to assign by one that is no index will throw", "`array[key >>> 0]` takes it for an index";
    Different = DIFFERENT, "{}", "";
    Undefined = UNDEFINED, "`{}` is not defined; using it will throw a ReferenceError", "";
}

impl Finding {
    /// Whether it doesn't prevent compilation.
    pub const fn is_warning(self) -> bool {
        matches!(
            self,
            Finding::Undefined | Finding::Ephemeral | Finding::ArrayKey | Finding::Different
        )
    }
}
