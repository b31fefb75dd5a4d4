//! How long something is done, and what was measured.

use std::time::{Duration, Instant};

const FRAMES: u64 = 100_000;
const AT_MOST: Duration = Duration::from_secs(3);
const MOST: usize = 1_000_000;

/// As long as a JVM wants before it is measured.
pub struct Warming {
    start: Instant,
    frames: u64,
}

impl Warming {
    pub fn new() -> Self {
        Self { start: Instant::now(), frames: 0 }
    }

    pub fn goes_on(&mut self, frames: u64) -> bool {
        self.frames += frames;
        self.frames <= FRAMES && self.start.elapsed() < AT_MOST
    }
}

pub struct Times {
    start: Instant,
    lasting: f64,
    nanos: Vec<u64>,
}

impl Times {
    pub fn lasting(seconds: f64) -> Self {
        Self { start: Instant::now(), lasting: seconds, nanos: Vec::with_capacity(MOST) }
    }

    pub fn go_on(&self) -> bool {
        self.nanos.len() < MOST && self.start.elapsed().as_secs_f64() < self.lasting
    }

    pub fn add(&mut self, nanos: u64) {
        if self.nanos.len() < MOST {
            self.nanos.push(nanos);
        }
    }

    /// The median and p99.
    pub fn print(mut self) {
        self.nanos.sort_unstable();
        let count = self.nanos.len();
        println!("{} {}", self.nanos[count / 2], self.nanos[count * 99 / 100]);
    }
}
