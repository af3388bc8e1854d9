//! V8's platform.
//!
//! V8 runs background work (garbage collection, compilation) on threads of its own. What it wants done on
//! an isolate's thread (finalization callbacks, `Atomics.waitAsync`, WebAssembly) arrives here from any thread:
//! it is queued, the isolate's loop is woken, and the runtime runs it there. A delayed task becomes a loop
//! timer that does not keep the process alive.

use std::collections::{HashMap, VecDeque};
use std::ffi::c_void;
use std::sync::{Arc, Mutex};

use phasor_evloop::AsyncSender;

/// A task for the isolate's thread.
pub struct Pending {
    /// What to run.
    pub task: v8::Task,
    /// Seconds to wait first.
    pub delay: f64,
}

#[derive(Default)]
struct Queue {
    tasks: VecDeque<Pending>,
    wake: Option<AsyncSender>,
}

/// The tasks of all isolates of a process, by isolate.
#[derive(Clone, Default)]
pub struct Tasks(Arc<Mutex<HashMap<usize, Queue>>>);

impl Tasks {
    fn post(&self, isolate: *mut c_void, task: v8::Task, delay: f64) {
        let Ok(mut queues) = self.0.lock() else { return };
        let queue = queues.entry(isolate as usize).or_default();
        queue.tasks.push_back(Pending { task, delay });
        if let Some(wake) = &queue.wake {
            wake.send();
        }
    }

    /// From now on tasks for `isolate` wake a loop through `wake`.
    pub fn attach(&self, isolate: usize, wake: AsyncSender) {
        if let Ok(mut queues) = self.0.lock() {
            let queue = queues.entry(isolate).or_default();
            if !queue.tasks.is_empty() {
                wake.send();
            }
            queue.wake = Some(wake);
        }
    }

    /// Queues a task whose delay is over.
    pub fn post_now(&self, isolate: usize, task: v8::Task) {
        self.post(isolate as *mut c_void, task, 0.0);
    }

    /// Forgets `isolate` and drops its tasks.
    pub fn detach(&self, isolate: usize) {
        let queue = self.0.lock().ok().and_then(|mut queues| queues.remove(&isolate));
        drop(queue);
    }

    /// The next task for `isolate`.
    pub fn take(&self, isolate: usize) -> Option<Pending> {
        self.0.lock().ok()?.get_mut(&isolate)?.tasks.pop_front()
    }
}

impl v8::PlatformImpl for Tasks {
    fn post_task(&self, isolate: *mut c_void, task: v8::Task) {
        self.post(isolate, task, 0.0);
    }

    fn post_non_nestable_task(&self, isolate: *mut c_void, task: v8::Task) {
        self.post(isolate, task, 0.0);
    }

    fn post_delayed_task(&self, isolate: *mut c_void, task: v8::Task, delay: f64) {
        self.post(isolate, task, delay);
    }

    fn post_non_nestable_delayed_task(&self, isolate: *mut c_void, task: v8::Task, delay: f64) {
        self.post(isolate, task, delay);
    }

    fn post_idle_task(&self, _isolate: *mut c_void, task: v8::IdleTask) {
        // Idle tasks are not supported, so V8 does not post any; one that comes is dropped.
        drop(task);
    }
}

/// Starts V8 for this process. Call it once, on the main thread, before any other thread that will run
/// JavaScript exists (V8 protects its memory by thread from here on).
///
/// `flags` are V8's own (`--stack-size=…`).
pub fn initialize(flags: &[String]) -> Tasks {
    if !flags.is_empty() {
        v8::V8::set_flags_from_string(&flags.join(" "));
    }
    let tasks = Tasks::default();
    let platform = v8::new_custom_platform(BACKGROUND_THREADS, false, false, tasks.clone());
    v8::V8::initialize_platform(platform.make_shared());
    v8::V8::initialize();
    tasks
}

/// As Node's default `--v8-pool-size`.
const BACKGROUND_THREADS: u32 = 4;
