//! Abstract values: what may be in a variable, as a set.

use crate::thing::Thing;
use microvium_ir::Constant;
use std::rc::Rc;

/// `undefined`.
pub const UNDEFINED: u8 = 1;
/// `null`.
pub const NULL: u8 = 16;
/// Both, or the mark of what is no value.
pub const NULLISH: u8 = UNDEFINED | NULL;
/// `true` and `false`.
pub const BOOLEAN: u8 = 2;
/// Numbers.
pub const NUMBER: u8 = 4;
/// Strings.
pub const STRING: u8 = 8;
/// All primitives.
pub const PRIMITIVES: u8 = 31;

/// Things whose numbers differ in the lowest six bits alone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
struct Run {
    /// The other bits of their numbers.
    high: u32,
    /// A bit for each that is there; never 0.
    bits: u64,
}

/// A set of things, in the order of their numbers. Most sets are copies of others, or grow to be one: those share their
/// memory.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Things(Option<Rc<[Run]>>);

impl Things {
    /// The set of these runs, which are in order.
    fn of(runs: &[Run]) -> Things {
        Things((!runs.is_empty()).then(|| Rc::from(runs)))
    }

    fn runs(&self) -> &[Run] {
        self.0.as_deref().unwrap_or_default()
    }

    /// Adds what is in another set; tells whether there was anything new.
    pub fn add(&mut self, other: &Things) -> bool {
        if std::ptr::eq(self.runs(), other.runs()) || self.holds(other) {
            return false;
        }
        if other.holds(self) {
            self.0 = other.0.clone();
            return true;
        }
        let (mut mine, mut others) = (
            self.runs().iter().peekable(),
            other.runs().iter().peekable(),
        );
        let mut all = Vec::with_capacity(self.runs().len() + other.runs().len());
        loop {
            let high = match (mine.peek(), others.peek()) {
                (Some(mine), Some(other)) => mine.high.min(other.high),
                (Some(run), None) | (None, Some(run)) => run.high,
                (None, None) => break,
            };
            let here = |run: &&Run| run.high == high;
            let (mine, others) = (mine.next_if(here), others.next_if(here));
            let bits = mine.map_or(0, |it| it.bits) | others.map_or(0, |it| it.bits);
            all.push(Run { high, bits });
        }
        *self = Things::of(&all);
        true
    }

    /// Whether all that is in another set is in it.
    pub fn holds(&self, other: &Things) -> bool {
        if other.runs().len() > self.runs().len() {
            return false;
        }
        let mut mine = self.runs().iter();
        other.runs().iter().all(|run| {
            let found = mine.find(|it| it.high >= run.high);
            found.is_some_and(|it| it.high == run.high && run.bits & !it.bits == 0)
        })
    }

    /// Those that aren't in another set.
    pub fn without(&self, other: &Things) -> Things {
        let mut others = other.runs().iter().peekable();
        let mut left = Vec::new();
        for run in self.runs() {
            while others.next_if(|it| it.high < run.high).is_some() {}
            let same = others.peek().filter(|it| it.high == run.high);
            let bits = run.bits & !same.map_or(0, |it| it.bits);
            if bits != 0 {
                left.push(Run { bits, ..*run });
            }
        }
        Things::of(&left)
    }

    /// Those that are in another set too.
    pub fn common(&self, other: &Things) -> Things {
        let mut others = other.runs().iter().peekable();
        let mut both = Vec::new();
        for run in self.runs() {
            while others.next_if(|it| it.high < run.high).is_some() {}
            let same = others.peek().filter(|it| it.high == run.high);
            let bits = run.bits & same.map_or(0, |it| it.bits);
            if bits != 0 {
                both.push(Run { bits, ..*run });
            }
        }
        Things::of(&both)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        let sizes = self.runs().iter().map(|it| it.bits.count_ones() as usize);
        sizes.sum()
    }

    /// Adds a thing.
    pub fn insert(&mut self, thing: Thing) {
        if !self.contains(thing) {
            self.add(&Things::from(thing));
        }
    }

    /// Whether it is there.
    pub fn contains(&self, thing: Thing) -> bool {
        let (high, bit) = thing.split();
        let found = self.runs().binary_search_by_key(&high, |it| it.high);
        found.is_ok_and(|at| self.runs()[at].bits & bit != 0)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = Thing> {
        self.runs().iter().flat_map(|run| {
            let (high, mut bits) = (run.high, run.bits);
            std::iter::from_fn(move || {
                let low = bits.trailing_zeros();
                bits &= bits.checked_sub(1)?;
                Some(Thing::join(high, low))
            })
        })
    }
}

impl From<Thing> for Things {
    fn from(thing: Thing) -> Things {
        let (high, bits) = thing.split();
        Things::of(&[Run { high, bits }])
    }
}

impl FromIterator<Thing> for Things {
    fn from_iter<T: IntoIterator<Item = Thing>>(things: T) -> Things {
        let mut all: Vec<Run> = Vec::new();
        for thing in things {
            let (high, bits) = thing.split();
            match all.binary_search_by_key(&high, |it| it.high) {
                Ok(at) => all[at].bits |= bits,
                Err(at) => all.insert(at, Run { high, bits }),
            }
        }
        Things::of(&all)
    }
}

/// A set of values.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Set {
    /// Types of primitives.
    pub primitives: u8,
    /// Things.
    pub things: Things,
}

impl Set {
    /// All primitives of these types.
    pub fn primitives(primitives: u8) -> Set {
        let things = Things::default();
        Set { primitives, things }
    }

    /// One thing.
    pub fn of(thing: Thing) -> Set {
        Set::from(Things::from(thing))
    }

    /// A constant.
    pub fn constant(constant: &Constant) -> Set {
        Set::primitives(match constant {
            Constant::Undefined => UNDEFINED,
            Constant::Null => NULL,
            Constant::Empty => NULLISH,
            Constant::Boolean(_) => BOOLEAN,
            Constant::Number(_) => NUMBER,
            Constant::String(_) => STRING,
        })
    }

    /// Adds what is in another set; tells whether there was anything new.
    pub fn add(&mut self, other: &Set) -> bool {
        let before = self.primitives;
        self.primitives |= other.primitives;
        self.things.add(&other.things) | (self.primitives != before)
    }

    /// Whether no value is in both.
    pub fn is_apart(&self, other: &Set) -> bool {
        !self.has(other.primitives) && self.things.common(&other.things).is_empty()
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.primitives == 0 && self.things.is_empty()
    }

    /// Whether primitives of one of these types are in it.
    pub fn has(&self, primitives: u8) -> bool {
        self.primitives & primitives != 0
    }
}

impl From<Things> for Set {
    fn from(things: Things) -> Set {
        Set {
            primitives: 0,
            things,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Things;
    use crate::thing::Thing;

    fn things(numbers: &[u32]) -> Things {
        numbers
            .iter()
            .map(|it| Thing::join(it / 64, it % 64))
            .collect()
    }

    #[test]
    fn adding_tells_what_is_new() {
        let mut all = things(&[3, 700]);
        assert!(!all.add(&things(&[700])));
        assert!(all.add(&things(&[1, 64, 701])));
        assert_eq!(all, things(&[1, 3, 64, 700, 701]));
        assert!(all.contains(Thing::join(1, 0)) && !all.contains(Thing::join(1, 1)));
        assert_eq!(all.without(&things(&[3, 64, 65, 701])), things(&[1, 700]));
        let order: Vec<_> = all.iter().collect();
        assert!(order.is_sorted() && order.len() == 5);
    }
}
