//! Ports that belong together, and what waits at each of them.
//!
//! An [`Endpoint`] is the part of a port that can move to another thread: its queue and its group. The two ends of a
//! MessageChannel form a group of two, BroadcastChannels of one name a group of any size. An endpoint leaves its
//! group when it is dropped; the other end of a channel is told.
//!
//! Threading: endpoints are posted to from any thread. No lock is held while another endpoint is touched, as
//! the last reference to one may go there, which takes the group's lock.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, Weak};

use phasor_evloop::AsyncSender;

use super::message::Message;

/// What comes out of a port's queue.
pub enum Arrival {
    /// A message to read.
    Message(Arc<Message>),
    /// The other end is gone.
    Closed,
}

#[derive(Default)]
struct Inbox {
    queue: VecDeque<Arrival>,
    /// Wakes the owner, when there is one.
    wake: Option<AsyncSender>,
}

/// One end of a channel, without its JavaScript object.
pub struct Endpoint {
    inbox: Mutex<Inbox>,
    group: Arc<Group>,
}

/// Who hears whom.
struct Group {
    members: Mutex<Vec<Weak<Endpoint>>>,
    /// Of a group of BroadcastChannels.
    is_broadcast: bool,
}

/// The groups of BroadcastChannels of a family of runtimes, by name.
#[derive(Default)]
pub struct Broadcasts(Mutex<HashMap<String, Weak<Group>>>);

/// What became of a message that was posted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Posted {
    /// It waits at every receiver.
    Delivered,
    /// Nobody else is in the group.
    NoReceiver,
    /// The receiver was transferred to itself: nobody will ever see the message.
    Lost,
    /// A message with transferred parts has more than one receiver.
    TooManyReceivers,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|e| e.into_inner())
}

impl Endpoint {
    fn join(group: &Arc<Group>) -> Arc<Endpoint> {
        let endpoint = Arc::new(Endpoint { inbox: Mutex::default(), group: group.clone() });
        lock(&group.members).push(Arc::downgrade(&endpoint));
        endpoint
    }

    /// The two ends of a new channel.
    pub fn pair() -> (Arc<Endpoint>, Arc<Endpoint>) {
        let group = Arc::new(Group { members: Mutex::default(), is_broadcast: false });
        (Endpoint::join(&group), Endpoint::join(&group))
    }

    /// Has wakes sent from now on. What waits already sends one at once.
    pub fn attach(&self, wake: AsyncSender) {
        let mut inbox = lock(&self.inbox);
        if !inbox.queue.is_empty() {
            wake.send();
        }
        inbox.wake = Some(wake);
    }

    /// Nobody is woken any more; messages still queue up.
    pub fn detach(&self) {
        lock(&self.inbox).wake = None;
    }

    /// Posts `message` to all others of the group.
    pub fn post(&self, message: Message) -> Posted {
        let receivers = self.group.others(self);
        if receivers.is_empty() {
            return Posted::NoReceiver;
        }
        if receivers.len() > 1 && message.has_transferred() {
            return Posted::TooManyReceivers;
        }
        if receivers.iter().any(|receiver| message.carries(receiver)) {
            return Posted::Lost;
        }
        let message = Arc::new(message);
        for receiver in receivers {
            receiver.put(Arrival::Message(message.clone()));
        }
        Posted::Delivered
    }

    fn put(&self, arrival: Arrival) {
        let mut inbox = lock(&self.inbox);
        inbox.queue.push_back(arrival);
        if let Some(wake) = &inbox.wake {
            wake.send();
        }
    }

    /// The next in the queue: a message only if they are wanted, that the other end is gone in any case.
    pub fn next(&self, wants_messages: bool) -> Option<Arrival> {
        let queue = &mut lock(&self.inbox).queue;
        match queue.front()? {
            Arrival::Message(_) if !wants_messages => None,
            _ => queue.pop_front(),
        }
    }

    /// How many wait.
    pub fn waiting(&self) -> usize {
        lock(&self.inbox).queue.len()
    }
}

impl Drop for Endpoint {
    fn drop(&mut self) {
        let others = self.group.others(self);
        if let ([other], false) = (&others[..], self.group.is_broadcast) {
            other.put(Arrival::Closed);
        }
    }
}

impl Group {
    /// Everybody but `endpoint`.
    fn others(&self, endpoint: &Endpoint) -> Vec<Arc<Endpoint>> {
        let mut members = lock(&self.members);
        members.retain(|member| member.strong_count() > 0);
        let others = members.iter().filter(|member| !std::ptr::eq(member.as_ptr(), endpoint));
        others.filter_map(Weak::upgrade).collect()
    }
}

impl Broadcasts {
    /// A new endpoint in the group `name`.
    pub fn join(&self, name: &str) -> Arc<Endpoint> {
        let mut groups = lock(&self.0);
        groups.retain(|_, group| group.strong_count() > 0);
        let group = groups.get(name).and_then(Weak::upgrade).unwrap_or_else(|| {
            let group = Arc::new(Group { members: Mutex::default(), is_broadcast: true });
            groups.insert(name.to_owned(), Arc::downgrade(&group));
            group
        });
        drop(groups);
        Endpoint::join(&group)
    }
}
