//! `internalBinding('fs')` and its relatives: the file system, at once, on the pool or watched.
//!
//! | module | holds |
//! | --- | --- |
//! | [`request`] | one operation, three ways: at once, with a callback, with a promise |
//! | [`failure`], [`arguments`], [`text`] | errors, what comes from JavaScript, what goes there |
//! | [`descriptor`], [`whole_file`] | open files; whole files in one go |
//! | [`stat`], [`entry`], [`copy`] | operations on paths |
//! | [`folder`], [`listing`], [`dir_handle`] | folders |
//! | [`stat_watcher`] | watching by comparing |

mod arguments;
mod copy;
mod descriptor;
pub mod dir_handle;
mod entry;
mod failure;
mod folder;
mod listing;
mod request;
mod stat;
mod stat_watcher;
pub mod text;
mod whole_file;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::value;

pub const BINDING: Binding = Binding { name: "fs", define };

fn define(d: &mut Definition) {
    descriptor::define(d);
    whole_file::define(d);
    stat::define(d);
    entry::define(d);
    copy::define(d);
    folder::define(d);
    listing::define(d);
    stat_watcher::define(d);
    d.init(|scope, target| {
        stat::initialize(scope, target);
        let description = value::string(scope, "fs_use_promises_symbol");
        let symbol = v8::Symbol::new(scope, Some(description));
        value::set(scope, target, "kUsePromises", symbol);
    });
}
