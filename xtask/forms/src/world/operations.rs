//! What each operation does.

use super::{Programs, Thing};
use microvium_format::{Native, Operation, Special};
use microvium_forms_machines::vm::*;

impl World for Programs<'_> {
    fn dispatched(vm: &mut Vm<Self>) {
        vm.world.dispatches += 1;
    }

    fn constant(vm: &mut Vm<Self>, index: usize) -> u32 {
        vm.world.constants[index]
    }

    fn variable(vm: &mut Vm<Self>, index: usize) -> u32 {
        vm.world.variables[index]
    }

    fn set_variable(vm: &mut Vm<Self>, index: usize, value: u32) {
        vm.world.variables[index] = value;
    }

    fn scope(vm: &mut Vm<Self>, closure: u32) -> u32 {
        match vm.world.thing(closure) {
            Some(Thing::Closure(_, scope, _)) => *scope,
            _ => UNDEFINED,
        }
    }

    fn field(vm: &mut Vm<Self>, scope: u32, index: usize) -> Outcome<u32> {
        match vm.world.thing(scope) {
            Some(Thing::Scope(fields)) if index < fields.len() => Ok(fields[index]),
            _ => vm.world.fault("no such field of a scope"),
        }
    }

    fn set_field(vm: &mut Vm<Self>, scope: u32, index: usize, value: u32) -> Outcome<()> {
        match vm.world.thing_mut(scope) {
            Some(Thing::Scope(fields)) if index < fields.len() => {
                fields[index] = value;
                Ok(())
            }
            _ => vm.world.fault("no such field of a scope"),
        }
    }

    fn get(vm: &mut Vm<Self>, object: u32, key: u32) -> Outcome<u32> {
        if object == UNDEFINED || object == NULL {
            return vm.world.fault("a property of undefined");
        }
        vm.world.property(object, key)
    }

    fn set(vm: &mut Vm<Self>, object: u32, key: u32, value: u32) -> Outcome<()> {
        match vm.world.thing_mut(object) {
            Some(Thing::Object(_, properties)) => {
                match properties.iter_mut().find(|(name, _)| *name == key) {
                    Some((_, old)) => *old = value,
                    None => properties.push((key, value)),
                }
                Ok(())
            }
            _ => vm.world.fault("setting a property of no object"),
        }
    }

    fn get_element(vm: &mut Vm<Self>, object: u32, key: u32) -> Outcome<u32> {
        let index = integer_of(key) as usize;
        match vm.world.thing(object) {
            Some(Thing::Array(elements)) if both_integers(key, key) => {
                Ok(elements.get(index).copied().unwrap_or(UNDEFINED))
            }
            _ => vm.world.fault("an element of no array"),
        }
    }

    fn set_element(vm: &mut Vm<Self>, object: u32, key: u32, value: u32) -> Outcome<()> {
        let index = integer_of(key) as usize;
        match vm.world.thing_mut(object) {
            Some(Thing::Array(elements)) if both_integers(key, key) && index < 1 << 16 => {
                if elements.len() <= index {
                    elements.resize(index + 1, EMPTY);
                }
                elements[index] = value;
                Ok(())
            }
            _ => vm.world.fault("setting an element of no array"),
        }
    }

    fn integer(vm: &mut Vm<Self>, n: i32) -> Outcome<u32> {
        Ok(vm.world.number(n.into()))
    }

    fn arithmetic(vm: &mut Vm<Self>, operation: u8, a: u32, b: u32) -> Outcome<u32> {
        if let (Some(Thing::Text(a)), Some(Thing::Text(b))) = (vm.world.thing(a), vm.world.thing(b))
        {
            let joined = format!("{a}{b}");
            return Ok(vm.world.add(Thing::Text(joined)));
        }
        let (Some(a), Some(b)) = (vm.world.to_number(a), vm.world.to_number(b)) else {
            return vm.world.fault("arithmetic on no numbers");
        };
        // Numbers here stay in the range where this is ECMAScript's conversion.
        let (x, y) = (a as i64 as i32, b as i64 as i32);
        let result = match Operation::from_code(Operation::Add as u8 | operation) {
            Some(Operation::Add) => a + b,
            Some(Operation::Subtract) => a - b,
            Some(Operation::Multiply) => a * b,
            Some(Operation::Divide) => a / b,
            Some(Operation::Remainder) => a % b,
            Some(Operation::And) => f64::from(x & y),
            Some(Operation::Or) => f64::from(x | y),
            Some(Operation::Xor) => f64::from(x ^ y),
            Some(Operation::ShiftLeft) => f64::from(x.wrapping_shl(y as u32)),
            Some(Operation::ShiftRight) => f64::from(x.wrapping_shr(y as u32)),
            _ => f64::from((x as u32).wrapping_shr(y as u32)),
        };
        Ok(vm.world.number(result))
    }

    fn compare(vm: &mut Vm<Self>, operation: u8, a: u32, b: u32) -> Outcome<bool> {
        let (Some(a), Some(b)) = (vm.world.to_number(a), vm.world.to_number(b)) else {
            return vm.world.fault("comparison of no numbers");
        };
        Ok(a.partial_cmp(&b)
            .is_some_and(|order| holds(operation, order)))
    }

    fn strict_equal(vm: &mut Vm<Self>, a: u32, b: u32) -> bool {
        if let (Some(a), Some(b)) = (vm.world.to_number(a), vm.world.to_number(b)) {
            return a == b;
        }
        match (vm.world.thing(a), vm.world.thing(b)) {
            (Some(Thing::Text(a)), Some(Thing::Text(b))) => a == b,
            _ => a == b,
        }
    }

    fn loose_equal(vm: &mut Vm<Self>, a: u32, b: u32) -> Outcome<bool> {
        let is_nullish = |value| value == UNDEFINED || value == NULL;
        if is_nullish(a) || is_nullish(b) {
            return Ok(is_nullish(a) && is_nullish(b));
        }
        let same_type = vm.world.to_number(a).is_some() == vm.world.to_number(b).is_some();
        if !same_type {
            return vm.world.fault("loose equality of different types");
        }
        Ok(Self::strict_equal(vm, a, b))
    }

    fn is_truthy(vm: &mut Vm<Self>, value: u32) -> bool {
        match vm.world.thing(value) {
            Some(Thing::Float(n)) => *n != 0.0 && !n.is_nan(),
            Some(Thing::Text(text)) => !text.is_empty(),
            Some(_) => true,
            None => !matches!(value, UNDEFINED | NULL | FALSE | 1),
        }
    }

    fn make_instance(vm: &mut Vm<Self>, arguments: usize) -> Outcome<()> {
        let this = arguments as u16;
        let class = vm.top(this + RECORD);
        let key = vm.world.text("prototype");
        let prototype = match vm.world.thing(class) {
            Some(Thing::Closure(..)) => vm.world.property(class, key)?,
            _ => NULL,
        };
        let object = vm.world.add(Thing::Object(prototype, Vec::new()));
        vm.set_top(this, object);
        Ok(())
    }

    fn new_array(vm: &mut Vm<Self>, count: usize) -> Outcome<u32> {
        let elements = taken(vm, count);
        Ok(vm.world.add(Thing::Array(elements)))
    }

    fn new_object(vm: &mut Vm<Self>, shape: usize) -> Outcome<u32> {
        let shape = vm.world.constants[shape];
        let Some(Thing::Shape(keys)) = vm.world.thing(shape).cloned() else {
            return vm.world.fault("an object without a shape");
        };
        let values = taken(vm, keys.len());
        let properties = keys.into_iter().zip(values).collect();
        Ok(vm.world.add(Thing::Object(NULL, properties)))
    }

    fn new_closure(vm: &mut Vm<Self>, function: usize, scope: u32) -> Outcome<u32> {
        let function = vm.world.constants[function];
        match vm.world.thing(function) {
            Some(&Thing::Function(id)) => Ok(vm.world.add(Thing::Closure(id, scope, UNDEFINED))),
            _ => vm.world.fault("a closure of no function"),
        }
    }

    fn new_scope(vm: &mut Vm<Self>, count: usize) -> Outcome<u32> {
        let fields = taken(vm, count);
        Ok(vm.world.add(Thing::Scope(fields)))
    }

    fn special(vm: &mut Vm<Self>, code: u8) -> Outcome<()> {
        match Special::from_code(code) {
            Some(Special::Decrement) => {
                let Some(n) = vm.world.to_number(vm.top(0)) else {
                    return vm.world.fault("decrement of no number");
                };
                let value = vm.world.number(n - 1.0);
                vm.set_top(0, value);
                Ok(())
            }
            Some(Special::MethodElement) => {
                let object = vm.top(1);
                let callee = Self::get_element(vm, object, vm.top(0))?;
                vm.set_top(1, callee);
                vm.set_top(0, UNDEFINED);
                vm.push(UNDEFINED);
                vm.push(object);
                Ok(())
            }
            other => vm.world.fault(&format!("{other:?} isn't sketched")),
        }
    }

    fn function(vm: &mut Vm<Self>, callee: u32) -> Outcome<Option<(u16, usize)>> {
        match vm.world.thing(callee) {
            Some(Thing::Function(id) | Thing::Closure(id, ..)) => {
                Ok(vm.world.entries.get(id).copied())
            }
            Some(Thing::Host(_)) => Ok(None),
            _ => vm.world.fault("a call of no function"),
        }
    }

    fn call(vm: &mut Vm<Self>, callee: u32, arguments: usize) -> Outcome<u32> {
        let Some(&Thing::Host(id)) = vm.world.thing(callee) else {
            return vm.world.fault("a call of a function without code");
        };
        let arguments = taken(vm, arguments);
        let this = vm.top(0);
        // The host's own functions return undefined.
        if id != Native::ArrayPush.id() {
            return Ok(UNDEFINED);
        }
        match vm.world.thing_mut(this) {
            Some(Thing::Array(elements)) => {
                elements.extend(arguments);
                let length = elements.len() as f64;
                Ok(vm.world.number(length))
            }
            _ => vm.world.fault("push on no array"),
        }
    }

    fn is_object(vm: &mut Vm<Self>, value: u32) -> bool {
        matches!(
            vm.world.thing(value),
            Some(Thing::Object(..) | Thing::Array(_) | Thing::Closure(..) | Thing::Function(_))
        )
    }
}

/// The values at the top of the stack, which go.
fn taken(vm: &mut Vm<Programs>, count: usize) -> Vec<u32> {
    let values = (0..count as u16).rev().map(|depth| vm.top(depth)).collect();
    vm.drop(count as u16);
    values
}
