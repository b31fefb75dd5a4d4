//! A line of frames: who publishes them and who receives them. Pixels are not written, but for two numbers at their start.

use crate::Result;
use iceoryx2::port::listener::Listener;
use iceoryx2::port::notifier::Notifier;
use iceoryx2::port::publisher::Publisher;
use iceoryx2::port::subscriber::Subscriber;
use iceoryx2::prelude::*;
use iceoryx2_bb_posix::clock::{ClockType, Time};
use std::time::{Duration, Instant};

pub const END: u64 = u64::MAX;
pub const WARM_UP: u64 = 0;
const AT_MOST: Duration = Duration::from_secs(5);
const POLLS: usize = 10_000;

/// ns, the same in all processes.
pub fn clock() -> Result<u64> {
    let time = Time::now_with_clock(ClockType::Monotonic).map_err(|e| format!("{e:?}"))?;
    Ok(time.as_duration().as_nanos() as u64)
}

pub struct Node(iceoryx2::node::Node<ipc::Service>);

impl Node {
    pub fn new() -> Result<Self> {
        set_log_level(LogLevel::Fatal);
        Ok(Self(NodeBuilder::new().create::<ipc::Service>()?))
    }
}

pub struct Outlet {
    publisher: Publisher<ipc::Service, [u64], ()>,
    notifier: Notifier<ipc::Service>,
    numbers: usize,
}

impl Outlet {
    pub fn new(node: &Node, name: &str, bytes: usize) -> Result<Self> {
        let numbers = bytes / size_of::<u64>();
        let publisher = frames(node, name)?.publisher_builder().initial_max_slice_len(numbers).create()?;
        Ok(Self { publisher, notifier: events(node, name)?.notifier_builder().create()?, numbers })
    }

    pub fn send(&self, number: u64, time: u64) -> Result<()> {
        let mut sample = self.publisher.loan_slice_uninit(self.numbers)?;
        sample.payload_mut()[0].write(number);
        sample.payload_mut()[1].write(time);
        // The rest is whatever pixels are there already.
        unsafe { sample.assume_init() }.send()?;
        Ok(())
    }

    /// Whoever has many notifications waiting needs no further one.
    pub fn send_and_notify(&self, number: u64, time: u64) -> Result<()> {
        self.send(number, time)?;
        let _ = self.notifier.notify();
        Ok(())
    }
}

pub struct Inlet {
    subscriber: Subscriber<ipc::Service, [u64], ()>,
    listener: Listener<ipc::Service>,
}

impl Inlet {
    pub fn new(node: &Node, name: &str) -> Result<Self> {
        let subscriber = frames(node, name)?.subscriber_builder().create()?;
        Ok(Self { subscriber, listener: events(node, name)?.listener_builder().create()? })
    }

    fn receive(&self) -> Result<Option<(u64, u64)>> {
        Ok(self.subscriber.receive()?.map(|sample| (sample.payload()[0], sample.payload()[1])))
    }

    pub fn now(&self, number: u64) -> Result<()> {
        match self.receive()? {
            Some((received, _)) if received == number => Ok(()),
            other => Err(format!("{other:?} came for frame {number}").into()),
        }
    }

    pub fn poll(&self, number: u64) -> Result<()> {
        match self.poll_or_end(number)? {
            true => Ok(()),
            false => Err("the end came early".into()),
        }
    }

    /// False at the end.
    pub fn poll_or_end(&self, number: u64) -> Result<bool> {
        let start = Instant::now();
        while start.elapsed() < AT_MOST {
            for _ in 0..POLLS {
                match self.receive()? {
                    None => {}
                    Some((END, _)) => return Ok(false),
                    Some((received, _)) if received == number => return Ok(true),
                    Some((received, _)) => return Err(format!("frame {received} came for {number}").into()),
                }
            }
        }
        Err("no frame came".into())
    }

    pub fn wait(&self) -> Result<(u64, u64)> {
        let start = Instant::now();
        while start.elapsed() < AT_MOST {
            self.listener.timed_wait(|_| {}, AT_MOST)?;
            if let Some(frame) = self.receive()? {
                return Ok(frame);
            }
        }
        Err("no frame came".into())
    }
}

/// Of several frames the newest is received, as with spout4j.
fn frames(
    node: &Node,
    name: &str,
) -> Result<iceoryx2::service::port_factory::publish_subscribe::PortFactory<ipc::Service, [u64], ()>> {
    Ok(node.0.service_builder(&name.try_into()?).publish_subscribe::<[u64]>().subscriber_max_buffer_size(1)
        .max_publishers(1).max_subscribers(1).open_or_create()?)
}

fn events(node: &Node, name: &str) -> Result<iceoryx2::service::port_factory::event::PortFactory<ipc::Service>> {
    Ok(node.0.service_builder(&name.try_into()?).event().open_or_create()?)
}
