//! Loading emitted code into the build-time VM.

use crate::host::{BuildValue, BuildVm};
use microvium_engine::embed::Desktop;
use microvium_engine::{Fault, Number, Vm, Wide, Width};
use microvium_format::ValueType;
use microvium_ir::{
    Access, ClosureNeeds, FunctionId, GlobalAccess, Iteration, Naming, Program, Segment,
    SegmentConstant, Text, VariableAccess, VariableId,
};
use std::collections::{BTreeMap, BTreeSet};

/// At build time every variable has the slot of its number, and globals are looked up.
pub(crate) struct BuildAccess<'a> {
    /// The functions whose function objects have names that may be asked for; all of them if it isn't known.
    pub named: Option<&'a BTreeSet<FunctionId>>,
    /// The async functions of which it may be seen what they inherit from; all of them if it isn't known.
    pub parents: Option<&'a BTreeSet<FunctionId>>,
    /// Whether anything may have a method `Symbol.hasInstance` of its own.
    pub has_instance: bool,
    /// Whether a bound function may be constructed.
    pub constructs_bound: bool,
    /// Whether array methods may have to make something else than mere arrays.
    pub asks_species: bool,
    /// Whether a script may change how arrays and strings are iterated.
    pub iteration: Iteration,
}

impl Access for BuildAccess<'_> {
    fn variable(&self, variable: VariableId) -> VariableAccess {
        VariableAccess::Slot(variable.index() as u32)
    }
    fn global(&self, _: &Text) -> GlobalAccess {
        GlobalAccess::Lookup
    }
    fn outcome(&self, _: FunctionId, _: microvium_ir::ValueId) -> Option<bool> {
        None
    }
    fn has_instance(&self) -> bool {
        self.has_instance
    }
    fn constructs_bound(&self) -> bool {
        self.constructs_bound
    }
    fn asks_species(&self) -> bool {
        self.asks_species
    }
    fn iteration(&self) -> Iteration {
        self.iteration
    }
    /// There is always room at build time, and what functions have by their nature when it is asked for.
    fn closure(&self, function: FunctionId) -> ClosureNeeds {
        let named = self.named.is_none_or(|named| named.contains(&function));
        let name = match named {
            true => Naming::Computed,
            false => Naming::Nothing,
        };
        ClosureNeeds {
            name,
            parent: self.parents.is_none_or(|it| it.contains(&function)),
            ..ClosureNeeds::default()
        }
    }
}

/// Loads a segment whose first constant is the VM's next one. Adds to `functions` where the Function
/// cells are: each in a constant.
pub(crate) fn load(
    vm: &mut Vm<Wide<Desktop>>,
    program: &Program,
    segment: &Segment,
    functions: &mut BTreeMap<FunctionId, usize>,
) -> Result<(), Fault> {
    let first = vm.constants();
    for _ in &segment.constants {
        vm.add_constant(Wide::<Desktop>::UNDEFINED)?;
    }
    for code in &segment.functions {
        let it = &program.functions[code.function];
        let name = vm.new_key(it.name.as_bytes())?;
        let id = code.function.index();
        let function = vm.add_function(id, &code.to_block(), name, it.length as u16)?;
        functions.insert(code.function, vm.add_constant(function)?);
    }
    for (index, constant) in segment.constants.iter().enumerate() {
        let value = match constant {
            SegmentConstant::Number(number) => {
                vm.new_number(Number::from_bits(number.to_bits()))?
            }
            SegmentConstant::String(text) => vm.new_key(text.as_bytes())?,
            SegmentConstant::Function(function) => functions
                .get(function)
                .map_or(Wide::<Desktop>::UNDEFINED, |&at| vm.get_constant(at)),
            SegmentConstant::Shape(keys) => {
                vm.literal_shape(keys.len(), &mut |vm, i| vm.new_key(keys[i].as_bytes()))?
            }
            SegmentConstant::TypeNames => {
                let array = vm.new_array(ValueType::ALL.len())?;
                vm.set_constant(first + index, array);
                for (i, code) in ValueType::ALL.iter().enumerate() {
                    let name = vm.new_key(code.type_of().as_bytes())?;
                    let array = vm.get_constant(first + index);
                    vm.set_array_element(array, i, name)?;
                }
                vm.get_constant(first + index)
            }
            SegmentConstant::Namespace(_, members) => {
                new_namespace(vm, members, &|vm| crate::library::symbol(vm, "toStringTag"))?
            }
            // Only images have these: `BuildAccess` asks for none.
            SegmentConstant::Variable(_)
            | SegmentConstant::Global(_)
            | SegmentConstant::GlobalObject => Wide::<Desktop>::UNDEFINED,
        };
        vm.set_constant(first + index, value);
    }
    Ok(())
}

/// A module namespace. At build time every variable has the slot of its number. `tag` gives `Symbol.toStringTag`.
pub(crate) fn new_namespace(
    vm: &mut BuildVm,
    members: &[(Text, VariableId)],
    tag: &dyn Fn(&mut BuildVm) -> Result<BuildValue, Fault>,
) -> Result<BuildValue, Fault> {
    let members: Vec<_> = members
        .iter()
        .map(|(name, variable)| (name.as_bytes(), variable.index()))
        .collect();
    vm.new_namespace(&members, tag)
}
