//! `internalBinding('module_wrap')`: V8's modules.
//!
//! | file | holds |
//! | --- | --- |
//! | `registry` | from V8's module back to its wrap |
//! | `construct` | making source text modules and synthetic modules |
//! | `linking` | requests, links, instantiation |
//! | `evaluation` | running a module, its state and its exports |
//! | `host` | what V8 asks its host: `import()` and `import.meta` |

mod construct;
mod evaluation;
mod host;
mod linking;
mod registry;

use phasor_engine::binding::{Binding, Definition};
use v8::ModuleStatus;

pub const BINDING: Binding = Binding { name: "module_wrap", define };

/// The phase of an import that evaluates the module.
const EVALUATION_PHASE: f64 = 2.0;

fn define(d: &mut Definition) {
    d.constants(&[
        ("kUninstantiated", status_number(&ModuleStatus::Uninstantiated)),
        ("kInstantiating", status_number(&ModuleStatus::Instantiating)),
        ("kInstantiated", status_number(&ModuleStatus::Instantiated)),
        ("kEvaluating", status_number(&ModuleStatus::Evaluating)),
        ("kEvaluated", status_number(&ModuleStatus::Evaluated)),
        ("kErrored", status_number(&ModuleStatus::Errored)),
        ("kSourcePhase", 1.0),
        ("kEvaluationPhase", EVALUATION_PHASE),
    ]);
    host::define(d);
    let class = d.class("ModuleWrap", construct::construct);
    linking::define(class);
    evaluation::define(class);
}

/// The status as lib/ sees it; later states have higher numbers.
const fn status_number(status: &ModuleStatus) -> f64 {
    match status {
        ModuleStatus::Uninstantiated => 0.0,
        ModuleStatus::Instantiating => 1.0,
        ModuleStatus::Instantiated => 2.0,
        ModuleStatus::Evaluating => 3.0,
        ModuleStatus::Evaluated => 4.0,
        ModuleStatus::Errored => 5.0,
    }
}
