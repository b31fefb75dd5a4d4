//! What a frame takes with iceoryx2. The Java class FrameTimes does the same with spout4j and says what is measured:
//! `spout4j-iceoryx2 once|poll|wait WIDTHxHEIGHT SECONDS` prints the median and p99 in ns.

mod frames;
mod times;

use frames::{END, Inlet, Node, Outlet, WARM_UP};
use std::env;
use std::error::Error;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use times::{Times, Warming};

const BATCH: u64 = 128;
const INTERVAL: Duration = Duration::from_millis(2);

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["once", size, seconds] => once(bytes(size)?, seconds.parse()?),
        ["poll", size, seconds] => poll(size, seconds.parse()?),
        ["wait", size, seconds] => wait(size, seconds.parse()?),
        ["answer", size, name] => answer(bytes(size)?, name),
        ["listen", _, name] => listen(name),
        _ => Err("usage: spout4j-iceoryx2 once|poll|wait WIDTHxHEIGHT SECONDS".into()),
    }
}

fn bytes(size: &str) -> Result<usize> {
    let (width, height) = size.split_once('x').ok_or("no WIDTHxHEIGHT")?;
    Ok(4 * width.parse::<usize>()? * height.parse::<usize>()?)
}

/// A name of this run's own.
fn name() -> String {
    format!("spout4j benchmark {}", std::process::id())
}

fn once(bytes: usize, seconds: f64) -> Result<()> {
    let node = Node::new()?;
    let outlet = Outlet::new(&node, &name(), bytes)?;
    let inlet = Inlet::new(&node, &name())?;
    let mut number = 0;
    let mut batch = || -> Result<()> {
        for _ in 0..BATCH {
            number += 1;
            outlet.send(number, 0)?;
            inlet.now(number)?;
        }
        Ok(())
    };
    let mut warming = Warming::new();
    while warming.goes_on(BATCH) {
        batch()?;
    }
    let mut times = Times::lasting(seconds);
    while times.go_on() {
        let start = Instant::now();
        batch()?;
        times.add(start.elapsed().as_nanos() as u64 / BATCH);
    }
    times.print();
    Ok(())
}

fn poll(size: &str, seconds: f64) -> Result<()> {
    let node = Node::new()?;
    let outlet = Outlet::new(&node, &name(), bytes(size)?)?;
    let inlet = Inlet::new(&node, &(name() + " back"))?;
    let child = start("answer", size)?;
    let mut number = 0;
    let mut there_and_back = || -> Result<()> {
        number += 1;
        outlet.send(number, 0)?;
        inlet.poll(number)
    };
    let mut warming = Warming::new();
    while warming.goes_on(1) {
        there_and_back()?;
    }
    let mut times = Times::lasting(seconds);
    while times.go_on() {
        let start = Instant::now();
        there_and_back()?;
        times.add(start.elapsed().as_nanos() as u64 / 2);
    }
    outlet.send(END, 0)?;
    times.print();
    finish(child)
}

fn answer(bytes: usize, name: &str) -> Result<()> {
    let node = Node::new()?;
    let outlet = Outlet::new(&node, &format!("{name} back"), bytes)?;
    let inlet = Inlet::new(&node, name)?;
    println!("ready");
    let mut number = 1;
    while inlet.poll_or_end(number)? {
        outlet.send(number, 0)?;
        number += 1;
    }
    Ok(())
}

fn wait(size: &str, seconds: f64) -> Result<()> {
    let node = Node::new()?;
    let outlet = Outlet::new(&node, &name(), bytes(size)?)?;
    let mut child = start("listen", size)?;
    let mut warming = Warming::new();
    let mut number = 0;
    while warming.goes_on(1) {
        number += 1;
        outlet.send_and_notify(number, WARM_UP)?;
    }
    let measuring = Instant::now();
    while measuring.elapsed().as_secs_f64() < seconds {
        sleep(INTERVAL);
        number += 1;
        outlet.send_and_notify(number, frames::clock()?)?;
    }
    sleep(INTERVAL);
    outlet.send_and_notify(END, 0)?;
    let mut line = String::new();
    BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
    print!("{line}");
    finish(child)
}

fn listen(name: &str) -> Result<()> {
    let node = Node::new()?;
    let inlet = Inlet::new(&node, name)?;
    println!("ready");
    let mut times = Times::lasting(f64::MAX);
    let mut last = 0;
    loop {
        let (number, sent) = inlet.wait()?;
        let now = frames::clock()?;
        if number == END {
            break;
        }
        if number <= last {
            return Err(format!("frame {number} came after {last}").into());
        }
        last = number;
        if sent != WARM_UP {
            times.add(now - sent);
        }
    }
    times.print();
    Ok(())
}

fn start(what: &str, size: &str) -> Result<Child> {
    let mut child = Command::new(env::current_exe()?).args([what, size, &name()]).stdin(Stdio::piped())
        .stdout(Stdio::piped()).spawn()?;
    let mut ready = [0; 6];
    child.stdout.as_mut().ok_or("no output")?.read_exact(&mut ready)?;
    Ok(child)
}

fn finish(mut child: Child) -> Result<()> {
    match child.wait()?.success() {
        true => Ok(()),
        false => Err("the second process failed".into()),
    }
}
