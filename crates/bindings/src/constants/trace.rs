//! `constants.trace`: phases of trace events, the letters of Chrome's format.

/// Names and letters.
pub const LIST: &[(&str, f64)] = &[
    ("TRACE_EVENT_PHASE_BEGIN", b'B' as f64),
    ("TRACE_EVENT_PHASE_END", b'E' as f64),
    ("TRACE_EVENT_PHASE_COMPLETE", b'X' as f64),
    ("TRACE_EVENT_PHASE_INSTANT", b'I' as f64),
    ("TRACE_EVENT_PHASE_ASYNC_BEGIN", b'S' as f64),
    ("TRACE_EVENT_PHASE_ASYNC_STEP_INTO", b'T' as f64),
    ("TRACE_EVENT_PHASE_ASYNC_STEP_PAST", b'p' as f64),
    ("TRACE_EVENT_PHASE_ASYNC_END", b'F' as f64),
    ("TRACE_EVENT_PHASE_NESTABLE_ASYNC_BEGIN", b'b' as f64),
    ("TRACE_EVENT_PHASE_NESTABLE_ASYNC_END", b'e' as f64),
    ("TRACE_EVENT_PHASE_NESTABLE_ASYNC_INSTANT", b'n' as f64),
    ("TRACE_EVENT_PHASE_FLOW_BEGIN", b's' as f64),
    ("TRACE_EVENT_PHASE_FLOW_STEP", b't' as f64),
    ("TRACE_EVENT_PHASE_FLOW_END", b'f' as f64),
    ("TRACE_EVENT_PHASE_METADATA", b'M' as f64),
    ("TRACE_EVENT_PHASE_COUNTER", b'C' as f64),
    ("TRACE_EVENT_PHASE_SAMPLE", b'P' as f64),
    ("TRACE_EVENT_PHASE_CREATE_OBJECT", b'N' as f64),
    ("TRACE_EVENT_PHASE_SNAPSHOT_OBJECT", b'O' as f64),
    ("TRACE_EVENT_PHASE_DELETE_OBJECT", b'D' as f64),
    ("TRACE_EVENT_PHASE_MEMORY_DUMP", b'v' as f64),
    ("TRACE_EVENT_PHASE_MARK", b'R' as f64),
    ("TRACE_EVENT_PHASE_CLOCK_SYNC", b'c' as f64),
];
