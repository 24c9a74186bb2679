//! The constants that code refers to.

use crate::instruction::Constant;
use crate::segment::SegmentConstant;
use crate::text::Text;
use microvium_format::operation::Form;
use microvium_format::{Operation, Special};
use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::step::Symbolic;

/// The constants met so far, each once, numbered as they were met.
#[derive(Default)]
pub struct Constants {
    all: Vec<SegmentConstant>,
    numbers: BTreeMap<Key, usize>,
    uses: Vec<Uses>,
}

/// What makes a constant the same as another.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(u64),
    String(Text),
    Function(usize),
    Shape(Vec<Text>),
    TypeNames,
    Namespace(usize),
    Variable(usize),
    Global(Text),
    GlobalObject,
}

/// How often a constant is used: by operations that hold a small index in a nibble, and by others.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Uses {
    nibble: usize,
    byte: usize,
}

impl Constants {
    /// The number of a constant.
    pub fn number(&mut self, constant: SegmentConstant) -> usize {
        let key = match &constant {
            // One NaN is as good as another.
            SegmentConstant::Number(n) if n.is_nan() => Key::Number(f64::NAN.to_bits()),
            SegmentConstant::Number(n) => Key::Number(n.to_bits()),
            SegmentConstant::String(text) => Key::String(text.clone()),
            SegmentConstant::Function(id) => Key::Function(id.index()),
            SegmentConstant::Shape(keys) => Key::Shape(keys.clone()),
            SegmentConstant::TypeNames => Key::TypeNames,
            SegmentConstant::Namespace(file, _) => Key::Namespace(file.index()),
            SegmentConstant::Variable(id) => Key::Variable(id.index()),
            SegmentConstant::Global(name) => Key::Global(name.clone()),
            SegmentConstant::GlobalObject => Key::GlobalObject,
        };
        *self.numbers.entry(key).or_insert_with(|| {
            self.all.push(constant);
            self.uses.push(Uses::default());
            self.all.len() - 1
        })
    }

    /// The number of a string.
    pub fn text(&mut self, text: &Text) -> usize {
        self.number(SegmentConstant::String(text.clone()))
    }

    /// How many keys a constant has, if it is a shape.
    pub fn keys(&self, number: usize) -> usize {
        match &self.all[number] {
            SegmentConstant::Shape(keys) => keys.len(),
            _ => 0,
        }
    }

    /// Counts a use in final code.
    pub fn count(&mut self, operation: Operation, number: usize) {
        match operation.form() {
            Form::Nibble => self.uses[number].nibble += 1,
            _ => self.uses[number].byte += 1,
        }
    }

    /// Puts the constants that were counted in order, the most used first; gives their indices by number.
    pub fn finish(self) -> (Vec<SegmentConstant>, Vec<usize>) {
        let mut order: Vec<usize> = (0..self.all.len())
            .filter(|&number| self.uses[number] != Uses::default())
            .collect();
        order.sort_by_key(|&number| Reverse(self.uses[number]));
        let mut indices = vec![usize::MAX; self.all.len()];
        for (index, &number) in order.iter().enumerate() {
            indices[number] = index;
        }
        (
            order
                .iter()
                .map(|&number| self.all[number].clone())
                .collect(),
            indices,
        )
    }

    /// The code that pushes a constant of the language.
    pub fn push(&mut self, constant: &Constant) -> Symbolic {
        match constant {
            Constant::Undefined => Symbolic::Plain(Operation::Undefined, 0),
            Constant::Null => Symbolic::Plain(Operation::Null, 0),
            Constant::Boolean(false) => Symbolic::Plain(Operation::False, 0),
            Constant::Boolean(true) => Symbolic::Plain(Operation::True, 0),
            Constant::Empty => Symbolic::Special(Special::Empty),
            Constant::String(text) => Symbolic::Indexed(Operation::Constant, self.text(text)),
            Constant::Number(n) => match small_integer(*n) {
                Some(n) if n >= 0 => Symbolic::Plain(Operation::Integer, n as u32),
                Some(n) => Symbolic::Plain(Operation::IntegerNegative, (-1 - n) as u32),
                None => {
                    let number = self.number(SegmentConstant::Number(*n));
                    Symbolic::Indexed(Operation::Constant, number)
                }
            },
        }
    }
}

/// The number as an integer that fits an operand of 16 bits, or -1 minus it does.
fn small_integer(n: f64) -> Option<i32> {
    let integer = n as i32;
    let is_exact = f64::from(integer).to_bits() == n.to_bits();
    (is_exact && (-0x10000..0x10000).contains(&integer)).then_some(integer)
}

/// Whether the number needs float arithmetic.
pub fn is_float(n: f64) -> bool {
    f64::from(n as i32).to_bits() != n.to_bits()
}
