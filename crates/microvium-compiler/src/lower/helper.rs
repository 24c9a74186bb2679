//! What the library does for the compiler, and what the compiler does for the library.
//!
//! A helper is a property of the global object whose name no script can name or see (`Text::helper`), and
//! an image has those that it uses.

use super::Lowerer;
use super::function::Naming;
use super::spread::Arguments;
use crate::ssa::Key;
use microvium_format::{ErrorCode, ValueType, private_name};
use microvium_ir::{
    Constant, Function, FunctionKind, Op, Text, Types, UnaryOperator, ValueId, waiting,
};
use oxc_ast::ast::{Argument, CallExpression, Expression};

impl Lowerer<'_, '_> {
    /// Calls a helper.
    pub(super) fn helper(&mut self, name: &str, arguments: Vec<ValueId>, offset: u32) -> ValueId {
        let name = Text::helper(name);
        let helper = self.value(Op::GetGlobal(name), offset);
        self.value(Op::Call(helper, arguments), offset)
    }

    /// What library sources ask of the compiler:
    /// - `$call(f, this, ...)` is `f.call(this, ...)`;
    /// - `$apply(f, this, list)` is `f.call(this, ...list)`, of an array;
    /// - `$construct(f, target, list)` is `new f(...list)` with that `new.target`, both of which can be constructed;
    /// - `$called()` is whether the function was called, not constructed. If so, `this` is an instance that `new.target` has
    ///   the prototype of, which needs less than a function that asks for `new.target` and makes it itself;
    /// - `$own(object, key)` is `object[key]`, where the object itself has the key;
    /// - `$get(this, object, key)` is the same with the inherited ones, and with this `this` for a getter;
    /// - `$code(call)` is what resumes a suspended call, `$point(call)` the point where it waits, or a
    ///   TypeError if it is none, and `$setPoint(call, point)` sets that;
    /// - `$result(call)` is the first field of a suspended call, which no script sees, and `$setResult(call, value)`
    ///   sets it: that for which an async function runs;
    /// - `$scope(a, ...)` is a scope of these fields, `$field(scope, 0)` the first, and `$setField(scope, 0, value)`
    ///   sets it;
    /// - `$suspend(result)` ends the call with a suspended call that has this field. What follows runs when that is
    ///   resumed: how is what it gives, with what is `$sent()`;
    /// - `$isArray(value)` and `$isBytes(value)` are whether it is an array, or a Uint8Array;
    /// - `$iteratesAnew(value)` is whether a script may have changed how arrays and strings are iterated;
    /// - `$isObject(value)` is whether it is an object or a function;
    /// - `$asObject(value)` is that value, which is known to be one, and `$asOther(value)` one that is known to be no
    ///   array, unless an array object;
    /// - `$isObjectKey(value)` is the same of a key, and false where analysis sees that it is none;
    /// - `$define(object, key, value)` makes an own property, whatever is inherited;
    /// - `$hide(object, key, value)` makes one that isn't enumerable;
    /// - `$bound(function, [target, first])` is that function, an arrow if it doesn't construct, named as one bound to a
    ///   target with first arguments;
    /// - `$constructsBound(value)` is whether bound functions may be constructed, `$mayDecide(value)` whether `instanceof` may
    ///   ask more than what a function's `prototype` is;
    /// - `$asksSpecies(value)` is whether array methods may make something else than mere arrays;
    /// - `$keys('a', ...)` tells which keys `this` will get from functions that the constructor calls;
    /// - `$fault('Name')` throws a fault.
    ///
    /// A key `$$name` is one that scripts can't name or see: see `hide_keys`.
    pub(super) fn intrinsic(&mut self, it: &CallExpression<'_>) -> Option<ValueId> {
        let offset = it.span.start;
        let Expression::Identifier(name) = &it.callee else {
            return None;
        };
        if !self.library {
            return None;
        }
        match (name.name.as_str(), it.arguments.first()) {
            ("$call", _) => {
                let Arguments::Values(mut arguments) = self.arguments(&it.arguments) else {
                    unreachable!("the library names the arguments");
                };
                let method = arguments.drain(..2).collect::<Vec<_>>();
                let pair = self.value(Op::Method(method[0], method[1]), offset);
                Some(self.value(Op::CallMethod(pair, arguments), offset))
            }
            ("$apply", _) => {
                let Arguments::Values(arguments) = self.arguments(&it.arguments) else {
                    unreachable!("the library names the arguments");
                };
                let pair = self.value(Op::Method(arguments[0], arguments[1]), offset);
                Some(self.value(Op::Apply(pair, arguments[2]), offset))
            }
            ("$construct", _) => {
                let Arguments::Values(arguments) = self.arguments(&it.arguments) else {
                    unreachable!("the library names the arguments");
                };
                let pair = self.value(Op::Method(arguments[0], arguments[1]), offset);
                Some(self.value(Op::Construct(pair, arguments[2]), offset))
            }
            ("$called", _) => {
                // `this` has the place of `new.target`.
                let target = self.value(Op::NewTarget, offset);
                Some(self.value(Op::Unary(UnaryOperator::IsNullish, target), offset))
            }
            ("$own", _) => {
                let Arguments::Values(arguments) = self.arguments(&it.arguments) else {
                    unreachable!("the library names the arguments");
                };
                Some(self.value(Op::GetOwn(arguments[0], arguments[1]), offset))
            }
            ("$get", _) => {
                let Arguments::Values(it) = self.arguments(&it.arguments) else {
                    unreachable!("the library names the arguments");
                };
                Some(self.value(Op::GetSuper(it[0], it[1], it[2]), offset))
            }
            ("$code" | "$point" | "$result", Some(call)) => {
                let field = match name.name.as_str() {
                    "$code" => waiting::CODE,
                    "$point" => waiting::POINT,
                    _ => waiting::PROTOTYPE,
                };
                let call = self.expression(call.to_expression());
                Some(self.value(Op::GetField(call, field), offset))
            }
            ("$setPoint" | "$setResult", _) => {
                let Arguments::Values(arguments) = self.arguments(&it.arguments) else {
                    unreachable!("the library names the arguments");
                };
                let field = match name.name.as_str() {
                    "$setPoint" => waiting::POINT,
                    _ => waiting::PROTOTYPE,
                };
                let set = Op::SetField(arguments[0], field, arguments[1]);
                self.effect(set, offset);
                Some(arguments[1])
            }
            ("$scope", _) => {
                let Arguments::Values(fields) = self.arguments(&it.arguments) else {
                    unreachable!("the library names the fields");
                };
                Some(self.value(Op::Scope(fields), offset))
            }
            ("$field" | "$setField", Some(scope)) => {
                let Some(Argument::NumericLiteral(index)) = it.arguments.get(1) else {
                    unreachable!("the library names a field by its number");
                };
                let index = index.value as u32;
                let scope = self.expression(scope.to_expression());
                let Some(new) = it.arguments.get(2) else {
                    return Some(self.value(Op::GetField(scope, index), offset));
                };
                let new = self.expression(new.to_expression());
                self.effect(Op::SetField(scope, index, new), offset);
                Some(new)
            }
            ("$define" | "$hide", _) => {
                let Arguments::Values(arguments) = self.arguments(&it.arguments) else {
                    unreachable!("the library names the arguments");
                };
                let define = Op::Define {
                    object: arguments[0],
                    key: arguments[1],
                    value: arguments[2],
                    enumerable: name.name == "$define",
                };
                self.effect(define, offset);
                Some(self.b().undefined(offset))
            }
            ("$isArray" | "$isBytes", Some(value)) => {
                let value = self.expression(value.to_expression());
                let value_type = match name.name.as_str() {
                    "$isArray" => ValueType::Array,
                    _ => ValueType::Uint8Array,
                };
                Some(self.value(Op::Unary(UnaryOperator::Is(value_type), value), offset))
            }
            ("$iteratesAnew", Some(value)) => {
                let value = self.expression(value.to_expression());
                Some(self.iterates_anew(value, offset))
            }
            (
                "$isObject" | "$isObjectKey" | "$asObject" | "$asOther" | "$asksSpecies"
                | "$constructsBound" | "$mayDecide",
                Some(value),
            ) => {
                let value = self.expression(value.to_expression());
                let test = match name.name.as_str() {
                    "$asObject" => UnaryOperator::AsObject,
                    "$asOther" => UnaryOperator::AsOther,
                    "$isObject" => UnaryOperator::IsOneOf(Types::OBJECTS),
                    "$asksSpecies" => UnaryOperator::AsksSpecies,
                    "$constructsBound" => UnaryOperator::ConstructsBound,
                    "$mayDecide" => UnaryOperator::MayDecide,
                    _ => UnaryOperator::IsObjectKey,
                };
                Some(self.value(Op::Unary(test, value), offset))
            }
            ("$bound", _) => {
                let (function, parts) = (&it.arguments[0], &it.arguments[1]);
                let mut parts = self.expression(parts.to_expression());
                let name = Naming::Key(&mut parts, "nameBound");
                let kind = FunctionKind::Bound;
                match function.to_expression() {
                    Expression::ArrowFunctionExpression(it) => Some(self.arrow(it, name, kind)),
                    Expression::FunctionExpression(it) => Some(self.function(it, name, kind)),
                    _ => unreachable!("the library passes a function"),
                }
            }
            ("$suspend", Some(result)) => {
                let result = self.expression(result.to_expression());
                let sent = self.value(Op::Start(result), offset);
                let resumption = self.value(Op::Resumption, offset);
                self.b().write(Key::Sent, sent);
                Some(resumption)
            }
            ("$sent", _) => Some(self.b().read(Key::Sent)),
            ("$keys", _) => Some(self.b().undefined(offset)),
            ("$fault", Some(Argument::StringLiteral(code))) => {
                let mut codes = ErrorCode::ALL.iter();
                let Some(&code) = codes.find(|it| it.name() == code.value) else {
                    unreachable!("the library names codes that exist");
                };
                let undefined = self.b().undefined(offset);
                self.fault(code, offset);
                Some(undefined)
            }
            _ => None,
        }
    }
}

/// The key `$$name` of the library. No name of a class: those consist of such bytes alone.
pub(super) fn hidden_key(name: &[u8]) -> Text {
    let text: Vec<u8> = private_name(0).chain(name.iter().copied()).collect();
    Text::from_wtf8(&text)
}

/// Turns the keys `$$name` of a function of the library into those that only the library has.
pub(super) fn hide_keys(function: &mut Function) {
    let hide = |key: &mut Text| {
        if let Some(name) = key.as_bytes().strip_prefix(b"$$") {
            *key = hidden_key(name);
        }
    };
    function.instance_keys.iter_mut().for_each(hide);
    for (_, block) in function.blocks.iter_mut() {
        for instruction in &mut block.instructions {
            match &mut instruction.op {
                Op::GetProperty(_, key)
                | Op::SetProperty(_, key, _)
                | Op::GetMethod(_, key)
                | Op::Constant(Constant::String(key)) => hide(key),
                Op::Object(keys, _) => keys.iter_mut().for_each(hide),
                _ => {}
            }
        }
    }
}
