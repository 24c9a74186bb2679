//! IR and the code that must come of it.

use super::build::Build;
use crate::*;

fn text(t: &str) -> Text {
    Text::from(t)
}

#[test]
fn an_expression_stays_on_the_stack() {
    let mut b = Build::new(2);
    let (x, y) = (b.parameter(0), b.parameter(1));
    let sum = b.binary(BinaryOperator::Add, x, y);
    let two = b.number(2.0);
    let product = b.binary(BinaryOperator::Multiply, sum, two);
    b.ret(product);
    assert_eq!(b.code(), "Load 1; Load 2; Add; Integer 2; Multiply; Return");
}

#[test]
fn a_call_is_a_callee_a_frame_and_arguments() {
    let mut b = Build::new(0);
    let f = b.variable(0);
    let g = b.variable(1);
    let inner = b.call(g, &[]);
    let outer = b.call(f, &[inner]);
    b.ret(outer);
    assert_eq!(
        b.code(),
        "LoadVariable 0; Frame; LoadVariable 1; Frame; Call 0; Call 1; Return"
    );
}

#[test]
fn a_method_call_keeps_its_pair_on_the_stack() {
    let mut b = Build::new(1);
    let o = b.parameter(0);
    let f = b.variable(0);
    let argument = b.call(f, &[]);
    let method = b.op(Op::GetMethod(o, text("m")));
    let result = b.op(Op::CallMethod(method, vec![argument, argument]));
    b.ret(result);
    assert_eq!(
        b.code(),
        "LoadVariable 0; Frame; Call 0; \
         Load 1; Method \"m\"; Load 2; Load 2; Call 2; Return"
    );
}

#[test]
fn a_statement_between_runs_above_the_value() {
    let mut b = Build::new(0);
    let f = b.variable(0);
    let result = b.call(f, &[]);
    let g = b.variable(1);
    b.call(g, &[]);
    b.ret(result);
    assert_eq!(
        b.code(),
        "LoadVariable 0; Frame; Call 0; LoadVariable 1; Frame; Call 0; Pop; Return"
    );
}

#[test]
fn a_read_does_not_move_past_a_write() {
    let mut b = Build::new(1);
    let old = b.variable(0);
    let x = b.parameter(0);
    b.run(Op::SetVariable(Id::new(0), x));
    let new = b.variable(0);
    let difference = b.binary(BinaryOperator::Subtract, new, old);
    b.ret(difference);
    assert_eq!(
        b.code(),
        "LoadVariable 0; Load 1; StoreVariable 0; \
         LoadVariable 0; Load 2; Subtract; Return"
    );
}

#[test]
fn a_value_assigned_twice_is_duplicated() {
    let mut b = Build::new(0);
    let f = b.variable(0);
    let result = b.call(f, &[]);
    b.run(Op::SetVariable(Id::new(1), result));
    b.run(Op::SetVariable(Id::new(2), result));
    let undefined = b.undefined();
    b.ret(undefined);
    assert_eq!(
        b.code(),
        "LoadVariable 0; Frame; Call 0; Duplicate; StoreVariable 1; StoreVariable 2; ReturnUndefined"
    );
}

/// `for (let i = 0; i < n; i++) f(i)`.
#[test]
fn a_counting_loop_has_no_moves_and_one_branch_an_iteration() {
    let mut b = Build::new(1);
    let n = b.parameter(0);
    let zero = b.number(0.0);
    let (head, i) = b.block(1);
    let (body, _) = b.block(0);
    let (exit, _) = b.block(0);
    b.jump(head, &[zero]);
    b.at(head);
    let less = b.binary(BinaryOperator::Less, i[0], n);
    b.branch(less, body, exit);
    b.at(body);
    let f = b.variable(0);
    b.call(f, &[i[0]]);
    let next = b.unary(UnaryOperator::Increment, i[0]);
    b.jump(head, &[next]);
    b.at(exit);
    let undefined = b.undefined();
    b.ret(undefined);
    assert_eq!(
        b.code(),
        "Integer 0; Jump L2; L1:; LoadVariable 0; Frame; Load 2; Call 1; Pop; \
         Load 2; Increment; Store 2; L2:; Load 2; Load 1; Less; JumpIfTrue L1; ReturnUndefined"
    );
}

/// The same with a constant for `n`: the first test is known.
#[test]
fn a_loop_that_runs_at_least_once_begins_with_its_body() {
    let mut b = Build::new(0);
    let zero = b.number(0.0);
    let (head, i) = b.block(1);
    let (body, _) = b.block(0);
    let (exit, _) = b.block(0);
    b.jump(head, &[zero]);
    b.at(head);
    let ten = b.number(10.0);
    let less = b.binary(BinaryOperator::Less, i[0], ten);
    b.branch(less, body, exit);
    b.at(body);
    let f = b.variable(0);
    b.call(f, &[i[0]]);
    let next = b.unary(UnaryOperator::Increment, i[0]);
    b.jump(head, &[next]);
    b.at(exit);
    let undefined = b.undefined();
    b.ret(undefined);
    assert_eq!(
        b.code(),
        "Integer 0; L1:; LoadVariable 0; Frame; Load 1; Call 1; Pop; Load 1; Increment; Store 1; \
         Load 1; Integer 10; Less; JumpIfTrue L1; ReturnUndefined"
    );
}

#[test]
fn type_tests_compare_numbers() {
    let mut b = Build::new(1);
    let x = b.parameter(0);
    let answer = b.unary(UnaryOperator::TypeOf, x);
    let name = b.op(Op::Constant(Constant::String(text("number"))));
    let is = b.binary(BinaryOperator::StrictEqual, answer, name);
    b.ret(is);
    assert_eq!(b.code(), "Load 1; TypeCode; Integer 3; StrictEqual; Return");
}

#[test]
fn tests_of_several_types_have_a_mask() {
    for (name, operator, mask) in [
        ("function", BinaryOperator::StrictEqual, 0b0010_0010_0000),
        ("function", BinaryOperator::StrictNotEqual, 0b1101_1101_1111),
        ("object", BinaryOperator::LooseEqual, 0b0001_1100_0010),
    ] {
        let mut b = Build::new(1);
        let x = b.parameter(0);
        let answer = b.unary(UnaryOperator::TypeOf, x);
        let name = b.op(Op::Constant(Constant::String(text(name))));
        let is = b.binary(operator, answer, name);
        b.ret(is);
        assert_eq!(
            b.code(),
            format!(
                "Integer 1; Load 1; TypeCode; ShiftLeft; Integer {mask}; And; Not; Not; Return"
            )
        );
    }
}

#[test]
fn typeof_looks_up_a_name() {
    let mut b = Build::new(1);
    let x = b.parameter(0);
    let answer = b.unary(UnaryOperator::TypeOf, x);
    b.ret(answer);
    assert_eq!(
        b.code(),
        "Constant TypeNames; Load 1; TypeCode; GetElement; Return"
    );
}

#[test]
fn a_negated_condition_branches_the_other_way() {
    let mut b = Build::new(2);
    let (x, y) = (b.parameter(0), b.parameter(1));
    let differ = b.binary(BinaryOperator::StrictNotEqual, x, y);
    let (yes, _) = b.block(0);
    let (no, _) = b.block(0);
    b.branch(differ, yes, no);
    b.at(yes);
    b.ret(x);
    b.at(no);
    let undefined = b.undefined();
    b.ret(undefined);
    assert_eq!(
        b.code(),
        "Load 1; Load 2; StrictEqual; JumpIfTrue L1; Load 1; Return; L1:; ReturnUndefined"
    );
}

/// `{}` with two methods: `object` lies on the stack all the time.
#[test]
fn definitions_follow_each_other_on_the_stack() {
    let mut b = Build::new(0);
    let object = b.op(Op::Object(vec![], vec![]));
    for n in [1.0, 2.0] {
        let key = b.number(n);
        let value = b.number(n);
        b.run(Op::Define {
            object,
            key,
            value,
            enumerable: true,
        });
    }
    b.ret(object);
    assert_eq!(
        b.code(),
        "NewObject {}; Integer 1; Integer 1; Define; Integer 2; Integer 2; Define; Return"
    );
}

#[test]
fn an_assigned_parameter_stays_in_its_slot() {
    // `while (n) n = n - 1; return n`
    let mut b = Build::new(1);
    let first = b.parameter(0);
    let (head, n) = b.block(1);
    let (body, _) = b.block(0);
    let (exit, _) = b.block(0);
    b.jump(head, &[first]);
    b.at(head);
    b.branch(n[0], body, exit);
    b.at(body);
    let one = b.number(1.0);
    let less = b.binary(BinaryOperator::Subtract, n[0], one);
    b.jump(head, &[less]);
    b.at(exit);
    b.ret(n[0]);
    assert_eq!(
        b.code(),
        "Jump L2; L1:; Load 1; Integer 1; Subtract; Store 1; L2:; Load 1; JumpIfTrue L1; \
         Load 1; Return"
    );
}

#[test]
fn a_variable_found_initialized_is_not_checked_again() {
    let mut b = Build::new(0);
    let first = b.variable(0);
    let first = b.op(Op::Check(first, "a".to_owned()));
    b.call(first, &[]);
    let second = b.variable(0);
    let second = b.op(Op::Check(second, "a".to_owned()));
    b.ret(second);
    assert_eq!(
        b.code(),
        "LoadVariable 0; Check; Frame; Call 0; Pop; LoadVariable 0; Return"
    );
}

#[test]
fn a_region_is_a_range_and_its_handler_begins_with_the_exception() {
    let mut b = Build::new(0);
    let (region, _) = b.block(0);
    let (handler, exception) = b.block(1);
    b.function.blocks[region].handler = Some(handler);
    b.jump(region, &[]);
    b.at(region);
    let f = b.variable(0);
    let result = b.call(f, &[]);
    b.ret(result);
    b.at(handler);
    let caught = b.op(Op::Caught(exception[0]));
    b.ret(caught);
    assert_eq!(
        b.code(),
        "handler 2..3 L1 depth 1; LoadVariable 0; Frame; Call 0; Return; L1:; Caught; Return"
    );
}

#[test]
fn a_handler_of_what_cannot_throw_is_dropped() {
    let mut b = Build::new(1);
    let (region, _) = b.block(0);
    let (handler, exception) = b.block(1);
    b.function.blocks[region].handler = Some(handler);
    b.jump(region, &[]);
    b.at(region);
    let x = b.parameter(0);
    b.ret(x);
    b.at(handler);
    let caught = b.op(Op::Caught(exception[0]));
    b.ret(caught);
    assert_eq!(b.code(), "Load 1; Return");
}

#[test]
fn constants_are_shared_and_the_most_used_come_first() {
    let mut b = Build::new(1);
    let x = b.parameter(0);
    for key in ["a", "b", "b"] {
        let value = b.number(0.5);
        b.run(Op::SetProperty(x, text(key), value));
    }
    let undefined = b.undefined();
    b.ret(undefined);
    let segment = b.emit();
    let expected = [
        SegmentConstant::Number(0.5),
        SegmentConstant::String(text("b")),
        SegmentConstant::String(text("a")),
    ];
    assert_eq!(segment.constants, expected);
    assert!(segment.needs.contains(microvium_format::Parts::FLOAT));
}

#[test]
fn integers_are_operands_and_other_numbers_constants() {
    let code = |n: f64| {
        let mut b = Build::new(0);
        let value = b.number(n);
        b.ret(value);
        b.code()
    };
    assert_eq!(code(65535.0), "Integer 65535; Return");
    assert_eq!(code(-65536.0), "IntegerNegative 65535; Return");
    assert_eq!(code(65536.0), "Constant 65536.0; Return");
    assert_eq!(code(-0.0), "Constant -0.0; Return");
    assert_eq!(code(f64::NAN), "Constant NaN; Return");
}

/// A condition so far from the end of the loop's body that a short jump doesn't reach.
#[test]
fn jumps_are_as_long_as_they_must_be() {
    for (calls, expected) in [(30, "JumpIfFalse L1"), (50, "JumpIfFalseFar L1")] {
        let mut b = Build::new(1);
        let x = b.parameter(0);
        let (yes, _) = b.block(0);
        let (no, _) = b.block(0);
        b.branch(x, yes, no);
        b.at(yes);
        for _ in 0..calls {
            let f = b.variable(0);
            b.call(f, &[]);
        }
        b.jump(no, &[]);
        b.at(no);
        let undefined = b.undefined();
        b.ret(undefined);
        let code = b.code();
        assert!(code.contains(expected), "{code}");
    }
}

#[test]
fn limits_are_named() {
    let error = |b: Build| {
        let program = b.program();
        emit(&program, &[Id::new(0)], &super::build::Slots, 0)
            .unwrap_err()
            .to_string()
    };
    let mut b = Build::new(256);
    let x = b.undefined();
    b.ret(x);
    assert_eq!(error(b), "f has more than 255 parameters");
    let mut b = Build::new(0);
    let elements: Vec<ValueId> = (0..1100).map(|_| b.number(1.0)).collect();
    let array = b.op(Op::Array(elements));
    b.ret(array);
    assert_eq!(
        error(b),
        "f needs more than 1020 slots for variables and temporary values"
    );
    let mut b = Build::new(0);
    for _ in 0..12_000 {
        let f = b.variable(0);
        b.call(f, &[]);
    }
    let x = b.undefined();
    b.ret(x);
    assert_eq!(error(b), "the code of f is larger than 32 kB");
}

#[test]
fn a_store_that_nothing_reads_is_dropped() {
    let mut b = Build::new(1);
    let local = b.function.locals.push(Local {
        name: "l".to_owned(),
    });
    let empty = b.op(Op::Constant(Constant::Empty));
    b.run(Op::SetLocal(local, empty));
    let x = b.parameter(0);
    b.run(Op::SetLocal(local, x));
    let y = b.op(Op::GetLocal(local));
    b.ret(y);
    assert_eq!(b.code(), "Load 1; Return");
}

/// `let a = x, b = 1; return () => …`: the scope is made of its first values.
#[test]
fn a_scope_is_made_with_its_first_values() {
    let mut b = Build::new(1);
    let x = b.parameter(0);
    let empty = b.op(Op::Constant(Constant::Empty));
    let scope = b.op(Op::Scope(vec![x, empty]));
    let one = b.number(1.0);
    b.run(Op::SetField(scope, 1, one));
    let closure = b.op(Op::Closure(Id::new(0), Some(scope)));
    b.ret(closure);
    assert_eq!(
        b.code(),
        "Load 1; Integer 1; NewScope 2; NewClosure f0; Return"
    );
}

/// `g = x ? 1 : 2`.
#[test]
fn each_arm_stores_its_own_value() {
    let mut b = Build::new(1);
    let x = b.parameter(0);
    let (yes, _) = b.block(0);
    let (no, _) = b.block(0);
    let (meeting, value) = b.block(1);
    b.branch(x, yes, no);
    for (block, n) in [(yes, 1.0), (no, 2.0)] {
        b.at(block);
        let n = b.number(n);
        b.jump(meeting, &[n]);
    }
    b.at(meeting);
    b.run(Op::SetVariable(Id::new(0), value[0]));
    let undefined = b.undefined();
    b.ret(undefined);
    assert_eq!(
        b.code(),
        "Load 1; JumpIfFalse L1; Integer 1; StoreVariable 0; ReturnUndefined; \
         L1:; Integer 2; StoreVariable 0; ReturnUndefined"
    );
}

#[test]
fn a_swap_goes_over_the_stack() {
    // `while (f()) [a, b] = [b, a]; return a`
    let mut b = Build::new(2);
    let (x, y) = (b.parameter(0), b.parameter(1));
    let (head, values) = b.block(2);
    let (body, _) = b.block(0);
    let (exit, _) = b.block(0);
    b.jump(head, &[x, y]);
    b.at(head);
    let f = b.variable(0);
    let again = b.call(f, &[]);
    b.branch(again, body, exit);
    b.at(body);
    b.jump(head, &[values[1], values[0]]);
    b.at(exit);
    b.ret(values[0]);
    assert_eq!(
        b.code(),
        "Jump L2; L1:; Load 2; Load 1; Store 2; Store 1; \
         L2:; LoadVariable 0; Frame; Call 0; JumpIfTrue L1; Load 1; Return"
    );
}
