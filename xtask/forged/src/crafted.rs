//! Images that are made by hand, each of which breaks one thing that running relies on.

use microvium_format::code::{CONSTRUCTOR, HANDLERS, Handler, SCOPED};
use microvium_format::image::{Field, HEADER_SIZE, Header};
use microvium_format::narrow::{
    ROM_ALIGN, TRUE, TYPED, UNDEFINED, WORD, header, integer, long_count, packed, rom, slot,
};
use microvium_format::native::FIRST_NATIVE;
use microvium_format::{Builtin, Kind, Native, Operation, Special, attribute, typed};

/// What is made of an image that is right.
type Craft = fn(&mut Draft);

/// Every image, by what is wrong with it.
pub const IMAGES: &[(&str, Craft)] = &[
    ("a jump to the start of the image", |it| {
        it.main(&[far(Operation::JumpFar, -((Draft::CODE + 3) as i16))].concat());
    }),
    ("a jump without `this`", |it| {
        let mut code = vec![plain(Operation::Pop), Operation::Jump as u8, 5];
        code.extend([plain(Operation::Undefined); 5]);
        code.extend([plain(Operation::Pop); 5]);
        code.extend([plain(Operation::True); 4]);
        code.push(plain(Operation::Return));
        it.main(&code);
    }),
    ("a handler without `this`", |it| {
        // What jumps before it does so from another depth.
        let handler = Handler {
            start: 19,
            end: 20,
            target: 7,
            depth: 0,
        };
        let mut code = vec![plain(Operation::Undefined); 5];
        code.extend([Operation::Jump as u8, 11]);
        code.extend([plain(Operation::Pop); 7]);
        code.extend([plain(Operation::Null); 3]);
        code.push(plain(Operation::Return));
        code.extend([plain(Operation::Undefined), plain(Operation::Throw)]);
        it.export = it.function(HANDLERS, 0, &[handler], &code);
    }),
    ("a new.target that is no function", |it| {
        it.constants[1] = integer(-1);
        it.constants[0] = it.function(CONSTRUCTOR, 0, &[], &[plain(Operation::ReturnUndefined)]);
        it.main(&[
            nibble(Operation::Constant, 0),
            plain(Operation::Undefined),
            plain(Operation::Undefined),
            nibble(Operation::Constant, 1),
            Operation::New as u8,
            0,
            plain(Operation::Return),
        ]);
    }),
    ("a key that is code with a scope", |it| {
        let scoped = [nibble(Operation::LoadCaptured, 0), plain(Operation::Return)];
        it.constants[0] = it.function(SCOPED, 0, &[], &scoped);
        let assign = [
            nibble(Operation::Load, 3),
            plain(Operation::Frame),
            nibble(Operation::Call, 0),
            plain(Operation::Return),
        ];
        it.builtins[Builtin::AssignArray as usize] = it.function(0, 4, &[], &assign);
        it.main(&[
            Operation::NewArray as u8,
            0,
            plain(Operation::True),
            nibble(Operation::Set, 0),
            plain(Operation::ReturnUndefined),
        ]);
    }),
    ("a typed array whose own properties are its own", |it| {
        let own = it.next_ram();
        it.typed(own);
        it.constants[0] = TRUE;
        it.main(&[
            nibble(Operation::LoadVariable, 0),
            nibble(Operation::Get, 0),
            plain(Operation::Return),
        ]);
    }),
    ("the same, that is written to", |it| {
        let own = it.next_ram();
        it.typed(own);
        it.constants[0] = it.symbol();
        it.main(&[
            nibble(Operation::LoadVariable, 0),
            plain(Operation::True),
            nibble(Operation::Set, 0),
            plain(Operation::ReturnUndefined),
        ]);
    }),
    ("a typed array whose own properties are an array", |it| {
        let array = it.ram_cell(&[header(Kind::Array, 0), UNDEFINED]);
        it.typed(array);
        it.constants[0] = it.symbol();
        let nothing = [plain(Operation::ReturnUndefined)];
        it.builtins[Builtin::AssignArray as usize] = it.function(0, 4, &[], &nothing);
        it.again(&[
            nibble(Operation::LoadVariable, 0),
            plain(Operation::True),
            nibble(Operation::Set, 0),
        ]);
    }),
    ("an export that is `Defer`", |it| {
        it.export = it.native(Native::Defer);
    }),
    ("`Defer` with many arguments", |it| {
        it.constants[0] = it.native(Native::Defer);
        let mut list = vec![header(Kind::Array, 0x100)];
        list.extend([UNDEFINED; 0x100]);
        it.constants[1] = it.cell(&list);
        it.main(&[
            nibble(Operation::Constant, 0),
            plain(Operation::Frame),
            nibble(Operation::Constant, 1),
            Operation::Special as u8,
            Special::Apply as u8,
            plain(Operation::Return),
        ]);
    }),
    ("`Defer` in the getter of a method", |it| {
        it.constants[0] = it.native(Native::Defer);
        it.constants[1] = TRUE;
        let getter = it.function(0, 0, &[], &CALL_FIRST);
        let cell = it.accessor(getter);
        let shape = it.cell(&[header(Kind::Shape, 1), UNDEFINED, TRUE]);
        it.constants[2] = it.cell(&[header(Kind::Object, 1), shape, cell]);
        let get = it.function(
            0,
            0,
            &[],
            &[
                nibble(Operation::Constant, 2),
                nibble(Operation::Method, 1),
                plain(Operation::Pop),
                plain(Operation::Pop),
                plain(Operation::Pop),
                plain(Operation::Pop),
                plain(Operation::True),
                plain(Operation::True),
                plain(Operation::True),
                plain(Operation::Return),
            ],
        );
        it.constants[3] = get;
        it.main(&[
            nibble(Operation::Constant, 3),
            plain(Operation::Frame),
            nibble(Operation::Call, 0),
            plain(Operation::Return),
        ]);
    }),
    ("`Defer` as what the host calls back", |it| {
        it.constants[0] = it.import(1, 7);
        it.constants[1] = it.native(Native::Defer);
        let inner = it.function(
            0,
            0,
            &[],
            &[
                nibble(Operation::Constant, 0),
                plain(Operation::Frame),
                nibble(Operation::Constant, 1),
                nibble(Operation::Call, 1),
                plain(Operation::Return),
            ],
        );
        it.constants[2] = inner;
        it.main(&[
            nibble(Operation::Constant, 2),
            plain(Operation::Frame),
            nibble(Operation::Call, 0),
            plain(Operation::Return),
        ]);
    }),
    ("`Defer` in what the host calls back", |it| {
        it.constants[0] = it.native(Native::Defer);
        it.constants[1] = it.function(0, 0, &[], &CALL_FIRST);
        it.constants[2] = it.import(1, 7);
        it.main(&[
            nibble(Operation::Constant, 2),
            plain(Operation::Frame),
            nibble(Operation::Constant, 1),
            nibble(Operation::Call, 1),
            plain(Operation::Return),
        ]);
    }),
    ("bytes that say they are wider", |it| {
        let count = 40;
        let mut bytes = vec![header(Kind::Packed, TYPED), long_count(count)];
        bytes.push(packed::I32.into());
        bytes.extend(vec![0; 2 * usize::from(count)]);
        let bytes = it.cell(&bytes);
        it.ram[0] = it.ram_cell(&[header(Kind::Indirect, 0), bytes]);
        it.main(&[
            nibble(Operation::LoadVariable, 0),
            nibble(Operation::Integer, 0),
            nibble(Operation::Integer, 1),
            plain(Operation::SetElement),
            nibble(Operation::LoadVariable, 0),
            nibble(Operation::Extend, 2),
            nibble(Operation::Integer, 7),
            plain(Operation::GetElement),
            plain(Operation::Return),
        ]);
    }),
    ("a host function that assigns to arrays", |it| {
        it.builtins[Builtin::AssignArray as usize] = it.import(1, 1);
        it.constants[0] = TRUE;
        it.again(&[
            Operation::NewArray as u8,
            0,
            plain(Operation::True),
            nibble(Operation::Set, 0),
        ]);
    }),
    ("a host function that finds methods", |it| {
        it.builtins[Builtin::Access as usize] = it.import(1, 1);
        it.main(&[
            plain(Operation::True),
            Operation::NewArray as u8,
            0,
            Operation::Special as u8,
            Special::MethodElement as u8,
            plain(Operation::Pop),
            plain(Operation::Pop),
            plain(Operation::Pop),
            plain(Operation::Pop),
            plain(Operation::Pop),
            plain(Operation::Null),
            plain(Operation::Null),
            plain(Operation::Null),
            plain(Operation::Return),
        ]);
    }),
    ("a setter that is `Define`", |it| {
        let setter = it.native(Native::Define);
        let cell = it.cell(&[
            header(Kind::Property, attribute::ACCESSOR.into()),
            UNDEFINED,
            setter,
        ]);
        let shape = it.cell(&[header(Kind::Shape, 1), UNDEFINED, TRUE]);
        it.constants[0] = it.cell(&[header(Kind::Object, 1), shape, cell]);
        it.constants[1] = TRUE;
        let nothing = [plain(Operation::ReturnUndefined)];
        it.builtins[Builtin::AssignArray as usize] = it.function(0, 4, &[], &nothing);
        it.again(&[
            nibble(Operation::Constant, 0),
            Operation::NewArray as u8,
            0,
            nibble(Operation::Set, 1),
        ]);
    }),
    ("`Close` as a setter of a full stack", |it| {
        let setter = it.native(Native::Close);
        let cell = it.cell(&[
            header(Kind::Property, attribute::ACCESSOR.into()),
            UNDEFINED,
            setter,
        ]);
        let shape = it.cell(&[header(Kind::Shape, 1), UNDEFINED, TRUE]);
        it.constants[0] = it.cell(&[header(Kind::Object, 1), shape, cell]);
        it.constants[1] = TRUE;
        let bytes = it.cell(&[header(Kind::Packed, TYPED), long_count(1), 0, 0]);
        it.ram[0] = it.ram_cell(&[header(Kind::Indirect, 0), bytes]);
        let full = it.function(
            0,
            0,
            &[],
            &[
                Operation::Enter as u8,
                4 * 60 - 2,
                nibble(Operation::Constant, 0),
                nibble(Operation::LoadVariable, 0),
                nibble(Operation::Set, 1),
                plain(Operation::ReturnUndefined),
            ],
        );
        it.constants[2] = full;
        // It has no room for more than that.
        let units = usize::from(full) - 1 - Draft::CELLS + 3;
        it.cells[units] = 60;
        it.main(&[
            nibble(Operation::Constant, 2),
            plain(Operation::Frame),
            nibble(Operation::Call, 0),
            plain(Operation::Return),
        ]);
    }),
    ("`push` that is done by `push`", |it| {
        let push = it.native(Native::ArrayPush);
        it.builtins[Builtin::PushOther as usize] = push;
        it.constants[0] = push;
        it.main(&[
            nibble(Operation::Constant, 0),
            plain(Operation::Undefined),
            plain(Operation::Undefined),
            plain(Operation::True),
            nibble(Operation::Call, 0),
            plain(Operation::Return),
        ]);
    }),
    ("a promise that is no pair", |it| {
        let start = [nibble(Operation::Constant, 1), plain(Operation::Return)];
        it.constants[1] = integer(-1);
        it.builtins[Builtin::AsyncStart as usize] = it.function(0, 0, &[], &start);
        it.constants[0] = it.import(1, 9);
        it.main(&CALL_FIRST);
    }),
];

/// Calls the first constant.
const CALL_FIRST: [u8; 4] = [
    nibble(Operation::Constant, 0),
    plain(Operation::Frame),
    nibble(Operation::Call, 0),
    plain(Operation::Return),
];

const fn plain(operation: Operation) -> u8 {
    operation as u8
}

const fn nibble(operation: Operation, operand: u8) -> u8 {
    operation as u8 | operand
}

fn far(operation: Operation, distance: i16) -> Vec<u8> {
    let [low, high] = distance.to_le_bytes();
    vec![operation as u8, low, high]
}

/// An image that is being made: its tables and its RAM have a fixed size.
pub struct Draft {
    constants: [u16; 8],
    builtins: [u16; Builtin::ALL.len()],
    imports: [u16; 4],
    export: u16,
    /// Variables, then cells.
    ram: Vec<u16>,
    cells: Vec<u8>,
}

impl Draft {
    const VARIABLES: usize = 4;
    const RAM_WORDS: usize = 32;
    const RAM: usize = HEADER_SIZE + 8 * WORD + Builtin::ALL.len() * WORD + 4 * WORD + 2 * WORD;
    const CELLS: usize = Self::RAM + Self::RAM_WORDS * WORD;
    /// Where the code of the first function is.
    const CODE: usize = Self::CELLS + 4;

    /// The image with this craft.
    pub fn image(craft: Craft) -> Vec<u8> {
        let mut it = Draft {
            constants: [UNDEFINED; 8],
            builtins: [UNDEFINED; _],
            imports: [0; 4],
            export: UNDEFINED,
            ram: vec![UNDEFINED; Self::VARIABLES],
            cells: Vec::new(),
        };
        craft(&mut it);
        // A scope fills what is left of RAM.
        let rest = Self::RAM_WORDS - it.ram.len();
        it.ram.push(header(Kind::Scope, rest as u16 - 1));
        it.ram.resize(Self::RAM_WORDS, UNDEFINED);
        it.align();
        let mut image = vec![0; HEADER_SIZE];
        let mut words = it.constants.to_vec();
        words.extend(it.builtins);
        words.extend(it.imports);
        words.extend([1, it.export]);
        words.extend(it.ram);
        image.extend(words.iter().flat_map(|word| word.to_le_bytes()));
        assert_eq!(image.len(), Self::CELLS);
        image.extend(it.cells);
        let size = image.len() as u16;
        let mut head = Header::default();
        head.set_tables([
            it.constants.len() * WORD,
            it.builtins.len() * WORD,
            it.imports.len() * WORD,
            2 * WORD,
            Self::RAM_WORDS * WORD,
        ]);
        head.set(Field::Slots, Self::VARIABLES as u16);
        head.set(Field::Strings, size);
        head.set(Field::Size, size);
        head.seal(&mut image);
        image
    }

    fn align(&mut self) {
        self.cells
            .resize(self.cells.len().next_multiple_of(ROM_ALIGN), 0);
    }

    /// Begins a cell in ROM. Returns the reference to it.
    fn begin(&mut self) -> u16 {
        self.align();
        rom((Self::CELLS + self.cells.len()) as u16)
    }

    /// A cell in ROM.
    fn cell(&mut self, words: &[u16]) -> u16 {
        let cell = self.begin();
        let bytes = words.iter().flat_map(|word| word.to_le_bytes());
        self.cells.extend(bytes);
        cell
    }

    /// The reference to the next cell in RAM.
    fn next_ram(&self) -> u16 {
        slot(self.ram.len() as u16)
    }

    /// A cell in RAM.
    fn ram_cell(&mut self, words: &[u16]) -> u16 {
        let cell = self.next_ram();
        self.ram.extend(words);
        cell
    }

    fn function(&mut self, flags: u16, parameters: u8, handlers: &[Handler], code: &[u8]) -> u16 {
        let function = self.begin();
        let head = Kind::Function as u16 | flags;
        self.cells.extend(head.to_le_bytes());
        self.cells.extend([parameters, 4]);
        if flags & HANDLERS != 0 {
            self.cells.push(handlers.len() as u8);
            self.cells
                .extend(handlers.iter().flat_map(|it| it.to_bytes()));
        }
        self.cells.extend(code);
        function
    }

    /// The function that is exported.
    fn main(&mut self, code: &[u8]) {
        self.export = self.function(0, 0, &[], code);
    }

    /// The same, which does this again and again.
    fn again(&mut self, code: &[u8]) {
        let mut code = code.to_vec();
        code.extend([Operation::Jump as u8, (-2 - code.len() as i8) as u8]);
        self.main(&code);
    }

    /// A function of the host.
    fn import(&mut self, index: u16, id: u16) -> u16 {
        self.imports[usize::from(index)] = id;
        self.cell(&[header(Kind::Host, index)])
    }

    fn native(&mut self, native: Native) -> u16 {
        self.import(0, FIRST_NATIVE | native as u16)
    }

    fn symbol(&mut self) -> u16 {
        self.cell(&[header(Kind::Symbol, 1), UNDEFINED])
    }

    fn accessor(&mut self, getter: u16) -> u16 {
        let attributes = u16::from(attribute::ACCESSOR);
        self.cell(&[header(Kind::Property, attributes), getter, UNDEFINED])
    }

    /// The first variable: a typed array without bytes, and what holds its own properties.
    fn typed(&mut self, own: u16) {
        let mut fields = [UNDEFINED; typed::FIELDS];
        fields[typed::TYPE] = integer(0);
        fields[typed::OWN] = own;
        let mut words = vec![header(Kind::Scope, typed::FIELDS as u16)];
        words.extend(fields);
        self.ram[0] = self.ram_cell(&words);
    }
}
