//! Keys that do something of their own.

use std::sync::Arc;

use rustyline::history::History;
use rustyline::{
    Cmd, ConditionalEventHandler, EditMode, Editor, Event, EventContext, EventHandler, Helper, InputMode, KeyCode,
    KeyEvent, Modifiers, RepeatCount,
};

use crate::brackets;
use crate::session::{Mode, Session};

/// What is typed key by key into a longer text is refused: it comes from no person, and every key costs as much time as the text
/// is long.
const LONGEST_TYPED: usize = 64 * 1024;

type Action = fn(&Session, &Event, &EventContext<'_>) -> Option<Cmd>;

struct Handler {
    session: Arc<Session>,
    action: Action,
}

impl ConditionalEventHandler for Handler {
    fn handle(&self, event: &Event, _: RepeatCount, _: bool, context: &EventContext<'_>) -> Option<Cmd> {
        (self.action)(&self.session, event, context)
    }
}

/// Binds the keys of `session`.
pub fn bind<H: Helper, I: History>(editor: &mut Editor<H, I>, session: &Arc<Session>) {
    let mut bind = |key: Event, action: Action| {
        let handler = Handler { session: session.clone(), action };
        editor.bind_sequence(key, EventHandler::Conditional(Box::new(handler)));
    };
    bind(KeyEvent::from('\r').into(), enter);
    bind(KeyEvent::ctrl('J').into(), enter);
    bind(KeyEvent(KeyCode::Enter, Modifiers::ALT).into(), new_line);
    for bracket in [')', ']', '}'] {
        bind(KeyEvent::from(bracket).into(), closing_bracket);
    }
    bind(KeyEvent::ctrl('C').into(), interrupt);
    bind(KeyEvent::ctrl('D').into(), end_of_input);
    bind(KeyEvent::ctrl('Z').into(), suspend);
    bind(Event::Any, any);
}

/// Whether keys are commands now.
fn is_command_mode(context: &EventContext<'_>) -> bool {
    context.mode() == EditMode::Vi && context.input_mode() == InputMode::Command
}

fn enter(session: &Session, _: &Event, context: &EventContext<'_>) -> Option<Cmd> {
    let text = context.line();
    let complete = match session.mode() {
        Mode::Line => session.is_complete(text),
        Mode::Editor => false,
        Mode::Plain => true,
    };
    Some(if complete { Cmd::AcceptLine } else { line_break(context) })
}

fn new_line(_: &Session, _: &Event, context: &EventContext<'_>) -> Option<Cmd> {
    Some(line_break(context))
}

fn line_break(context: &EventContext<'_>) -> Cmd {
    let indentation = brackets::indentation(&context.line()[..context.pos()]);
    Cmd::Insert(1, format!("\n{indentation}"))
}

fn closing_bracket(session: &Session, event: &Event, context: &EventContext<'_>) -> Option<Cmd> {
    let Some(&KeyEvent(KeyCode::Char(bracket), _)) = event.get(0) else { return None };
    if is_command_mode(context) {
        return None;
    }
    let before = &context.line()[..context.pos()];
    match brackets::closing_indentation(before) {
        Some(indentation) => {
            session.close_with(format!("{indentation}{bracket}"));
            Some(Cmd::Complete)
        }
        None => any(session, event, context),
    }
}

fn interrupt(session: &Session, _: &Event, context: &EventContext<'_>) -> Option<Cmd> {
    session.note_line(context.line());
    None
}

fn end_of_input(session: &Session, _: &Event, context: &EventContext<'_>) -> Option<Cmd> {
    (session.mode() == Mode::Editor && !is_command_mode(context)).then(|| {
        session.note_line(context.line());
        Cmd::AcceptLine
    })
}

fn suspend(session: &Session, _: &Event, _: &EventContext<'_>) -> Option<Cmd> {
    session.suspend();
    Some(Cmd::Repaint)
}

fn any(session: &Session, event: &Event, context: &EventContext<'_>) -> Option<Cmd> {
    // Bytes that are no text end the editing with an error; the line is then taken up again.
    session.note_line(context.line());
    let typed = matches!(event.get(0), Some(KeyEvent(KeyCode::Char(_), Modifiers::NONE)));
    if !typed || context.line().len() <= LONGEST_TYPED {
        return None;
    }
    session.refuse("More than 64 KiB can be pasted, or read with .load, but not typed: the rest is left out.");
    Some(Cmd::Noop)
}
