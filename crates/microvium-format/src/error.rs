//! The error codes a host sees. 0 to 58 are those that Microvium's hosts know; ours begin at 64.

/// Who learns of an error.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Audience {
    /// Scripts: it is thrown in an engine that has all parts.
    Scripts,
    /// Only hosts: what they did, or the image or the engine that they have, is wrong.
    Hosts,
    /// Nobody: this engine has no such error.
    Nobody,
}

macro_rules! error_codes {
    ($( $name:ident = $code:literal, $audience:ident, $text:literal; )*) => {
        list! {
            /// Why an operation of the engine failed.
            pub enum ErrorCode : u8 {
                $( $name = $code, $text; )*
            }
        }
        impl ErrorCode {
            /// Who learns of it.
            pub const fn audience(self) -> Audience {
                match self { $( Self::$name => Audience::$audience, )* }
            }
        }
    };
}

error_codes! {
    Success = 0, Hosts, "No error.";
    Unexpected = 1, Hosts, "An error of the engine itself.";
    MallocFail = 2, Hosts, "The host's allocator had no memory.";
    AllocationTooLarge = 3, Scripts, "A single value is larger than the engine's width allows.";
    InvalidAddress = 4, Hosts, "A reference points to no value.";
    CopyAcrossBucketBoundary = 5, Nobody, "Not used by this engine.";
    FunctionNotFound = 6, Hosts, "There is no such function.";
    InvalidHandle = 7, Hosts, "The handle isn't one of this VM's.";
    StackOverflow = 8, Scripts, "Calls are nested deeper than the stack limit allows.";
    UnresolvedImport = 9, Hosts, "The host doesn't provide a function that the snapshot imports.";
    AttemptToWriteToRom = 10, Scripts, "A value in read-only memory was written.";
    InvalidArguments = 11, Hosts, "An argument isn't of the type or range that is asked for.";
    TypeError = 12, Scripts, "A value isn't of a type the operation can work on.";
    TargetNotCallable = 13, Hosts, "The value that the host called isn't a function.";
    HostError = 14, Hosts, "A host function failed.";
    NotImplemented = 15, Scripts, "The engine doesn't implement the operation.";
    HostReturnedInvalidValue = 16, Hosts, "A host function returned something that is no value.";
    AssertionFailed = 17, Hosts, "An assertion of the engine failed.";
    InvalidBytecode = 18, Hosts, "The image isn't one that this engine can run.";
    UnresolvedExport = 19, Hosts, "The snapshot has no export of this id.";
    RangeError = 20, Scripts, "A number is out of the range the operation allows.";
    DetachedEphemeral = 21, Scripts, "A function that exists only at build time was called.";
    TargetIsNotAVmFunction = 22, Hosts, "The value isn't a function of this VM.";
    Float64 = 23, Hosts, "The number is no integer of 32 bits.";
    Nan = 24, Hosts, "The number is NaN.";
    NegZero = 25, Hosts, "The number is negative zero.";
    OperationRequiresFloatSupport = 26, Hosts, "The operation needs float arithmetic, which this engine was linked without.";
    BytecodeCrcFail = 27, Hosts, "The image is damaged: its checksum doesn't match.";
    BytecodeRequiresFloatSupport = 28, Hosts, "The image needs float arithmetic, which this engine was linked without.";
    ProtoIsReadonly = 29, Scripts, "The prototype can't be changed.";
    SnapshotTooLarge = 30, Hosts, "The image needs more memory than the engine's limit.";
    MallocMustReturnPointerToEvenBoundary = 31, Hosts, "The host's allocator returned a misaligned block, or the image is misaligned.";
    ArrayTooLong = 32, Scripts, "An array is longer than the engine's width allows.";
    OutOfMemory = 33, Scripts, "The heap has reached its limit.";
    TooManyArguments = 34, Scripts, "A call has more arguments than the engine allows.";
    RequiresLaterEngine = 35, Hosts, "The image needs a part that this engine doesn't have.";
    PortFileVersionMismatch = 36, Hosts, "The host's configuration is for another version.";
    PortFileMacroTestFailure = 37, Hosts, "The host's configuration is wrong.";
    ExpectedPointerSizeToBe16Bit = 38, Nobody, "Not used by this engine.";
    ExpectedPointerSizeNotToBe16Bit = 39, Nobody, "Not used by this engine.";
    TypeErrorTargetIsNotCallable = 40, Scripts, "The script called a value that isn't a function.";
    TdzError = 41, Scripts, "A variable was used before its declaration was evaluated.";
    MallocNotWithinRamPage = 42, Nobody, "Not used by this engine.";
    InvalidArrayIndex = 43, Hosts, "The value can't be an array index.";
    UncaughtException = 44, Scripts, "The script threw a value that it didn't catch.";
    FatalErrorMustKillVm = 45, Hosts, "The VM can't go on.";
    ObjectKeysOnNonObject = 46, Hosts, "The keys of a value that isn't an object were asked for.";
    InvalidUint8ArrayLength = 47, Scripts, "The value can't be the length of a Uint8Array.";
    CanOnlyAssignBytesToUint8Array = 48, Hosts, "A value that is no byte was stored in a Uint8Array.";
    WrongBytecodeVersion = 49, Hosts, "The image is of another version of the format, or no image at all.";
    UsingNewOnNonClass = 50, Scripts, "The script constructed with a value that isn't a constructor.";
    InstructionCountReached = 51, Hosts, "The instruction limit is reached.";
    RequiresActiveVm = 52, Hosts, "The function can only be called while the VM runs.";
    AsyncStartError = 53, Hosts, "A host function ends later, but the image never waits for what hosts return.";
    AsyncWithoutAwait = 54, Nobody, "Not used by this engine.";
    TypeErrorAwaitNonPromise = 55, Nobody, "Not used by this engine.";
    HeapCorrupt = 56, Hosts, "The heap is damaged.";
    ClassPrototypeMustBeNullOrObject = 57, Scripts, "A class extends a value that is neither a constructor nor null, or whose prototype is neither an object nor null.";
    UninitializedGlobal = 58, Scripts, "A global variable doesn't exist.";
    ConstAssignment = 64, Scripts, "A constant was assigned.";
    MissingLibrary = 65, Hosts, "The operation needs a library part that the image doesn't hold.";
    PropertyOfNullish = 66, Scripts, "A property of undefined or null was used.";
    ClassWithoutNew = 67, Scripts, "A class was called without new.";
    ReadonlyProperty = 68, Scripts, "A property that can't be written was written.";
    NotIterable = 69, Scripts, "A value that isn't iterable was taken apart or looped over.";
    RequiresTypedArrays = 70, Hosts, "Typed arrays besides plain Uint8Arrays are needed, which this engine was linked without.";
}

list! {
    /// The classes of errors that faults are to a script.
    pub enum ErrorClass : u8 {
        Error = 0, "What is none of the others.";
        TypeError = 1, "A value isn't of a type the operation can work on.";
        RangeError = 2, "A number, a size or a depth is beyond a limit.";
        ReferenceError = 3, "A name has no value.";
    }
}

impl ErrorCode {
    /// The class of the error object that a script catches for a fault.
    pub const fn class(self) -> ErrorClass {
        use ErrorCode::*;
        match self {
            TdzError | UninitializedGlobal => ErrorClass::ReferenceError,
            RangeError
            | StackOverflow
            | ArrayTooLong
            | OutOfMemory
            | MallocFail
            | AllocationTooLarge
            | TooManyArguments
            | InstructionCountReached
            | InvalidUint8ArrayLength => ErrorClass::RangeError,
            TypeError
            | TypeErrorTargetIsNotCallable
            | UsingNewOnNonClass
            | ConstAssignment
            | PropertyOfNullish
            | ClassWithoutNew
            | ReadonlyProperty
            | NotIterable
            | ClassPrototypeMustBeNullOrObject
            | ProtoIsReadonly
            | TargetNotCallable
            | AttemptToWriteToRom
            | MissingLibrary => ErrorClass::TypeError,
            _ => ErrorClass::Error,
        }
    }

    /// The limit that is passed, in a few words for the message of the error that a script catches: what it holds in an
    /// image counts.
    pub const fn limit(self) -> Option<&'static str> {
        use ErrorCode::*;
        match self {
            StackOverflow => Some("stack overflow"),
            OutOfMemory => Some("out of memory"),
            ArrayTooLong => Some("array too long (narrow: 32752)"),
            AllocationTooLarge => Some("value too large (narrow: 4094 bytes)"),
            _ => None,
        }
    }
}
