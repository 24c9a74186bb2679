//! Values copied into the build-time VM, arrays and objects included.

use crate::host::{BuildValue, BuildVm};
use crate::value::Value;
use microvium_engine::embed::Desktop;
use microvium_engine::{Fault, Wide, Width};

const UNDEFINED: BuildValue = Wide::<Desktop>::UNDEFINED;

impl Value {
    /// Copies a value into the build-time VM. What has no form outside a VM becomes undefined.
    pub(crate) fn to_build(&self, vm: &mut BuildVm) -> Result<BuildValue, Fault> {
        let mut roots = Vec::new();
        let value = self.make(vm, 0, &mut roots);
        for root in roots {
            vm.set_constant(root, UNDEFINED);
        }
        value
    }

    /// `roots` are constants, one for each level of nesting, that hold what is being filled: any
    /// allocation may move it.
    fn make(
        &self,
        vm: &mut BuildVm,
        level: usize,
        roots: &mut Vec<usize>,
    ) -> Result<BuildValue, Fault> {
        let container = match self {
            Value::Array(elements) => vm.new_array(elements.len())?,
            Value::Object(_) | Value::Instance { .. } | Value::Error { .. } => {
                vm.new_plain_object()?
            }
            _ => return self.to_vm(vm),
        };
        match roots.get(level) {
            Some(&root) => vm.set_constant(root, container),
            None => roots.push(vm.add_constant(container)?),
        }
        let root = roots[level];
        match self {
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    let element = element.make(vm, level + 1, roots)?;
                    vm.set_array_element(vm.get_constant(root), index, element)?;
                }
            }
            Value::Object(properties)
            | Value::Instance { properties, .. }
            | Value::Error { properties, .. } => {
                for (key, value) in properties {
                    let value = value.make(vm, level + 1, roots)?;
                    vm.define_property(vm.get_constant(root), key.as_bytes(), value, 0)?;
                }
            }
            _ => {}
        }
        Ok(vm.get_constant(root))
    }
}
