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
        "Enter 1; LoadVariable 0; Frame; Call 0; Store 2; \
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
        "Enter 1; LoadVariable 0; Store 2; Load 1; StoreVariable 0; \
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
        "Enter 1; Integer 0; Store 2; Jump L2; L1:; LoadVariable 0; Frame; Load 2; Call 1; Pop; \
         Load 2; Increment; Store 2; L2:; Load 2; Load 1; Less; JumpIfTrue L1; ReturnUndefined"
    );
}
