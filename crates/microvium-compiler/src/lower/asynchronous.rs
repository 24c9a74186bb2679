//! Async functions and `await` (ECMAScript 15.8, 27.7).
//!
//! The body gives whoever resumes it what it awaits, and at its end what it returns; the library's
//! `promise.js` does the rest.

use super::Lowerer;
use crate::dynamic_import;
use microvium_ir::{Constant, Op, Terminator, Text, ValueId};
use oxc_ast::ast::{AwaitExpression, ImportExpression};

impl Lowerer<'_, '_> {
    /// Before the parameters of an async function, as what they throw rejects: the call is suspended, and goes
    /// on at once.
    pub(super) fn start_async(&mut self, offset: u32) {
        self.start_suspended("asyncCall", offset);
    }

    /// The call is suspended, and a helper is what goes on with it.
    pub(super) fn start_suspended(&mut self, helper: &str, offset: u32) {
        let start = self.value(Op::GetGlobal(Text::helper(helper)), offset);
        self.value(Op::Start(start), offset);
    }

    /// `import()` (ECMAScript 13.3.10) of what linking has found.
    pub(super) fn dynamic_import(&mut self, it: &ImportExpression<'_>) -> ValueId {
        let offset = it.span.start;
        let request = dynamic_import::request(it).ok();
        let import = request.and_then(|it| self.top_level.imports.get(&it.specifier));
        let Some(&import) = import else {
            unreachable!("linking has found all of them");
        };
        let options = dynamic_import::options(it).map(|it| self.expression(it));
        let record = match import.record {
            Some(record) => self.value(Op::GetVariable(record), offset),
            None => self.b().undefined(offset),
        };
        let namespace = self.value(Op::GetVariable(import.namespace), offset);
        let Some(options) = options else {
            return self.helper("importModule", vec![record, namespace], offset);
        };
        let is_json = self.b().constant(Constant::Boolean(import.is_json), offset);
        let arguments = vec![record, namespace, options, is_json];
        self.helper("importWith", arguments, offset)
    }

    pub(super) fn await_expression(&mut self, it: &AwaitExpression<'_>) -> ValueId {
        let value = self.expression(&it.argument);
        self.wait_for(value, it.span.start)
    }

    /// `await value`. Where nothing would see that it throws, the library rejects.
    pub(super) fn wait_for(&mut self, value: ValueId, offset: u32) -> ValueId {
        let sent = self.value(Op::Await(value), offset);
        if let Some(resumption) = self.resumption(offset) {
            let (throws, next) = (self.b().block(), self.b().block());
            self.b().branch(resumption, throws, next, offset);
            self.b().start_sealed(throws);
            self.b().terminate(Terminator::Throw(sent), offset);
            self.b().start_sealed(next);
        }
        sent
    }
}
