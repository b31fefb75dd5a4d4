package io.github.spout4j.engine;

import io.github.spout4j.Finding.Level;
import io.github.spout4j.Finding;

/** What it means for receivers that senders do not count their frames. */
public final class UncountedFrames {
    private static final String ADVICE = "receivers must find new frames by comparing pixels (processor time, some ms later), "
            + "and the SDK's own take every look for a new frame. To count: spout settings framecount=on, then start "
            + "senders again";

    private UncountedFrames() {}

    /** @param topic the setting that says so */
    public static Finding finding(String topic, String value) {
        return new Finding(topic, value, Level.WARNING, ADVICE);
    }
}
