//! From a build's state to an image.

use crate::build::Build;
use crate::error::BuildError;
use microvium_analysis::Earlier;
use microvium_compiler::Diagnostic;
use microvium_engine::Fault;
use microvium_ir::{FunctionId, Graph, Node, Program, Text};
use microvium_snapshot::image::EncodeError;
use microvium_snapshot::sidecar::Sidecar;
use std::collections::{BTreeMap, BTreeSet};

/// A snapshot: the image, and what tools know about it.
pub struct Snapshot {
    /// The image with its layout.
    pub image: microvium_snapshot::Image,
    /// What connects its addresses with the source.
    pub sidecar: Sidecar,
    /// The state it was made from.
    pub graph: Graph,
    /// The program that the state belongs to.
    pub program: Program,
    /// The functions whose function objects have names that may be asked for.
    pub named: BTreeSet<FunctionId>,
    /// The async functions of which it may be seen what they inherit from.
    pub parents: BTreeSet<FunctionId>,
    /// Whether anything may have a method `Symbol.hasInstance` of its own.
    pub has_instance: bool,
    /// Whether a bound function may be constructed.
    pub constructs_bound: bool,
    /// Whether array methods may have to make something else than mere arrays.
    pub asks_species: bool,
    /// Whether a script changes how arrays and strings are iterated.
    pub iterates_anew: bool,
    /// What is likely to be a mistake.
    pub warnings: Vec<Diagnostic>,
}

impl Snapshot {
    /// The bytes of the image.
    pub fn bytes(&self) -> &[u8] {
        &self.image.bytes
    }
}

impl Build {
    /// Takes the snapshot: the state as it is now, as an image of the narrow width.
    pub fn snapshot(&mut self) -> Result<Snapshot, BuildError> {
        let mut earlier = Earlier::default();
        let (graph, facts) = loop {
            let graph = self.capture().map_err(|Fault| self.thrown())?;
            let facts = microvium_analysis::analyse_again(&self.program(), &graph, &mut earlier);
            let lazy: Vec<u16> = (facts.identities.iter())
                .filter_map(|&node| match graph.nodes[node] {
                    Node::Lazy(number) => Some(number),
                    _ => None,
                })
                .collect();
            if lazy.is_empty() {
                break (graph, facts);
            }
            // The library may reach more of the library, and use what the program made.
            let host = self.host.clone();
            for number in lazy {
                let loaded = host.library().load(&mut self.vm, number);
                loaded.map_err(|Fault| self.thrown())?;
            }
        };
        let program = self.program().clone();
        let image =
            microvium_snapshot::encode(&program, &graph, &facts).map_err(|error| match error {
                EncodeError::Emit(error) => BuildError::emit(&program, &error),
                error => BuildError::Encode(error.to_string()),
            })?;
        let places = image.positions.iter().map(|&(_, it)| it).collect();
        let warnings = self.warnings(&graph, &facts, places);
        let sidecar = Sidecar::new(&program, &graph, &image, crate::is_library_module);
        Ok(Snapshot {
            image,
            sidecar,
            graph,
            program,
            named: facts.new_names,
            parents: facts.new_parents,
            has_instance: facts.has_instance,
            constructs_bound: facts.constructs_bound,
            asks_species: facts.asks_species,
            iterates_anew: facts.iterates_anew,
            warnings,
        })
    }

    fn capture(&mut self) -> Result<Graph, Fault> {
        let host = self.host.clone();
        let iterates_anew = host.library().iterates_anew(&mut self.vm)?;
        let exports: BTreeMap<u16, _> = self
            .host
            .exports()
            .into_iter()
            .map(|(id, constant)| (id, self.vm.get_constant(constant)))
            .collect();
        let name = move |id| Text::from(host.ephemeral_name(id).as_str());
        let code = self.code.borrow();
        let program = &code.program;
        let mut graph = microvium_snapshot::capture(&mut self.vm, program, &exports, &name)?;
        graph.iterates_anew = iterates_anew;
        Ok(graph)
    }
}
