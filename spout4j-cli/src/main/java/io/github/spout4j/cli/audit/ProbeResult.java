package io.github.spout4j.cli.audit;

/**
 * What came of a probe.
 *
 * @param probe   the probe
 * @param outcome how it ended
 * @param result  the value that was returned, what is wrong with it, or why there is none
 * @param exit    the exit code of its process; "-" where there was none
 * @param millis  how long the call took; NaN where it did not return
 */
record ProbeResult(Probe probe, Outcome outcome, String result, String exit, double millis) {}
